import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.js';
import { CAST_VOTES } from './cast-votes.sql.js';
import type { VoteValue } from './votes.dto.js';

/** What somebody thinks of a comment. */
export interface Vote {
  commentId: string;
  userId: string;
  value: VoteValue;
}

/** Why a vote was not cast. */
type VoteRefusal =
  | 'banned'
  | 'suspended'
  /** Or there is no such comment. */
  | 'not-published'
  | 'own'
  | 'closed'
  | 'locked'
  | 'off'
  | 'up-only';

/** What became of a vote, with the counts of its comment after it. */
export interface CastVote {
  /** `busy`: another act has the comment; only where nothing is waited for. */
  outcome: 'cast' | 'busy' | VoteRefusal;
  upvotes: number;
  downvotes: number;
  /** Whether anybody may see the counts. */
  shown: boolean;
}

@Injectable()
export class VotesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Casts votes in one transaction, and says for each, in order, what became of it. Of one user and
   * comment there is at most one vote.
   * @param patient waits for comments that another act has; then all votes are of one comment
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
