import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { Database, type Tx } from '../../database/database.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { heldEvidence } from '../terms/held-evidence.sql.js';
import type { OwnDecisionView } from './statements.dto.js';
import type { Language } from '../../text/plain/languages.js';

export interface NewStatement {
  decisionId: string;
  userId: string;
  language: Language;
  text: string;
  /** Seconds until the affected user sees it. */
  delay: number;
}

/** A decision in the form for the affected user. */
const OWN_DECISION = `select d.id, d.subject, d.action, d.reason, d.rule, d.comment_id as "commentId",
    d.post_id as "postId", ${instantSql('d.until')} as until, s.language, s.text,
    'Moderation' as by, d.undoes,
    exists (select 1 from decisions later where later.undoes = d.id) as undone,
    ${heldEvidence('d.id')} as evidence,
    ${instantSql('d.created_at')} as "createdAt"
  from statements s join decisions d on d.id = s.decision_id`;

/** Statements of reasons. Each is delayed for a while, so that an undo within it stays unseen. */
@Injectable()
export class StatementsRepository {
  constructor(private readonly database: Database) {}

  /** The language of the post; for an account, that of the post with its latest comment. */
  async findLanguage(tx: Tx, postId: string | null, userId: string): Promise<string | null> {
    const [row] = await tx.query<{ language: string }>({
      name: 'statements_language',
      text: `select language from posts where id = coalesce($1::uuid, (
               select post_id from comments where author_id = $2 order by id desc limit 1))`,
      values: [postId, userId],
    });
    return row?.language ?? null;
  }

  async findCanned(tx: Tx, reason: Reason, language: Language): Promise<string | null> {
    const [row] = await tx.query<{ text: string }>({
      name: 'statements_canned',
      text: 'select text from canned_reasons where reason = $1 and language = $2',
      values: [reason, language],
    });
    return row?.text ?? null;
  }

  async insert(tx: Tx, statement: NewStatement): Promise<void> {
    const { decisionId, userId, language, text, delay } = statement;
    await tx.query({
      name: 'statements_insert',
      text: `insert into statements (decision_id, user_id, language, text, visible_at)
             values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      values: [decisionId, userId, language, text, delay],
    });
  }

  /**
   * Withdraws a statement if nobody can have seen it yet.
   * @returns whether it is too late for that
   */
  async withdraw(tx: Tx, decisionId: string): Promise<boolean> {
    const [row] = await tx.query<{ visible: boolean }>({
      name: 'statements_withdraw',
      text: `with gone as (
               delete from statements where decision_id = $1 and visible_at > now()
             )
             select exists (
               select 1 from statements where decision_id = $1 and visible_at <= now()) as visible`,
      values: [decisionId],
    });
    return row.visible;
  }

  /** The decisions about a user, in the form that the user may read, newest first. */
  async listOf(userId: string, limit: number, beforeId: string): Promise<OwnDecisionView[]> {
    return this.database.query<OwnDecisionView>({
      name: 'statements_of',
      text: `${OWN_DECISION}
             where s.user_id = $1 and s.visible_at <= now()
               and s.decision_id < $3
             order by s.decision_id desc limit $2`,
      values: [userId, limit, beforeId],
    });
  }

  /** The statements with the given ids, in no order. */
  async listAmong(userId: string, ids: readonly string[]): Promise<OwnDecisionView[]> {
    return this.database.query<OwnDecisionView>({
      name: 'statements_among',
      text: `${OWN_DECISION}
             where s.decision_id = any($2::uuid[]) and s.user_id = $1 and s.visible_at <= now()`,
      values: [userId, ids],
    });
  }
}
