import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { type FittingRow, fittingSql } from '../../database/rows-that-fit.js';
import { instantSql } from '../../database/json-text.js';
import { singleCommentText } from './comment-json.sql.js';
import { CommentEntity } from './comment.entity.js';
import { IS_NEWCOMER } from './newcomers.sql.js';
import type { CommentRevisionView, SingleCommentView } from './comments.dto.js';
import { type Audience, existsFor, postIsThere, readableBy } from './visibility.js';
import { CommentNotFound } from './comments.errors.js';

@Injectable()
export class CommentsRepository {
  constructor(private readonly database: Database) {}

  /** A comment in the form for a viewer; null also when the viewer may not see that it exists. */
  async findView(
    id: string,
    { moderates, viewerId }: Audience,
    from: Queryable = this.database,
  ): Promise<SingleCommentView | null> {
    const readable = readableBy('$2', '$3');
    const [row] = await from.query<{ comment: SingleCommentView }>({
      name: 'comments_view',
      text: `select (${singleCommentText(readable)})::json as comment
             from comments c left join users u on u.id = c.author_id and ${readable}
             where c.id = $1 and ${existsFor('$2::boolean', '$3::uuid')}`,
      values: [id, moderates, viewerId],
    });
    return row?.comment ?? null;
  }

  /** The post of a comment whose existence is public. */
  async findListedPostId(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ postId: string }>({
      name: 'comments_listed_post_id',
      text: `select post_id as "postId" from comments c where id = $1 and listed and ${postIsThere('c')}`,
      values: [id],
    });
    return row?.postId ?? null;
  }

  /**
   * The post of a comment, without a lock. A merge may move it, so an act uses `ThreadLocks`.
   * @throws CommentNotFound also when the post was deleted
   */
  async getPostId(id: string, from: Queryable = this.database): Promise<string> {
    const [row] = await from.query<{ postId: string }>({
      name: 'comments_post_id',
      text: `select post_id as "postId" from comments c where id = $1 and ${postIsThere('c')}`,
      values: [id],
    });
    if (!row) throw new CommentNotFound();
    return row.postId;
  }

  /** The row itself, for a write that holds the lock of its thread. */
  async find(tx: Tx, id: string): Promise<CommentEntity | null> {
    return tx.manager.findOneBy(CommentEntity, { id });
  }

  /** A write of the row itself, under the lock of its thread. */
  async update(tx: Tx, id: string, change: Partial<CommentEntity>): Promise<void> {
    await tx.manager.update(CommentEntity, { id }, change);
  }

  /** Whether an account has fewer published comments than the site reviews first. */
  async isNewcomer(tx: Tx, userId: string, holdFirst: number): Promise<boolean> {
    const [row] = await tx.query<{ newcomer: boolean }>({
      name: 'comments_newcomer',
      text: `select ${IS_NEWCOMER.name}($1, $2) as newcomer`,
      values: [userId, holdFirst],
    });
    return row.newcomer;
  }

  /** Raises the version after a decision without a visible change. */
  async raiseVersion(tx: Tx, id: string): Promise<void> {
    await tx.manager.increment(CommentEntity, { id }, 'version', 1);
  }

  /**
   * Adds or subtracts one listed reply, and returns whether the comment itself is listed before and
   * after.
   */
  async countReply(
    tx: Tx,
    id: string,
    delta: 1 | -1,
  ): Promise<{ parentId: string | null; was: boolean; is: boolean }> {
    const [row] = await tx.query<{ parentId: string | null; was: boolean; is: boolean }>({
      name: 'comments_count_reply',
      text: `update comments set reply_count = reply_count + $2,
               listed = (status = 'published' or reply_count + $2 > 0)
             where id = $1
             returning parent_id as "parentId", listed as "is",
               (status = 'published' or reply_count - $2 > 0) as was`,
      values: [id, delta],
    });
    return row;
  }

  async hasAnyReply(tx: Tx, id: string): Promise<boolean> {
    // Each of the two selects uses its own partial index.
    const [row] = await tx.query<{ found: boolean }>({
      name: 'comments_has_any_reply',
      text: `select exists (select 1 from comments where parent_id = $1 and listed)
                 or exists (select 1 from comments where parent_id = $1 and not listed) as found`,
      values: [id],
    });
    return row.found;
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(CommentEntity, { id });
  }

  /** Deletes the texts of a comment and closes its reports; its place in the thread stays. */
  async wipe(tx: Tx, id: string): Promise<void> {
    await this.update(tx, id, { body: '', html: '', anchor: null, quotes: null });
    await tx.query({ text: 'delete from comment_revisions where comment_id = $1', values: [id] });
    await tx.query({
      text: `update comment_flags set state = 'gone', resolved_at = now()
             where comment_id = $1 and state = 'open'`,
      values: [id],
    });
  }

  /** Keeps the text that an edit replaces. */
  async insertRevision(tx: Tx, comment: CommentEntity, marked: boolean): Promise<void> {
    await tx.query({
      text: `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
             values ($1, $2, $3, $4, coalesce(
               (select max(replaced_at) from comment_revisions where comment_id = $1), $5), $6)`,
      values: [comment.id, comment.version, comment.body, comment.html, comment.createdAt, marked],
    });
  }

  /**
   * How often a comment was edited, and in how many seconds it can be edited again under the given
   * limit of edits per minute. Both read one short index range.
   */
  async countEdits(
    tx: Tx,
    id: string,
    aMinute: number,
  ): Promise<{ edits: number; waitSeconds: number }> {
    const [row] = await tx.query<{ edits: number; waitSeconds: number }>({
      name: 'comments_count_edits',
      text: `select count(*)::integer as edits, coalesce((
               select ceil(extract(epoch from last.replaced_at - now()) + 60)::integer
               from comment_revisions last where last.comment_id = $1
               order by last.version desc offset $2 limit 1), 0) as "waitSeconds"
             from comment_revisions where comment_id = $1`,
      values: [id, aMinute - 1],
    });
    return row;
  }

  /**
   * The earlier texts, oldest first, as many as fit into a response; without those of unmarked
   * edits unless requested.
   */
  async listRevisions(
    id: string,
    { withSilent, after, limit }: { withSilent: boolean; after: number; limit: number },
  ): Promise<(CommentRevisionView & FittingRow)[]> {
    return this.database.query({
      name: 'comments_revisions',
      text: fittingSql(
        `select version, body, html, ${instantSql('written_at')} as "writtenAt",
           ${instantSql('replaced_at')} as "replacedAt"
         from comment_revisions where comment_id = $1 and (marked or $2) and version > $3
         order by version limit $4`,
        'version',
        'octet_length(body) + octet_length(html)',
      ),
      values: [id, withSilent, after, limit],
    });
  }
}
