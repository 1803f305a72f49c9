import { Injectable } from '@nestjs/common';
import { PUBLICLY_READABLE } from '../../comments/shape/visibility.js';
import { Database, type Tx } from '../../database/database.js';
import { NEW_ID_SQL } from '../../database/ids.js';
import { publicNameSql } from '../../users/accounts/user-json.sql.js';
import { wantsMail } from '../bell/mail-times.sql.js';
import type { NotificationType } from '../bell/notification-kinds.js';
import { isReadable } from '../bell/notification-state.sql.js';

/** The most accounts of one round. */
const A_ROUND = 100;
/** The most notifications in one mail. The rest waits for the next mail. */
const MOST_GATHERED = 500;
/** An account gets at most one mail in this time; later notifications are in the next one. */
const BETWEEN_MAILS = `interval '15 minutes'`;
/** The most notifications that a mail shows; the list has all of them. */
const MOST_SHOWN = 20;
/** How much of the HTML of a comment is read for the beginning of its text. */
const HTML = 2_000;

/** The recipient of a mail. */
export interface Addressee {
  userId: string;
  username: string;
  email: string;
  emailKey: string;
  language: string | null;
}

/** A notification in a mail, in the state at the time of writing. */
export interface MailedItem {
  type: NotificationType;
  commentId: string | null;
  /** The author of the comment or the update; null for decisions, and if the author was erased. */
  author: string | null;
  /** The beginning of the HTML of the comment, cut at any position; null if there is none. */
  html: string | null;
  /** The statement of reasons of a decision. */
  statement: string | null;
  post: { id: string; slug: string; title: string; url: string | null } | null;
  /** The total number. */
  count: number;
}

/** Condition: a notification `n` is due, and its account has not been mailed recently. */
const DUE = `n.mail_due_at <= now() and not exists (
  select from mailed_accounts m where m.user_id = n.user_id and m.mailed_at > now() - ${BETWEEN_MAILS})`;

/**
 * Condition: the comment of an unread notification `n` is hidden, and its user wants mail of it. It
 * is mailed when the comment is public again.
 */
const HIDDEN_NEWS = `n.state = 'told' and n.read_at is null and n.type in ('reply', 'mention', 'followed')
  and ${wantsMail('n')} and exists (
    select from comments c where c.id = n.comment_id and not (${PUBLICLY_READABLE}))`;

/** The notifications that are to be mailed. */
@Injectable()
export class MailingsRepository {
  constructor(private readonly database: Database) {}

  async hasDue(): Promise<boolean> {
    const [{ due }] = await this.database.query<{ due: boolean }>({
      name: 'mailings_any_due',
      text: `select exists (select from notifications n where ${DUE}) as due`,
    });
    return due;
  }

  /**
   * Assigns due notifications to mails. All of an account go into one mail, even if other accounts
   * wait, so that a digest is one mail.
   * @returns the ids of the mails
   */
  async gather(tx: Tx): Promise<string[]> {
    const mails = await tx.query<{ mailId: string }>({
      name: 'mailings_gather',
      text: `with accounts as (
               select distinct user_id from (
                 select n.user_id from notifications n where ${DUE}
                 order by n.mail_due_at, n.user_id limit ${A_ROUND}) first
             ), due as (
               select mine.id, a.user_id from accounts a cross join lateral (
                 select n.id from notifications n where n.user_id = a.user_id and n.mail_due_at <= now()
                 order by n.id limit ${MOST_GATHERED} for update skip locked) mine
             ), mails as (
               select user_id, ${NEW_ID_SQL} as mail_id from (select distinct user_id from due) accounts
             ), noted as (
               insert into mailed_accounts (user_id, mailed_at) select user_id, now() from mails order by user_id
               on conflict (user_id) do update set mailed_at = excluded.mailed_at
             ), gathered as (
               update notifications n set mail_id = m.mail_id, mail_due_at = null
               from due join mails m on m.user_id = due.user_id where n.id = due.id
               returning n.mail_id
             )
             select distinct mail_id as "mailId" from gathered`,
    });
    return mails.map(({ mailId }) => mailId);
  }

  /**
   * The recipient of a mail; null when it was sent already, or the account must not or cannot get
   * mail.
   */
  async findAddressee(mailId: string): Promise<Addressee | null> {
    const [addressee] = await this.database.query<Addressee>({
      name: 'mailings_addressee',
      text: `select u.id as "userId", u.username, u.email, u.email_key as "emailKey", u.language
             from users u
             where u.id = (select user_id from notifications where mail_id = $1 limit 1)
               and u.kind = 'member' and u.email is not null
               and u.email_verified_at is not null and u.email_failed_at is null`,
      values: [mailId],
    });
    return addressee ?? null;
  }

  /**
   * The notifications of a mail that are still to be sent, oldest first: those about public
   * comments that the recipient has neither read nor disabled since. A banned account gets only
   * decisions.
   */
  async listItems(mailId: string): Promise<MailedItem[]> {
    return this.database.query<MailedItem>({
      name: 'mailings_items',
      text: `select n.type, n.comment_id as "commentId", told.author, told.html, s.text as statement, (
               select json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'url', p.url) from posts p
               where p.id = coalesce(told.post_id, n.post_id) and p.gone_at is null) as post,
               count(*) over ()::integer as count
             from notifications n join users reader on reader.id = n.user_id
               left join statements s on n.type = 'decision' and s.decision_id = n.cause
               left join lateral (
                 select c.post_id, left(c.html, ${HTML}) as html,
                   case when n.type = 'correction' then (
                     select ${publicNameSql('u')} from post_updates x join users u on u.id = x.author_id where x.id = n.cause)
                   else (select ${publicNameSql('u')} from users u where u.id = c.author_id) end as author
                 from comments c where c.id = n.comment_id and n.type <> 'decision' offset 0
               ) told on true
             where n.mail_id = $1 and n.state = 'told' and n.read_at is null
               and ${wantsMail('n')} and ${isReadable('n')}
               and (n.type = 'decision' or reader.standing <> 'banned') and reader.closed_at is null
               and (n.type in ('decision', 'correction') or coalesce((
                 select level from subscriptions f where f.user_id = n.user_id and f.post_id = told.post_id),
                 'replies') = any(case n.type when 'followed' then '{all}' else '{all,replies}' end::text[]))
             order by n.id limit ${MOST_SHOWN}`,
      values: [mailId],
    });
  }

  /**
   * Marks notifications as mailed, or as no longer needed. One about a comment that is held or
   * removed now becomes unsent again, so that it is mailed when the comment is public again.
   */
  async finish(mailId: string): Promise<void> {
    await this.database.execute({
      name: 'mailings_finish',
      text: `update notifications n set mail_id = null,
               state = case when ${HIDDEN_NEWS} then 'withheld' else n.state end
             where n.id = any(array(
               select id from notifications where mail_id = $1 order by id for update))`,
      values: [mailId],
    });
  }
}
