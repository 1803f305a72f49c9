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
  @ApiProperty({ description: 'Safe to insert.' })
  html: string;
}

export class CreateCommentDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;

  @UuidField({ optional: true, nullable: true, description: 'The comment it answers.' })
  parentId?: string | null;

  @ObjectField(() => AnchorDto, {
    optional: true,
    description: 'The passage of the post that it is about.',
  })
  anchor?: AnchorDto;

  @ObjectsField(() => QuoteDto, MAX_QUOTES, {
    optional: true,
    description: 'Pieces of other comments of the post.',
  })
  quotes?: QuoteDto[];
}

export class EditCommentDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;

  @ObjectsField(() => QuoteDto, MAX_QUOTES, {
    optional: true,
    description: 'They stay as they are when left out.',
  })
  quotes?: QuoteDto[];
}

/** The size of a page of a thread. */
export class RepliesQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: 'Direct replies; 20 when left out.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;

  @IntegerQuery({ min: 0, max: 3 }, { description: 'Levels of replies below; 3 when left out.' })
  depth?: number;

  @IntegerQuery(
    { min: 0, max: 3 },
    { description: 'Replies shown for each comment; 3 when left out.' },
  )
  replies?: number;
}

export class ThreadQuery extends RepliesQuery {
  @ChoiceField(SORTS, { optional: true, description: 'Of the top level; newest when left out.' })
  sort?: Sort;

  @IntegerQuery({ min: 1, max: 100 }, { description: 'Top-level comments; 20 when left out.' })
  declare limit?: number;
}

class RemovalView {
  @ApiProperty({ enum: ['author', 'moderation'] })
  by: 'author' | 'moderation';

  @OrNull('string', "The reason's code.")
  reason: Reason | null;
}

class MoreRepliesView {
  @ApiProperty({ type: 'integer', description: 'Direct replies that are not shown.' })
  count: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For /comments/{id}/replies; null begins at the first.',
  })
  cursor: string | null;
}

/** A comment in every answer and event. Members that the viewer may not see are null. */
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

  @OrNull('string', 'Safe to insert.')
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

  @ApiProperty({ type: 'integer', description: 'Direct replies, tombstones included.' })
  replyCount: number;

  @ApiProperty({ description: 'Shown before the others of its thread.' })
  pinned: boolean;

  @ApiProperty({ description: 'Picked by moderators as worth reading.' })
  featured: boolean;

  @ApiProperty({ description: 'It or a comment above it is locked: it takes no replies.' })
  locked: boolean;

  @OrNull('integer', 'The revision of the post under which it was written.')
  revision: number | null;

  @ApiProperty({
    type: AnchorView,
    nullable: true,
    description: 'The passage of the post that it is about.',
  })
  anchor: AnchorView | null;

  @ApiProperty({
    type: [QuoteView],
    description: 'What it quotes, as its sources are now.',
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
    description: 'Why it is held; for its author and moderators.',
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

  @ApiProperty({ type: 'integer', description: 'Subscribe with it: nothing falls between.' })
  seq: number;

  @ApiProperty({ format: 'uuid' })
  epoch: string;

  @ApiProperty({
    type: [CommentView],
    description:
      'What moderators pinned, on the first page of a thread; elsewhere empty. `items` has it at its place all the same.',
  })
  pinned: CommentView[];

  @ApiProperty({ type: [CommentView], description: 'Flat; a parent always before its replies.' })
  items: CommentView[];

  @OrNull('string')
  nextCursor: string | null;
}

/** The state of a post's log when an answer was made. */
export class LogStateView {
  @ApiProperty({ type: 'integer' })
  seq: number;

  @ApiProperty({ format: 'uuid' })
  epoch: string;
}

export class ContextView extends LogStateView {
  @ApiProperty({
    type: [CommentView],
    description: 'The root, the nearest ancestors, the comment, its first replies.',
  })
  items: CommentView[];

  @ApiProperty({ type: 'integer', description: 'Ancestors that are left out.' })
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
  'Texts before marked edits, the oldest first.',
) {}
