import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  getSchemaPath,
  PickType,
} from '@nestjs/swagger';
import { IntegerQuery, UuidField } from '../../input/fields.js';
import { PostView } from '../../posts/shape/posts.dto.js';
import { COMMENT_STATUSES, type CommentStatus } from '../shape/comment.entity.js';
import { CommentView, LogStateView } from '../shape/comments.dto.js';

export class EventsQuery {
  @IntegerQuery(
    { min: 0, max: Number.MAX_SAFE_INTEGER },
    { description: 'The last seq that was received. Default: 0.' },
  )
  after?: number;

  @IntegerQuery({ min: 1, max: 500 }, { description: 'Default: 100.' })
  limit?: number;

  @UuidField({ optional: true, description: 'The epoch that was received with that seq.' })
  epoch?: string;
}

/** A comment that readers cannot see now: only its position in the thread. */
export class HiddenCommentView extends PickType(CommentView, [
  'id',
  'parentId',
  'depth',
  'version',
  'removal',
]) {
  @ApiProperty({ enum: COMMENT_STATUSES.filter((status) => status !== 'published') })
  status: Exclude<CommentStatus, 'published'>;

  @ApiProperty({ type: 'null' })
  body: null;

  @ApiProperty({ type: 'null' })
  html: null;

  @ApiProperty({ type: 'null' })
  author: null;
}

/** A reference to a comment in an earlier event of the same response. */
export class CommentReferenceView extends PickType(CommentView, ['id', 'version']) {}

/** The current state of the subject of an event; empty when the whole thread was replaced. */
@ApiExtraModels(HiddenCommentView, CommentView, CommentReferenceView)
export class EventDataView {
  @ApiPropertyOptional({
    oneOf: [CommentView, HiddenCommentView, CommentReferenceView].map((view) => ({
      $ref: getSchemaPath(view),
    })),
    description: 'For events of a comment: only the first event about a comment contains it.',
  })
  comment?: CommentView | HiddenCommentView | CommentReferenceView;

  @ApiPropertyOptional({ type: PostView, description: 'For events of the post itself.' })
  post?: PostView;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'For `quotes.changed`: the comments whose quotes must be fetched again.',
  })
  commentIds?: string[];
}

/** An event as every reader gets it, over the socket and over HTTP. */
export class EventView {
  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({
    example: 'comment.created',
    description: 'Clients must ignore unknown types.',
  })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: EventDataView })
  data: EventDataView;
}

export class EventsView extends LogStateView {
  @ApiProperty({ type: [EventView] })
  events: EventView[];

  @ApiPropertyOptional({
    description: 'Load the thread again: the log does not contain this position.',
  })
  resync?: boolean;
}
