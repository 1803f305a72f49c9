import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.js';
import type { Refusal } from '../../screening/screening-rules.js';
import { CAST_VOTES } from './cast-votes.sql.js';
import type { VoteValue } from './votes.dto.js';

export interface Vote {
  commentId: string;
  userId: string;
  value: VoteValue;
}

/** The outcome of a vote, with the counts of its comment after it. */
export interface CastVote {
  /**
   * `busy`: another transaction has locked the comment, and the vote does not wait.
   * `not-published`: also for a comment that does not exist, or whose post was deleted. Every value
   * except `cast` is the reason of a refusal.
   */
  outcome: 'cast' | 'busy' | 'not-published' | 'own' | 'off' | 'up-only' | Refusal;
  upvotes: number;
  downvotes: number;
  /** Whether the counts are shown. */
  shown: boolean;
}

@Injectable()
export class VotesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Casts votes in one transaction, and returns their outcomes in the same order. `votes` contains
   * at most one vote for each pair of user and comment.
   * @param patient waits for locked comments; then all votes are on one comment
   */
  async cast(
    votes: readonly Vote[],
    patient: boolean,
    within: Queryable = this.database,
  ): Promise<CastVote[]> {
    return within.query<CastVote>({
      name: 'votes_cast',
      text: `select outcome, upvotes, downvotes, shown from ${CAST_VOTES.name}($1, $2, $3, $4)`,
      values: [
        votes.map((vote) => vote.commentId),
        votes.map((vote) => vote.userId),
        votes.map((vote) => vote.value),
        patient,
      ],
    });
  }
}
