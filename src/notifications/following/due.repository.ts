import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { NEW_ID_SQL } from '../../database/ids.js';
import { mailDueSql } from '../bell/mail-times.sql.js';
import { isReadable, isWanted, rings } from '../bell/notification-state.sql.js';

/** The most statements and notifications of one round. */
const A_ROUND = 500;

/**
 * Sends statements and notifications that are due, which means that the time for an undo has
 * passed. It runs sequentially, so that ids ascend in the order in which readers see them.
 */
@Injectable()
export class DueRepository {
  constructor(private readonly database: Database) {}

  async hasAny(): Promise<boolean> {
    const [{ due }] = await this.database.query<{ due: boolean }>({
      name: 'notifications_any_due',
      text: `select exists (select from statements where not told and visible_at <= now())
               or exists (select from notifications where state = 'waiting' and ready_at <= now()) as due`,
    });
    return due;
  }

  /**
   * Notifies users of statements that have become visible: in their lists of each, over their
   * sockets only of the latest.
   * @param mails whether a mail server is configured
   * @returns how many were due
   */
  async tellOfDecisions(mails: boolean): Promise<number> {
    const [{ count }] = await this.database.execute<{ count: number }>({
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
               insert into notifications
                 (id, user_id, type, cause, comment_id, post_id, state, ready_at, mail_due_at)
               select ${NEW_ID_SQL}, user_id, 'decision', decision_id, comment_id, post_id, 'told', visible_at,
                 case when $1 then ${mailDueSql('decided', `'decision'`)} end
               from decided where ${isWanted('decided', `'decision'`)}
               on conflict do nothing
             ), heard as (
               insert into signals (type, user_id, facts)
               select 'user.notified', user_id,
                 jsonb_build_object('type', 'decision.made', 'id', decision_id, 'state', action)
               from (select distinct on (user_id) * from decided where ${rings('decided', `'decision'`)}
                     order by user_id, decision_id desc) latest
             )
             select count(*)::integer as count from due`,
      values: [mails],
    });
    return count;
  }

  /**
   * Notifies users of due notifications; of several only the latest is sent over their sockets. A
   * notification of a hidden comment is withheld until the comment is public again. Lists are in
   * the order of sending, so a notification gets its id when it is sent.
   * @param mails whether a mail server is configured
   * @returns how many were due
   */
  async tellOfNotifications(mails: boolean): Promise<number> {
    const [{ count }] = await this.database.execute<{ count: number }>({
      name: 'notifications_tell',
      text: `with due as (
               select id, ready_at, cause, ${isReadable('n')} as readable from notifications n
               where state = 'waiting' and ready_at <= now()
               order by ready_at limit ${A_ROUND} for update skip locked
             ), ordered as (
               select id, readable, ${NEW_ID_SQL} as new_id from (select * from due order by ready_at, cause) due
             ), told as (
               update notifications n set state = case when readable then 'told' else 'withheld' end,
                 id = case when readable then new_id else n.id end,
                 mail_due_at = case when $1 and readable then ${mailDueSql('n')} end
               from ordered o where n.id = o.id
               returning n.id, n.user_id, n.type, n.state
             ), heard as (
               insert into signals (type, user_id, facts)
               select 'user.notified', user_id,
                 jsonb_build_object('type', 'notification.added', 'id', id, 'state', type)
               from (select distinct on (user_id) * from told
                     where state = 'told' and ${rings('told')}
                     order by user_id, id desc) latest
             )
             select count(*)::integer as count from due`,
      values: [mails],
    });
    return count;
  }
}
