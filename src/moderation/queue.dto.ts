import { ApiProperty } from '@nestjs/swagger';
import { SingleCommentView } from '../comments/comments.dto.js';
import { ChoiceField, CursorQuery, IntegerQuery } from '../input/fields.js';
import { UserView } from '../users/users.dto.js';
import { type Reason, REASONS } from './reasons.js';

export const QUEUE_KINDS = ['reported', 'held'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export class QueueQuery {
  @ChoiceField(QUEUE_KINDS, {
    optional: true,
    description: 'Both when left out, merged by how long they wait.',
  })
  kind?: QueueKind;

  @IntegerQuery({ min: 1, max: 100 }, { description: '20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

class QueuePostView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;
}

class QueueFlagView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: [...REASONS] })
  reason: Reason;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  @ApiProperty({ type: UserView })
  by: UserView;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** What waits for a moderator, with what is needed to decide. */
export class QueueItemView {
  @ApiProperty({ format: 'uuid', description: 'Of the comment.' })
  id: string;

  @ApiProperty({
    enum: [...QUEUE_KINDS],
    description: 'A comment that is both is `held`, with its flags.',
  })
  kind: QueueKind;

  @ApiProperty({ type: SingleCommentView })
  comment: SingleCommentView;

  @ApiProperty({ type: QueuePostView })
  post: QueuePostView;

  @ApiProperty({ type: [QueueFlagView], description: 'Open ones, the 20 oldest.' })
  flags: QueueFlagView[];

  @ApiProperty({ type: 'integer', description: 'All open ones.' })
  flagCount: number;

  @ApiProperty({
    format: 'date-time',
    description: 'The first open flag; of a held comment, when it or its present text was written.',
  })
  since: string;
}

export class QueueView {
  @ApiProperty({ type: [QueueItemView], description: 'The oldest first.' })
  items: QueueItemView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
