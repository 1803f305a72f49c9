import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IntegerQuery, UuidField } from '../../input/fields.js';
import { PostView } from '../../posts/posts.dto.js';
import { COMMENT_STATUSES, type CommentStatus } from '../shape/comment.entity.js';
import { CommentView, RemovalView } from '../shape/comments.dto.js';

export class EventsQuery {
  @IntegerQuery(
    { min: 0, max: Number.MAX_SAFE_INTEGER },
    { description: 'The last seq seen; 0 when left out.' },
  )
  after?: number;

  @IntegerQuery({ min: 1, max: 500 }, { description: '100 when left out.' })
  limit?: number;

  @UuidField({ optional: true, description: 'The epoch that came with that seq.' })
  epoch?: string;
}

/** A comment that readers do not see now: its place in the thread, and nothing else. */
export class HiddenCommentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null;

  @ApiProperty({ type: 'integer' })
  depth: number;

  @ApiProperty({ enum: COMMENT_STATUSES.filter((status) => status !== 'published') })
  status: Exclude<CommentStatus, 'published'>;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: 'null' })
  body: null;

  @ApiProperty({ type: 'null' })
  html: null;

  @ApiProperty({ type: 'null' })
  author: null;

  @ApiProperty({ type: RemovalView, nullable: true })
  removal: RemovalView | null;
}

/** A comment that an earlier event of the same answer carries. */
export class CommentReferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** What an event is about, as it is now; empty when the whole thread was replaced. */
@ApiExtraModels(HiddenCommentView, CommentView, CommentReferenceView)
export class EventDataView {
  @ApiPropertyOptional({
    oneOf: [CommentView, HiddenCommentView, CommentReferenceView].map((view) => ({
      $ref: getSchemaPath(view),
    })),
    description: 'Of events of a comment: the first one about it carries it.',
  })
  comment?: CommentView | HiddenCommentView | CommentReferenceView;

  @ApiPropertyOptional({ type: PostView, description: 'Of events of the post itself.' })
  post?: PostView;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Of `quotes.changed`: the comments whose quotes are to be read again.',
  })
  commentIds?: string[];
}

/** An event as every reader gets it, over the socket and over HTTP. */
export class EventView {
  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({
    example: 'comment.created',
    description: 'Clients ignore a type that they do not know.',
  })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: EventDataView })
  data: EventDataView;
}

export class EventsView {
  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({ format: 'uuid' })
  epoch: string;

  @ApiProperty({ type: [EventView] })
  events: EventView[];

  @ApiPropertyOptional({ description: 'Load the thread again: this place is not in the log.' })
  resync?: boolean;
}
