import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import { instantSql } from '../database/json-text.js';
import type { Act } from '../acts/acts.js';
import type { EventDraft, LoggedEvent } from './event-kinds.js';

/** The current position of the log of a post. */
export interface Head {
  postId: string;
  seq: number;
  pageVersion: number;
}

@Injectable()
export class EventLogRepository {
  constructor(private readonly database: Database) {}

  async open(tx: Tx, postId: string): Promise<void> {
    await tx.query({ text: 'insert into post_heads (post_id) values ($1)', values: [postId] });
  }

  /**
   * Takes the lock that every act on a thread takes first, so that no other act changes what is
   * read afterwards.
   * @returns the current seq, or null when the post does not exist
   */
  async lock(tx: Tx, postId: string): Promise<number | null> {
    const [head] = await tx.query<{ seq: number }>({
      name: 'event_log_lock',
      text: 'select seq from post_heads where post_id = $1 for no key update',
      values: [postId],
    });
    return head?.seq ?? null;
  }

  /** The same for acts on several threads. All acts lock heads in the same order. */
  async lockAll(tx: Tx, postIds: readonly string[]): Promise<void> {
    await tx.query({
      name: 'event_log_lock_all',
      text: 'select from post_heads where post_id = any($1::uuid[]) order by post_id for no key update',
      values: [postIds],
    });
  }

  /**
   * Appends events in order, and updates the number of published comments.
   * @returns the seq of the last one
   */
  async append(
    act: Act,
    postId: string,
    drafts: readonly EventDraft[],
    commentDelta = 0,
  ): Promise<number> {
    act.touchedPosts.add(postId);
    const [head] = await act.query<{ seq: number }>({
      name: 'event_log_append',
      text: `with head as (
               update post_heads set seq = seq + $2, comment_count = comment_count + $3
               where post_id = $1 returning seq
             ), logged as (
               insert into post_events (post_id, seq, type, comment_id, facts)
               select $1, head.seq - $2 + draft.place, draft.type, draft.comment_id, draft.facts
               from head, unnest($4::text[], $5::uuid[], $6::jsonb[])
                 with ordinality as draft (type, comment_id, facts, place)
             )
             select seq from head`,
      values: [
        postId,
        drafts.length,
        commentDelta,
        drafts.map((draft) => draft.type),
        drafts.map((draft) => draft.commentId ?? null),
        drafts.map((draft) => (draft.facts ? JSON.stringify(draft.facts) : null)),
      ],
    });
    return head.seq;
  }

  /**
   * Invalidates every cached page of posts without an event, as when an author's name changes.
   * Locked posts are skipped: an act with many heads must not wait for one.
   * @returns the posts that were invalidated
   */
  async touchPages(act: Act, postIds: readonly string[]): Promise<string[]> {
    const rows = await act.query<{ id: string }>({
      name: 'event_log_touch',
      text: `with heads as (
               select post_id from post_heads where post_id = any($1::uuid[])
               order by post_id for no key update skip locked
             )
             update post_heads h set page_version = page_version + 1
             from heads where h.post_id = heads.post_id returning h.post_id as id`,
      values: [postIds],
    });
    for (const { id } of rows) act.touchedPosts.add(id);
    return rows.map(({ id }) => id);
  }

  /** At most `limit` events with a seq greater than `after`, in order. */
  async listAfter(postId: string, after: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.query<LoggedEvent>({
      name: 'event_log_after',
      text: `select seq, type, ${instantSql('at')} as at, comment_id as "commentId", facts
             from post_events where post_id = $1 and seq > $2 order by seq limit $3`,
      values: [postId, after, limit],
    });
  }

  /**
   * The current seq, and the seq up to which events were deleted; null when the post does not
   * exist.
   */
  async findExtent(postId: string): Promise<{ seq: number; keptAfter: number } | null> {
    return this.database.first<{ seq: number; keptAfter: number }>({
      name: 'event_log_extent',
      text: `select h.seq, h.kept_seq as "keptAfter" from post_heads h join posts p on p.id = h.post_id
             where h.post_id = $1 and p.gone_at is null`,
      values: [postId],
    });
  }

  async listHeads(postIds: readonly string[]): Promise<Head[]> {
    return this.database.query<Head>({
      name: 'event_log_heads',
      text: 'select post_id as "postId", seq, page_version as "pageVersion" from post_heads where post_id = any($1::uuid[])',
      values: [postIds],
    });
  }

  /** The epoch: the id of this database's history, which changes when a backup is restored. */
  async getEpoch(): Promise<string> {
    const [site] = await this.database.query<{ epoch: string }>({
      name: 'site_epoch',
      text: 'select epoch from site',
    });
    return site.epoch;
  }

  /**
   * Starts a new epoch when the database runs in another place than before: a restored backup lacks
   * events that readers have seen. A place is a cluster and its timeline, so a promoted standby
   * counts as another one.
   */
  async renewEpochElsewhere(): Promise<void> {
    await this.database.execute({
      text: `with here as (
               select (select system_identifier from pg_control_system()) || '-'
                 || (select timeline_id from pg_control_checkpoint()) as place
             )
             update site set place = here.place,
               epoch = case when site.place is null then epoch else gen_random_uuid() end
             from here where site.place is distinct from here.place`,
    });
  }
}
