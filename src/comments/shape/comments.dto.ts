import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OrNull } from '../../input/or-null.js';
import {
  ChoiceField,
  CursorQuery,
  IntegerQuery,
  ObjectField,
  ObjectsField,
  TextField,
  UuidField,
} from '../../input/fields.js';
import { PageOf } from '../../input/paging.js';
import { UserView } from '../../users/accounts/users.dto.js';
import { AnchorDto, AnchorView } from './anchors.dto.js';
import { MAX_QUOTES, QuoteDto, QuoteView } from './quotes.dto.js';
import { COMMENT_STATUSES, type CommentStatus } from './comment.entity.js';
import type { Reason } from './reason-codes.js';

/** The rules for the text of a comment. */
const BODY = { minGraphemes: 1, maxGraphemes: 10_000, maxBytes: 65_536, multiline: true };

export const SORTS = ['best', 'newest', 'oldest', 'controversial'] as const;
export type Sort = (typeof SORTS)[number];

export class PreviewDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;
}

export class PreviewView {
  @ApiProperty({ description: 'Sanitised HTML.' })
  html: string;
}

export class CreateCommentDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;

  @UuidField({ optional: true, nullable: true, description: 'The comment that it replies to.' })
  parentId?: string | null;

  @ObjectField(() => AnchorDto, {
    optional: true,
    description: 'The passage of the post that the comment is about.',
  })
  anchor?: AnchorDto;

  @ObjectsField(() => QuoteDto, MAX_QUOTES, {
    optional: true,
    description: 'Quotes of other comments of the post.',
  })
  quotes?: QuoteDto[];
}

export class EditCommentDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;

  @ObjectsField(() => QuoteDto, MAX_QUOTES, {
    optional: true,
    description: 'Default: unchanged.',
  })
  quotes?: QuoteDto[];
}

/** The size of a page of a thread. */
export class RepliesQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: 'Direct replies. Default: 20.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;

  @IntegerQuery({ min: 0, max: 3 }, { description: 'Levels of replies below. Default: 3.' })
  depth?: number;

  @IntegerQuery({ min: 0, max: 3 }, { description: 'Replies shown for each comment. Default: 3.' })
  replies?: number;
}

export class ThreadQuery extends RepliesQuery {
  @ChoiceField(SORTS, { optional: true, description: 'Order of the top level. Default: newest.' })
  sort?: Sort;

  @IntegerQuery({ min: 1, max: 100 }, { description: 'Top-level comments. Default: 20.' })
  declare limit?: number;
}

class RemovalView {
  @ApiProperty({ enum: ['author', 'moderation'] })
  by: 'author' | 'moderation';

  @OrNull('string', 'The code of the reason.')
  reason: Reason | null;
}

class MoreRepliesView {
  @ApiProperty({ type: 'integer', description: 'Direct replies that are not shown.' })
  count: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The cursor for /comments/{id}/replies; null starts at the first reply.',
  })
  cursor: string | null;
}

/** A comment in every response and event. Fields that the viewer may not see are null. */
export class CommentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @OrNull('uuid')
  parentId: string | null;

  @ApiProperty({ type: 'integer' })
  depth: number;

  @ApiProperty({ type: UserView, nullable: true })
  author: UserView | null;

  @OrNull('string', 'Markdown.')
  body: string | null;

  @OrNull('string', 'Sanitised HTML.')
  html: string | null;

  @ApiProperty({ enum: [...COMMENT_STATUSES] })
  status: CommentStatus;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @OrNull('date-time')
  editedAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: RemovalView, nullable: true })
  removal: RemovalView | null;

  @OrNull('integer')
  score: number | null;

  @OrNull('integer')
  upvotes: number | null;

  @OrNull('integer')
  downvotes: number | null;

  @ApiProperty({ type: 'integer', description: 'Direct replies, including tombstones.' })
  replyCount: number;

  @ApiProperty({ description: 'Whether it is shown before the other comments of the thread.' })
  pinned: boolean;

  @ApiProperty({ description: 'Whether moderators have featured it.' })
  featured: boolean;

  @ApiProperty({
    description:
      'Whether the comment or one of its ancestors is locked. A locked comment accepts no replies.',
  })
  locked: boolean;

  @OrNull('integer', 'The revision of the post when it was written.')
  revision: number | null;

  @ApiProperty({
    type: AnchorView,
    nullable: true,
    description: 'The passage of the post that the comment is about.',
  })
  anchor: AnchorView | null;

  @ApiProperty({
    type: [QuoteView],
    description: 'Its quotes, in the current state of their sources.',
  })
  quotes: QuoteView[];

  @ApiProperty({ type: MoreRepliesView, nullable: true })
  moreReplies: MoreRepliesView | null;
}

class ExplanationView {
  @ApiProperty()
  rule: string;

  @ApiProperty()
  detail: string;
}

/** A comment outside a page. */
export class SingleCommentView extends CommentView {
  @ApiProperty({ format: 'uuid' })
  postId: string;

  @ApiPropertyOptional({
    type: [ExplanationView],
    description: 'Why it is held. Only for its author and moderators.',
  })
  hold?: ExplanationView[];
}

class PageHeadView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  commentCount: number;
}

export class ThreadPageView {
  @ApiProperty({ type: PageHeadView })
  post: PageHeadView;

  @ApiProperty({ type: 'integer', description: 'Subscribe from this seq to miss no event.' })
  seq: number;

  @ApiProperty({ format: 'uuid' })
  epoch: string;

  @ApiProperty({
    type: [CommentView],
    description:
      'The pinned comments, on the first page of a thread; empty on other pages. `items` contains them in their places, too.',
  })
  pinned: CommentView[];

  @ApiProperty({ type: [CommentView], description: 'A flat list. A parent precedes its replies.' })
  items: CommentView[];

  @OrNull('string')
  nextCursor: string | null;
}

/** The state of a post's log when a response was created. */
export class LogStateView {
  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({ format: 'uuid' })
  epoch: string;
}

export class ContextView extends LogStateView {
  @ApiProperty({
    type: [CommentView],
    description:
      'The top-level comment, the nearest ancestors, the comment itself and its first replies.',
  })
  items: CommentView[];

  @ApiProperty({ type: 'integer', description: 'The number of omitted ancestors.' })
  omitted: number;

  @ApiProperty({ format: 'uuid' })
  focusId: string;
}

export class CommentRevisionView {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  body: string;

  @ApiProperty()
  html: string;

  @ApiProperty({ format: 'date-time' })
  writtenAt: string;

  @ApiProperty({ format: 'date-time' })
  replacedAt: string;
}

export class CommentRevisionListView extends PageOf(
  CommentRevisionView,
  'Texts before marked edits, oldest first.',
) {}
