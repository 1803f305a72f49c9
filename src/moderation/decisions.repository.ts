import { Injectable } from '@nestjs/common';
import { instantSql, userSql } from '../comments/comment-json.js';
import { Database, type Tx } from '../database/database.js';
import { newId } from '../database/ids.js';
import type { Tie } from './conflict-of-interest.js';
import type { DecisionView } from './decisions.dto.js';

export interface NewDecision extends Pick<DecisionView, 'subject' | 'action'> {
  /** Null when no moderator decided. */
  moderatorId: string | null;
  commentId?: string;
  /** The version of the comment that was decided on. */
  commentVersion?: number;
  postId?: string;
  userId?: string;
  reason?: DecisionView['reason'];
  note?: string | null;
  ties?: readonly Tie[];
}

const VIEW = `d.id, d.subject, d.comment_id as "commentId", d.post_id as "postId",
  d.user_id as "userId", case when u.id is not null then ${userSql('u')} end as moderator,
  d.action, d.reason, d.note, d.ties, ${instantSql('d.created_at')} as "createdAt"`;

/** The moderators' log: what is written once stays as it is. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, decision: NewDecision): Promise<DecisionView> {
    const [view] = await tx.query<DecisionView>({
      name: 'decisions_insert',
      text: `with d as (
               insert into decisions (id, subject, comment_id, comment_version, post_id, user_id,
                 moderator_id, action, reason, note, ties)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning *
             )
             select ${VIEW} from d left join users u on u.id = d.moderator_id`,
      values: [
        newId(),
        decision.subject,
        decision.commentId ?? null,
        decision.commentVersion ?? null,
        decision.postId ?? null,
        decision.userId ?? null,
        decision.moderatorId,
        decision.action,
        decision.reason ?? null,
        decision.note || null,
        decision.ties ?? [],
      ],
    });
    return view;
  }

  /** The newest first; `beforeId` is the last one of the page before. */
  async list(limit: number, beforeId: string | null): Promise<DecisionView[]> {
    return this.database.query<DecisionView>({
      name: 'decisions_list',
      text: `select ${VIEW} from decisions d left join users u on u.id = d.moderator_id
             where d.id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
             order by d.id desc limit $1`,
      values: [limit, beforeId],
    });
  }
}
