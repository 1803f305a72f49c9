import { Injectable } from '@nestjs/common';
import { instantSql } from '../comments/comment-json.js';
import type { Tx } from '../database/database.js';
import type { FlagView } from './flags.dto.js';
import type { Reason } from './reasons.js';

export interface NewFlag {
  id: string;
  commentId: string;
  postId: string;
  userId: string;
  reason: Reason;
  detail: string | null;
}

/** What a decision says of the reports that led to it. */
export type FlagOutcome = 'agreed' | 'disagreed';

@Injectable()
export class FlagsRepository {
  /** @returns null when the user has an open flag on the comment already */
  async insert(tx: Tx, flag: NewFlag): Promise<FlagView | null> {
    const [view] = await tx.query<FlagView>({
      name: 'flags_insert',
      text: `insert into comment_flags (id, comment_id, post_id, user_id, reason, detail)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (comment_id, user_id) where state = 'open' do nothing
             returning id, comment_id as "commentId", reason, detail, state,
               ${instantSql('created_at')} as "createdAt"`,
      values: [flag.id, flag.commentId, flag.postId, flag.userId, flag.reason, flag.detail],
    });
    return view ?? null;
  }

  /**
   * Answers every open flag of a comment by a decision.
   * @returns how many there were
   */
  async resolve(
    tx: Tx,
    commentId: string,
    outcome: FlagOutcome,
    decisionId: string,
  ): Promise<number> {
    const rows = await tx.query({
      name: 'flags_resolve',
      text: `update comment_flags set state = $2, decision_id = $3, resolved_at = now()
             where comment_id = $1 and state = 'open' returning 1`,
      values: [commentId, outcome, decisionId],
    });
    return rows.length;
  }
}
