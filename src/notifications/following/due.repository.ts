import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { NEW_ID_SQL } from '../../database/ids.js';
import { isReadable, isWanted, rings } from '../bell/notification-state.sql.js';

/** How many statements and notifications are told in one go. */
const A_ROUND = 500;

/** What has become due: the time for an undo is over. */
@Injectable()
export class DueRepository {
  constructor(private readonly database: Database) {}

  /** Tells those whose statements have become visible: at once of several the latest, and in their lists each. */
  async tellOfDecisions(): Promise<number> {
    const rows = await this.database.execute({
      name: 'statements_tell',
      text: `with due as (
               select decision_id from statements where not told and visible_at <= now()
               order by visible_at limit ${A_ROUND} for update skip locked
             ), told as (
               update statements s set told = true from due where s.decision_id = due.decision_id
               returning s.user_id, s.decision_id, s.visible_at
             ), decided as (
               select t.*, d.action, d.comment_id, d.post_id
               from told t join decisions d on d.id = t.decision_id
             ), listed as (
               insert into notifications (id, user_id, type, cause, comment_id, post_id, ready_at)
               select ${NEW_ID_SQL}, user_id, 'decision', decision_id, comment_id, post_id, visible_at
               from decided where ${isWanted('user_id', `'decision'`)}
               on conflict do nothing
             )
             insert into signals (type, user_id, facts)
             select 'user.notified', user_id,
               jsonb_build_object('type', 'decision.made', 'id', decision_id, 'state', action)
             from (select distinct on (user_id) * from decided order by user_id, decision_id desc) latest
             returning 1`,
    });
    return rows.length;
  }

  /**
   * Tells those whose notifications have become due: over their sockets of several the latest. What is hidden by
   * now is withheld, until its comment is public again.
   * @returns how many were due
   */
  async tellOfNotifications(): Promise<number> {
    const [{ count }] = await this.database.execute<{ count: number }>({
      name: 'notifications_tell',
      text: `with due as (
               select id from notifications where state = 'waiting' and ready_at <= now()
               order by ready_at limit ${A_ROUND} for update skip locked
             ), told as (
               update notifications n set state = case when ${isReadable('n')} then 'told' else 'withheld' end
               from due where n.id = due.id
               returning n.id, n.user_id, n.type, n.state
             ), heard as (
               insert into signals (type, user_id, facts)
               select 'user.notified', user_id,
                 jsonb_build_object('type', 'notification.added', 'id', id, 'state', type)
               from (select distinct on (user_id) * from told
                     where state = 'told' and ${rings('user_id', 'type')}
                     order by user_id, id desc) latest
             )
             select count(*)::integer as count from due`,
    });
    return count;
  }
}
