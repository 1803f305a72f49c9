import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import {
  ChoiceField,
  InstantField,
  IntegerField,
  ObjectsField,
  UuidField,
} from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { STATUS_ACTIONS, type StatusAction } from '../terms/decision-actions.js';
import { DecisionReasonDto } from '../terms/decision-reason.dto.js';
import { QUEUE_KINDS, type QueueKind } from '../terms/queue-kinds.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

const MAX_SELECTED = 1_000;
export const MAX_FILTERED = 100_000;

export class SelectedCommentDto {
  @UuidField()
  id: string;

  @IntegerField(
    { min: 1, max: 2_147_483_647 },
    { description: 'The version of the comment that the moderator saw.' },
  )
  version: number;
}

/** A selection of ids, or a filter whose conditions must all be met. */
export class StartBulkDto extends DecisionReasonDto {
  @ChoiceField(STATUS_ACTIONS)
  action: StatusAction;

  @ObjectsField(() => SelectedCommentDto, MAX_SELECTED, {
    optional: true,
    description: 'A selection. It cannot be combined with a filter.',
  })
  comments?: SelectedCommentDto[];

  @UuidField({ optional: true, description: 'Filter: the author.' })
  author?: string;

  @UuidField({ optional: true, description: 'Filter: the post.' })
  post?: string;

  @ChoiceField(QUEUE_KINDS, { optional: true, description: 'Filter: the kind of the queue item.' })
  kind?: QueueKind;

  @InstantField({ optional: true, description: 'Filter: written at or after this time.' })
  since?: string;

  @UuidField({
    optional: true,
    description: 'Filter: the comments that an earlier job decided on.',
  })
  job?: string;
}

const BULK_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
export type BulkState = (typeof BULK_STATES)[number];

export class BulkJobView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: [...BULK_STATES],
    description: '`failed`: the moderator who started it may no longer decide.',
  })
  state: BulkState;

  @ApiProperty({ enum: [...STATUS_ACTIONS] })
  action: StatusAction;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: UserView, nullable: true })
  moderator: UserView | null;

  @ApiProperty({ type: 'integer', description: 'The number of selected comments.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'The number of decided comments.' })
  done: number;

  @ApiProperty({
    type: 'integer',
    description: 'The number of refused comments; the items say why.',
  })
  refused: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @OrNull('date-time')
  finishedAt: string | null;
}

export class BulkJobListView extends PageOf(BulkJobView, 'Newest first.') {}

export class BulkItemView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: 'integer', description: 'The version of the comment when it was selected.' })
  version: number;

  @OrNull(
    'string',
    '`done`, or the slug of the problem that a single decision would get; null: pending.',
  )
  outcome: string | null;
}

export class BulkItemListView extends PageOf(BulkItemView) {}
