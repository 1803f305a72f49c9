import type { CommentEntity } from '../../comments/shape/comment.entity.js';
import { idAt } from '../../database/ids.js';
import { RENDERER_VERSION, renderMarkdown } from '../../text/markdown/markdown.js';
import type { ImportedComment, ImportedState } from '../formats/import-records.js';
import type { KnownComment } from './imports.repository.js';

const IMPORTED_HOLD = [
  { rule: 'imported-held', detail: 'The comment was not approved where it was imported from.' },
];

/** The columns that depend on the state of the comment in its source. */
const STATES: Readonly<
  Record<ImportedState, Pick<CommentEntity, 'status' | 'removedBy' | 'removalReason' | 'hold'>>
> = {
  published: { status: 'published', removedBy: null, removalReason: null, hold: null },
  held: { status: 'held', removedBy: null, removalReason: null, hold: IMPORTED_HOLD },
  spam: { status: 'removed', removedBy: 'moderation', removalReason: 'spam', hold: null },
  deleted: { status: 'deleted', removedBy: 'author', removalReason: null, hold: null },
};

type Text = Pick<CommentEntity, 'body' | 'html'>;

export function textOf({ state, body }: ImportedComment): Text {
  return state === 'deleted' || body === ''
    ? { body: '', html: '' }
    : { body, html: renderMarkdown(body) };
}

/** The position of a comment. `order` sorts the ids of comments of one millisecond. */
interface Place extends Pick<CommentEntity, 'postId' | 'authorId' | 'postRevision'> {
  source: string;
  order: number;
}

/** @param known the comments that it may reply to, by foreign id */
export function rowOf(
  comment: ImportedComment,
  text: Text,
  { order, ...place }: Place,
  known: ReadonlyMap<string, KnownComment>,
): CommentEntity {
  const id = idAt(comment.createdAt, order);
  const parent = comment.parentForeignId === null ? undefined : known.get(comment.parentForeignId);
  return {
    ...place,
    ...text,
    id,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    depth: parent ? parent.depth + 1 : 0,
    ...STATES[comment.state],
    listed: false,
    version: 1,
    replyCount: 0,
    upvotes: 0,
    downvotes: 0,
    pinned: false,
    featured: false,
    locked: false,
    lockCount: parent?.lockCount ?? 0,
    renderer: RENDERER_VERSION,
    createdAt: comment.createdAt,
    publishedAt: comment.state === 'held' ? null : comment.createdAt,
    editedAt: null,
    anchor: comment.anchor ?? null,
    quotes: null,
    foreignId: comment.foreignId,
  };
}

/** Replies come after their parents, so a pass from the end has all replies of a row. */
export function countReplies(rows: readonly CommentEntity[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows.toReversed()) {
    row.listed = row.status === 'published' || row.replyCount > 0;
    const parent = row.listed && row.parentId !== null ? byId.get(row.parentId) : undefined;
    if (parent) parent.replyCount += 1;
  }
}
