import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/accounts/user-json.sql.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import type { Tie } from '../terms/decision-actions.js';
import type { DecisionReasonDto } from '../terms/decision-reason.dto.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import { heldEvidence } from '../terms/held-evidence.sql.js';
import type { PublicDecisionView } from './log.dto.js';
import type { TransparencyFacts } from './transparency.js';

/** The state before a decision, which an undo restores. */
type Before = object;

export interface NewDecision
  extends
    Pick<DecisionView, 'subject' | 'action'>,
    Partial<Pick<DecisionView, 'commentId' | 'postId' | 'userId' | 'undoes' | 'ledBy'>>,
    DecisionReasonDto {
  /** Null when no moderator decided. */
  moderatorId: string | null;
  /** The version of the decided comment. */
  commentVersion?: number | null;
  /** When the author wrote the decided text. */
  contentAt?: Date | null;
  until?: Date | null;
  ties?: readonly Tie[];
  before?: Before;
}

/** The data of a decision for its undo. */
export interface MadeDecision extends Pick<
  DecisionView,
  'id' | 'subject' | 'action' | 'commentId' | 'postId' | 'userId' | 'undone'
> {
  commentVersion: number | null;
  contentAt: Date | null;
  before: Before | null;
}

/**
 * One lookup for each row shown. For an `exists` Postgres would first collect all undos of the
 * site.
 */
const UNDONE =
  '(select later.id from decisions later where later.undoes = d.id) is not null as undone';
const AT = instantSql('d.created_at');

/** These actions concern only moderators. */
const UNPUBLISHED = `('note', 'dismiss')`;

/** The log of decisions. The database refuses to change its rows. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, decision: NewDecision): Promise<DecisionView> {
    const id = newId();
    await tx.query({
      name: 'decisions_insert',
      text: `with d as (
               insert into decisions (id, subject, comment_id, comment_version, content_at, post_id, user_id,
                 moderator_id, action, reason, rule, until, undoes, led_by, ties)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
               returning id
             )
             insert into decision_details (decision_id, note, text, before)
             select id, $16::text, $17::text, $18::jsonb from d
             where coalesce($16, $17, $18::text) is not null`,
      values: [
        id,
        decision.subject,
        decision.commentId,
        decision.commentVersion,
        decision.contentAt,
        decision.postId,
        decision.userId,
        decision.moderatorId,
        decision.action,
        decision.reason,
        decision.rule,
        decision.until,
        decision.undoes,
        decision.ledBy ?? 'moderation',
        decision.ties ?? [],
        decision.note || null,
        decision.text || null,
        decision.before ? JSON.stringify(decision.before) : null,
      ],
    });
    const [view] = await this.views('decisions_find', 'd.id = $1', [id], tx);
    return view;
  }

  async findMade(id: string, from: Queryable = this.database): Promise<MadeDecision | null> {
    return from.first<MadeDecision>({
      name: 'decisions_made',
      text: `select d.id, d.subject, d.action, d.comment_id as "commentId", d.post_id as "postId",
               d.user_id as "userId", d.comment_version as "commentVersion", d.content_at as "contentAt",
               details.before, ${UNDONE}
             from decisions d left join decision_details details on details.decision_id = d.id
             where d.id = $1`,
      values: [id],
    });
  }

  /** Whether no later decision has changed the standing or the names of the account. */
  async isLatestOnUser(tx: Tx, { id, userId }: MadeDecision): Promise<boolean> {
    return !(await tx.has({
      name: 'decisions_later_on_user',
      text: `select 1 from decisions where user_id = $2 and id > $1 and subject = 'user'
               and action not in ('note', 'warn', 'dismiss') limit 1`,
      values: [id, userId],
    }));
  }

  /** Newest first; `beforeId` is the last decision of the previous page. */
  list(limit: number, beforeId: string): Promise<DecisionView[]> {
    return this.views('log_list', 'd.id < $2 order by d.id desc limit $1', [limit, beforeId]);
  }

  /** The decisions on an account and on its comments, the newest first. */
  listOnUser(userId: string, limit: number): Promise<DecisionView[]> {
    const which = 'd.user_id = $1 order by d.id desc limit $2';
    return this.views('decisions_on_user', which, [userId, limit]);
  }

  /** The oldest first, from an id on. */
  listAfter(afterId: string, limit: number): Promise<DecisionView[]> {
    return this.views('log_after', 'd.id > $1 order by d.id limit $2', [afterId, limit]);
  }

  async listFactsAfter(afterId: string, limit: number): Promise<TransparencyFacts[]> {
    return this.database.query<TransparencyFacts>({
      name: 'log_facts_after',
      text: `select id, subject, action, reason, rule, led_by as "ledBy", moderator_id as "moderatorId",
               until, content_at as "contentAt", created_at as "createdAt"
             from decisions where id > $1 order by id limit $2`,
      values: [afterId, limit],
    });
  }

  /**
   * Decisions without names, texts and ids of their subjects. A decision that was undone within a
   * minute is left out, and so is its undo.
   */
  async listPublic(
    limit: number,
    beforeId: string,
    graceSeconds: number,
  ): Promise<(PublicDecisionView & { id: string })[]> {
    return this.database.query<PublicDecisionView & { id: string }>({
      name: 'log_public',
      text: `select d.id, d.action, d.subject, d.reason, d.rule, 'Moderation' as by, ${UNDONE}, ${AT} as at
             from decisions d
             where d.id < $2 and d.action not in ${UNPUBLISHED}
               and d.created_at <= now() - make_interval(secs => $3)
               and (select later.created_at < d.created_at + make_interval(secs => $3)
                 from decisions later where later.undoes = d.id) is not true
               and (select d.created_at < former.created_at + make_interval(secs => $3)
                 from decisions former where former.id = d.undoes) is not true
             order by d.id desc limit $1`,
      values: [limit, beforeId, graceSeconds],
    });
  }

  /**
   * Reads details by one lookup for each row. A join would read all of them, oldest first.
   */
  private views(
    name: string,
    which: string,
    values: unknown[],
    from: Queryable = this.database,
  ): Promise<DecisionView[]> {
    return from.query<DecisionView>({
      name,
      text: `select d.id, d.subject, d.comment_id as "commentId", d.post_id as "postId",
               d.user_id as "userId", case when u.id is not null then ${userSql('u')} end as moderator,
               d.action, d.reason, d.rule, details.note, details.text, ${instantSql('d.until')} as until,
               d.led_by as "ledBy", d.ties, d.undoes, ${UNDONE},
               ${heldEvidence('d.id')} as evidence, ${AT} as "createdAt"
             from decisions d left join users u on u.id = d.moderator_id
               left join lateral (
                 select note, text from decision_details where decision_id = d.id limit 1
               ) details on true
             where ${which}`,
      values,
    });
  }
}
