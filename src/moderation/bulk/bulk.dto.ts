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
import { GroundsDto } from '../terms/decision-reason.dto.js';
import { QUEUE_KINDS, type QueueKind } from '../terms/queue-kinds.js';
import { type Reason, REASONS } from '../../comments/shape/reason-codes.js';

const MAX_SELECTED = 1_000;
export const MAX_FILTERED = 100_000;

export class SelectedCommentDto {
  @UuidField()
  id: string;

  @IntegerField(
    { min: 1, max: 2_147_483_647 },
    { description: 'Of the comment as the moderator saw it.' },
  )
  version: number;
}

/** A selection of ids, or a filter; what fits all of a filter is decided on. */
export class StartBulkDto extends GroundsDto {
  @ChoiceField(STATUS_ACTIONS)
  action: StatusAction;

  @ObjectsField(() => SelectedCommentDto, MAX_SELECTED, {
    optional: true,
    description: 'A selection; not together with a filter.',
  })
  comments?: SelectedCommentDto[];

  @UuidField({ optional: true, description: 'Of a filter: whose comments.' })
  author?: string;

  @UuidField({ optional: true, description: 'Of a filter: on which post.' })
  post?: string;

  @ChoiceField(QUEUE_KINDS, { optional: true, description: 'Of a filter: what waits so.' })
  kind?: QueueKind;

  @InstantField({ optional: true, description: 'Of a filter: written from then on.' })
  since?: string;

  @UuidField({ optional: true, description: 'Of a filter: what an earlier job decided on.' })
  job?: string;
}

const BULK_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
export type BulkState = (typeof BULK_STATES)[number];

export class BulkJobView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: [...BULK_STATES],
    description: '`failed`: the moderator who began it may not decide any more.',
  })
  state: BulkState;

  @ApiProperty({ enum: [...STATUS_ACTIONS] })
  action: StatusAction;

  @ApiProperty({ type: String, enum: [...REASONS], nullable: true })
  reason: Reason | null;

  @ApiProperty({ type: UserView, nullable: true })
  moderator: UserView | null;

  @ApiProperty({ type: 'integer', description: 'What was selected.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'What was decided.' })
  done: number;

  @ApiProperty({ type: 'integer', description: 'What was refused; its items say why.' })
  refused: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @OrNull('date-time')
  finishedAt: string | null;
}

export class BulkJobListView extends PageOf(BulkJobView, 'The newest first.') {}

export class BulkItemView {
  @ApiProperty({ format: 'uuid' })
  commentId: string;

  @ApiProperty({ type: 'integer', description: 'Of the comment as it was selected.' })
  version: number;

  @OrNull(
    'string',
    '`done`, or the slug of the problem that a single decision would get; null: waits.',
  )
  outcome: string | null;
}

export class BulkItemListView extends PageOf(BulkItemView) {}
