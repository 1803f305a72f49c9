import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { NEW_ID_SQL } from '../../database/ids.js';
import { isAbleNow } from '../../users/viewer/standing.sql.js';
import { wantsCases } from '../bell/mail-times.sql.js';
import { takesMail } from './mailed-staff.sql.js';

/** The most new cases in one round. */
const A_ROUND = 500;
/** The most cases of an account that wait for a mail. Further ones are only in the queue. */
const MOST_WAITING = 500;
/** The most mails of an account in an hour. The last one summarises the remaining cases. */
const MOST_IN_HOUR = 10;

/** The number of mails that an account may get now. */
const roomOf = (user: string) => `(${MOST_IN_HOUR} - (
  select count(distinct m.mail_id) from case_mails m
  where m.user_id = ${user} and m.mailed_at > now() - interval '1 hour'))`;

/** Selects the staff members to mail about open cases, and the number of mails. */
@Injectable()
export class CaseMailingsRepository {
  constructor(private readonly database: Database) {}

  async hasDue(): Promise<boolean> {
    const [{ due }] = await this.database.query<{ due: boolean }>({
      name: 'case_mailings_any_due',
      text: `select exists (select from case_news) or exists (
               select from (select distinct user_id from case_mails where mail_id is null) w
               where ${roomOf('w.user_id')} > 0) as due`,
    });
    return due;
  }

  /**
   * Records which staff members to mail about new cases. A case is recorded once for each of them
   * until it is mailed. Each staff member is checked once, however many cases there are: which
   * kinds they want, and whether too many of their cases wait.
   * @returns the number of cases
   */
  async tell(): Promise<number> {
    const [{ count }] = await this.database.execute<{ count: number }>({
      name: 'case_mailings_tell',
      text: `with news as (
               delete from case_news where id = any(array(
                 select id from case_news order by id limit ${A_ROUND} for update skip locked))
               returning kind, comment_id, coalesce(notice_id, comment_id) as cause
             ), staff as materialized (
               select u.id from users u
               where u.role <> 'member' and ${takesMail('u')} and ${isAbleNow('u')}
                 and (select count(*) from (select from case_mails w
                   where w.user_id = u.id and w.mail_id is null limit ${MOST_WAITING}) waiting) < ${MOST_WAITING}
             ), readers as materialized (
               select u.id, k.kind from (select distinct kind from news) k
                 cross join staff join users u using (id)
               where ${wantsCases('u', 'k.kind')}
             ), told as (
               insert into case_mails (id, user_id, kind, comment_id, cause)
               select ${NEW_ID_SQL}, r.id, n.kind, n.comment_id, n.cause
               from (select distinct kind, comment_id, cause from news) n
                 join comments c on c.id = n.comment_id
                 join readers r on r.kind = n.kind and r.id <> c.author_id
               order by n.cause, r.id
               on conflict (user_id, kind, cause) where mail_id is null do nothing
             )
             select count(*)::integer as count from news`,
    });
    return count;
  }

  /**
   * Assigns cases to mails: one mail for each while the hourly limit allows it, and one for the
   * rest.
   * @returns the ids of the mails
   */
  async gather(tx: Tx): Promise<string[]> {
    const mails = await tx.query<{ mailId: string }>({
      name: 'case_mailings_gather',
      text: `with accounts as (
               select user_id, ${roomOf('w.user_id')} as room
               from (select distinct user_id from case_mails where mail_id is null) w
             ), waiting as (
               select a.user_id, a.room, w.id from accounts a cross join lateral (
                 select id from case_mails where user_id = a.user_id and mail_id is null
                 order by id for update skip locked) w
               where a.room > 0
             ), placed as (
               select id, user_id, least(row_number() over (partition by user_id order by id), room) as nth
               from waiting
             ), mails as (
               select user_id, nth, ${NEW_ID_SQL} as mail_id
               from (select distinct user_id, nth from placed) each
             )
             update case_mails c set mail_id = m.mail_id, mailed_at = now()
             from placed p join mails m using (user_id, nth) where c.id = p.id
             returning m.mail_id as "mailId"`,
    });
    return [...new Set(mails.map(({ mailId }) => mailId))];
  }
}
