import { Injectable } from '@nestjs/common';
import { singleCommentText, textBytesSql } from '../../comments/shape/comment-json.sql.js';
import { PUBLICLY_READABLE } from '../../comments/shape/visibility.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { instantSql } from '../../database/json-text.js';
import { type FittingRow, fittingSql } from '../../database/rows-that-fit.js';
import type { NotificationType } from './notification-kinds.js';
import { isReadable, rings } from './notification-state.sql.js';
import type { NotificationView } from './notifications.dto.js';

/** The number of unread notifications is not counted beyond this. */
const MOST_COUNTED = 100;

/** The notifications `n` in the list of the user $1. */
const SHOWN = `n.user_id = $1 and n.state = 'told' and ${rings('n')} and ${isReadable('n')}`;

export interface NotificationRow {
  id: string;
  type: NotificationType;
  at: string;
  read: boolean;
  /** The id of the comment, the decision or the update. */
  cause: string;
  comment: NotificationView['comment'] | null;
  post: NotificationView['post'] | null;
}

/** Reads notifications. Every read checks the current state of their subjects. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, as many as fit into a response, with the current public form of the comments. */
  async list(
    userId: string,
    limit: number,
    beforeId: string,
  ): Promise<(NotificationRow & FittingRow)[]> {
    return this.database.query({
      name: 'notifications_list',
      text: `select page.id, found, page.type, ${instantSql('page.created_at')} as at,
               page.read_at is not null as read, page.cause, told.comment, (
                 select json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'url', p.url)
                 from posts p
                 where p.id = coalesce(told.post_id, page.post_id) and p.gone_at is null) as post
             from (${fittingSql(
               `select n.*,
                  coalesce((select ${textBytesSql('c')} from comments c where c.id = n.comment_id), 0)
                    + coalesce((select octet_length(text) from statements where decision_id = n.cause), 0) as bytes
                from notifications n
                where ${SHOWN} and n.id < $3
                order by n.id desc limit $2`,
               'id desc',
               'bytes',
             )}) page
               left join lateral (
                 select c.post_id, (${singleCommentText(PUBLICLY_READABLE)})::json as comment
                 from comments c join users u on u.id = c.author_id
                 where c.id = page.comment_id and page.type <> 'decision' offset 0
               ) told on true
             order by nth`,
      values: [userId, limit, beforeId],
    });
  }

  async countUnread(userId: string, from: Queryable = this.database): Promise<number> {
    const [{ count }] = await from.query<{ count: number }>({
      name: 'notifications_unread',
      text: `select count(*)::integer as count from (
               select from notifications n where n.read_at is null and ${SHOWN}
               limit ${MOST_COUNTED}) unread`,
      values: [userId],
    });
    return count;
  }

  /**
   * Marks the notifications that the list shows as read. One that is hidden now stays unread, and
   * is shown again when its comment is public. Notifies other pages of the same reader if anything
   * changes.
   * @returns whether anything has changed
   */
  async markRead(
    tx: Tx,
    userId: string,
    { upTo = null, ids = null }: { upTo?: string | null; ids?: readonly string[] | null },
  ): Promise<boolean> {
    const rows = await tx.query({
      name: 'notifications_read',
      text: `with marked as (
               update notifications n set read_at = now()
               where n.read_at is null and (n.id <= $2::uuid or n.id = any($3::uuid[])) and ${SHOWN}
               returning id
             ), last as (
               select id from marked order by id desc limit 1
             )
             insert into signals (type, user_id, facts)
             select 'user.notified', $1,
               jsonb_build_object('type', 'notification.read', 'id', id, 'state', 'read') from last
             returning 1`,
      values: [userId, upTo, ids],
    });
    return rows.length > 0;
  }

  /** @returns whether there may be more */
  async dropBefore(id: string, limit: number): Promise<boolean> {
    const rows = await this.database.execute({
      name: 'notifications_drop',
      text: `delete from notifications where id = any(array(
               select id from notifications where id < $1 order by id limit $2 for update skip locked))
             returning 1`,
      values: [id, limit],
    });
    return rows.length === limit;
  }
}
