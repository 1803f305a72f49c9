import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { isNew } from '../terms/queue-kinds.js';
import type { QueueItemView } from './queue.dto.js';
import { SIGNAL_QUEUE } from './queue-items.sql.js';
import { QueueItemNotFound } from '../terms/moderation.errors.js';

/** The data of an item that decisions depend on. */
export type OpenItem = Pick<QueueItemView, 'id' | 'subject' | 'kind'>;

/** Single items of the queue. */
@Injectable()
export class QueueItemsRepository {
  constructor(private readonly database: Database) {}

  /** The item if it is open. Also finds a new comment, which has no row of its own. */
  async findOpen(id: string, from: Queryable = this.database): Promise<OpenItem | null> {
    return from.first<OpenItem>({
      name: 'queue_items_open',
      text: `select id, subject, kind from queue_items where id = $1 and open
             union all
             select c.id, 'comment', 'new' from comments c
             where c.id = $1 and ${isNew('c')}
             limit 1`,
      values: [id],
    });
  }

  /** @throws QueueItemNotFound */
  async getOpen(id: string, from?: Queryable): Promise<OpenItem> {
    const item = await this.findOpen(id, from);
    if (!item) throw new QueueItemNotFound();
    return item;
  }

  /** Notifies staff, with ids and facts only. */
  async signal(tx: Tx, { id, kind }: OpenItem, change: string, by: string): Promise<void> {
    await tx.query({
      name: 'queue_items_signal',
      text: `select ${SIGNAL_QUEUE.name}($1, $2, $3, $4)`,
      values: [id, kind, change, by],
    });
  }

  /** Leaves an item to administrators, and ends its claim. */
  async escalate(tx: Tx, item: OpenItem, by: string): Promise<void> {
    await tx.query({
      name: 'queue_items_escalate',
      text: `insert into queue_items as q (id, subject, kind, post_id, escalated_by, escalated_at)
             values ($1, $2, 'escalated', (select post_id from comments where id = $1), $3, now())
             on conflict (id) do update set kind = 'escalated', escalated_by = $3, escalated_at = now(),
               since = case when q.open then q.since else now() end, open = true, closed_at = null`,
      values: [item.id, item.subject, by],
    });
    await tx.query({ text: 'delete from queue_claims where item_id = $1', values: [item.id] });
  }

  /** Returns an item to the moderators, or closes it if it has no other cause. */
  async deescalate(tx: Tx, id: string): Promise<void> {
    await tx.query({
      name: 'queue_items_deescalate',
      text: `update queue_items q set escalated_by = null, escalated_at = null, kind = after.kind,
               open = after.waits, closed_at = case when not after.waits then now() end
             from (select held.is, case when held.is then 'held' else 'reported' end as kind,
                 held.is or r.flag_count + r.notice_count > 0 or r.surge is not null as waits
               from queue_items r cross join lateral (select exists (select 1 from comments
                 where comments.id = r.id and status = 'held') as is) held
               where r.id = $1) after
             where q.id = $1`,
      values: [id],
    });
  }

  /**
   * Closes the open items of a deleted post, at the time of the transaction, and ends their claims.
   */
  async closeOfPost(tx: Tx, postId: string): Promise<void> {
    await tx.query({
      name: 'queue_items_close_of_post',
      text: `with closed as (
               update queue_items set open = false, closed_at = now() where post_id = $1 and open
               returning id, kind
             ), unclaimed as (
               delete from queue_claims claim using comments c
               where c.id = claim.item_id and c.post_id = $1 returning claim.item_id as id
             )
             select ${SIGNAL_QUEUE.name}(id, coalesce(kind, 'new'), 'gone')
             from closed full join unclaimed using (id)`,
      values: [postId],
    });
  }

  /**
   * Reopens the items that the deletion of a post has closed, if they still have a cause.
   * @param closedAt the time of the deletion, to the millisecond
   */
  async reopenOfPost(tx: Tx, postId: string, closedAt: Date): Promise<void> {
    await tx.query({
      name: 'queue_items_reopen_of_post',
      text: `with reopened as (
               update queue_items q set open = true, closed_at = null from comments c
               where q.closed_at >= $2::timestamptz and q.closed_at < $2::timestamptz + interval '1 millisecond'
                 and not q.open and q.post_id = $1 and c.id = q.id
                 and (c.status = 'held' or (c.status = 'published'
                   and (q.escalated_at is not null or q.surge is not null or q.flag_count + q.notice_count > 0)))
               returning q.id, q.kind
             )
             select ${SIGNAL_QUEUE.name}(id, kind, 'new') from reopened`,
      values: [postId, closedAt],
    });
  }
}
