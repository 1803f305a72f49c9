import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { userSql } from '../../users/user-json.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { newId } from '../../database/ids.js';
import type { Tie } from '../terms/conflict-of-interest.js';
import type { LedBy } from '../terms/decision-actions.js';
import type { DecisionView } from './decision-view.dto.js';

/** What was there before a decision; an undo puts it back. */
type Before = Record<string, unknown>;

export interface NewDecision extends Pick<DecisionView, 'subject' | 'action'> {
  /** Null when no moderator decided. */
  moderatorId: string | null;
  commentId?: string | null;
  /** The version of the comment that was decided on. */
  commentVersion?: number;
  /** When what was decided on was written. */
  contentAt?: Date | null;
  postId?: string | null;
  userId?: string | null;
  reason?: DecisionView['reason'];
  rule?: string | null;
  note?: string | null;
  text?: string | null;
  until?: Date | null;
  undoes?: string | null;
  ledBy?: LedBy;
  ties?: readonly Tie[];
  before?: Before;
}

/** A decision as an undo needs it. */
export interface MadeDecision extends Pick<
  DecisionView,
  'id' | 'subject' | 'action' | 'commentId' | 'postId' | 'userId' | 'undone'
> {
  commentVersion: number | null;
  contentAt: Date | null;
  before: Before | null;
}

/** Of `decisions d`, with its details and its moderator. */
export const DECISION_VIEW = `d.id, d.subject, d.comment_id as "commentId", d.post_id as "postId",
  d.user_id as "userId", case when u.id is not null then ${userSql('u')} end as moderator,
  d.action, d.reason, d.rule, details.note, details.text, ${instantSql('d.until')} as until,
  d.led_by as "ledBy", d.ties, d.undoes,
  exists (select 1 from decisions later where later.undoes = d.id) as undone,
  ${instantSql('d.created_at')} as "createdAt"`;
export const DECISION_JOINS = `left join decision_details details on details.decision_id = d.id
  left join users u on u.id = d.moderator_id`;

/** The moderators' log. The database itself lets nobody change what is written. */
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
        decision.commentId ?? null,
        decision.commentVersion ?? null,
        decision.contentAt ?? null,
        decision.postId ?? null,
        decision.userId ?? null,
        decision.moderatorId,
        decision.action,
        decision.reason ?? null,
        decision.rule ?? null,
        decision.until ?? null,
        decision.undoes ?? null,
        decision.ledBy ?? 'moderation',
        decision.ties ?? [],
        decision.note || null,
        decision.text || null,
        decision.before ? JSON.stringify(decision.before) : null,
      ],
    });
    return (await this.find(id, tx))!;
  }

  async find(id: string, from: Queryable = this.database): Promise<DecisionView | null> {
    const [view] = await from.query<DecisionView>({
      name: 'decisions_find',
      text: `select ${DECISION_VIEW} from decisions d ${DECISION_JOINS} where d.id = $1`,
      values: [id],
    });
    return view ?? null;
  }

  async findMade(id: string, from: Queryable = this.database): Promise<MadeDecision | null> {
    const [made] = await from.query<MadeDecision>({
      name: 'decisions_made',
      text: `select d.id, d.subject, d.action, d.comment_id as "commentId", d.post_id as "postId",
               d.user_id as "userId", d.comment_version as "commentVersion", d.content_at as "contentAt",
               details.before, exists (select 1 from decisions later where later.undoes = d.id) as undone
             from decisions d left join decision_details details on details.decision_id = d.id
             where d.id = $1`,
      values: [id],
    });
    return made ?? null;
  }

  /** Whether somebody has decided again on what an account may do or is called. */
  async isLatestOnUser(tx: Tx, { id, userId }: MadeDecision): Promise<boolean> {
    const rows = await tx.query({
      name: 'decisions_later_on_user',
      text: `select 1 from decisions where user_id = $2 and id > $1 and subject = 'user'
               and action not in ('note', 'warn', 'dismiss') limit 1`,
      values: [id, userId],
    });
    return rows.length === 0;
  }

  /** What was decided on an account and on what it wrote, the newest first. */
  async listOnUser(userId: string, limit: number): Promise<DecisionView[]> {
    return this.database.query<DecisionView>({
      name: 'decisions_on_user',
      text: `select ${DECISION_VIEW} from decisions d ${DECISION_JOINS}
             where d.user_id = $1 order by d.id desc limit $2`,
      values: [userId, limit],
    });
  }
}
