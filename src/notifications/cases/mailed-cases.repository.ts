import { Injectable } from '@nestjs/common';
import { postIsThere } from '../../comments/shape/visibility.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { Database } from '../../database/database.js';
import type { Role, Standing } from '../../users/viewer/viewer.js';
import { publicNameSql } from '../../users/accounts/user-json.sql.js';
import { standingNow } from '../../users/viewer/standing.sql.js';
import type { CaseKind } from '../bell/notification-kinds.js';
import { wantsCases } from '../bell/mail-times.sql.js';
import { takesMail } from './mailed-staff.sql.js';

/** The most cases in a summary. */
const MOST_SHOWN = 20;

/** The staff member who gets a mail. */
export interface MailedModerator {
  id: string;
  role: Role;
  standing: Standing;
  username: string;
  email: string;
  emailKey: string;
  passwordHash: string | null;
  language: string | null;
}

/** The current state of a comment that needs a decision. */
export interface WaitingCase {
  /** Null if the author was erased. */
  author: string | null;
  html: string;
  /** The rules that hold it. */
  rules: string[];
  reports: number;
  /** The most frequent reason of the reports. */
  reason: Reason | null;
  notices: number;
  post: { slug: string; title: string; url: string | null };
}

export interface MailedCase extends WaitingCase {
  kind: CaseKind;
  commentId: string;
  version: number;
  /** The explanation of the notice. */
  explanation: string | null;
  /** The total number. */
  count: number;
}

/** A decision that was made by a link. */
export interface DecisionByLink {
  id: string;
  at: Date;
}

/** The columns of a comment `c` with its post `p`. */
const WAITING = `(select ${publicNameSql('a')} from users a where a.id = c.author_id) as author, c.html,
  coalesce((select array_agg(held->>'rule') from jsonb_array_elements(c.hold) held
    where c.status = 'held'), '{}') as rules,
  coalesce(q.flag_count, 0) as reports, coalesce(q.notice_count, 0) as notices,
  (select mode() within group (order by f.reason) from comment_flags f
    where f.comment_id = c.id and f.state = 'open') as reason,
  json_build_object('slug', p.slug, 'title', p.title, 'url', p.url) as post`;

const PLACES = `join posts p on p.id = c.post_id
  left join queue_items q on q.id = c.id and q.open`;

/** Reads the cases of mails to staff in their current state. */
@Injectable()
export class MailedCasesRepository {
  constructor(private readonly database: Database) {}

  /** Null when the mail does not exist, or the account must not or cannot get mail. */
  async findModerator(mailId: string): Promise<MailedModerator | null> {
    const [moderator] = await this.database.query<MailedModerator>({
      name: 'mailed_cases_moderator',
      text: `select u.id, u.role, ${standingNow('u')} as standing, u.username, u.email,
               u.email_key as "emailKey", u.password_hash as "passwordHash", u.language
             from users u where u.id = (select user_id from case_mails where mail_id = $1 limit 1)
               and ${takesMail('u')}`,
      values: [mailId],
    });
    return moderator ?? null;
  }

  /** The cases of a mail that are still open and that its reader wants mail about. */
  async list(mailId: string): Promise<MailedCase[]> {
    return this.database.query<MailedCase>({
      name: 'mailed_cases_list',
      text: `select m.kind, c.id as "commentId", c.version, n.explanation, ${WAITING},
               count(*) over ()::integer as count
             from case_mails m join users u on u.id = m.user_id
               join comments c on c.id = m.comment_id ${PLACES}
               left join notices n on m.kind = 'notice' and n.id = m.cause
             where m.mail_id = $1 and c.author_id <> u.id and ${wantsCases('u', 'm.kind')}
               and ${postIsThere('c')} and case m.kind when 'held' then c.status = 'held'
                 when 'notice' then n.state = 'received' else q.flag_count > 0 end
             order by m.id limit ${MOST_SHOWN}`,
      values: [mailId],
    });
  }

  async find(commentId: string): Promise<WaitingCase | null> {
    const [found] = await this.database.query<WaitingCase>({
      name: 'mailed_cases_find',
      text: `select ${WAITING} from comments c ${PLACES} where c.id = $1 and ${postIsThere('c')}`,
      values: [commentId],
    });
    return found ?? null;
  }

  /** The decision of an account on a version of a comment, unless it was undone. */
  async findDecision(
    moderatorId: string,
    { commentId, version, action }: { commentId: string; version: number; action: string },
  ): Promise<DecisionByLink | null> {
    const [decision] = await this.database.query<DecisionByLink>({
      name: 'mailed_cases_decision',
      text: `select d.id, d.created_at as at from decisions d
             where d.comment_id = $2 and d.moderator_id = $1 and d.comment_version = $3 and d.action = $4
               and not exists (select from decisions later where later.undoes = d.id)`,
      values: [moderatorId, commentId, version, action],
    });
    return decision ?? null;
  }
}
