import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../database/database.js';
import { Acts } from '../../acts/acts.js';
import { type Answer, done } from '../../input/answer.js';
import type { Asker } from '../../users/viewer/asker.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import {
  CommentNotFound,
  CommentNotPublished,
  OwnComment,
  REFUSALS,
  VotesOff,
  VotesUpOnly,
} from '../shape/comments.errors.js';
import { CommentsRepository } from '../shape/comments.repository.js';
import { audienceOf } from '../shape/visibility.js';
import { VoteCasting } from './vote-casting.js';
import type { VoteValue, VoteView } from './votes.dto.js';
import { type CastVote, type Vote, VotesRepository } from './votes.repository.js';

/** Votes affect the ranking of comments, never their visibility. */
@Injectable()
export class VotesService {
  constructor(
    private readonly casting: VoteCasting,
    private readonly votes: VotesRepository,
    private readonly comments: CommentsRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * Casts, changes or removes a vote on a comment. A repetition of the same vote changes nothing.
   * @throws CommentNotFound also for a comment that the member may not see
   */
  async vote(member: Asker, commentId: string, value: VoteValue): Promise<Answer<VoteView>> {
    const vote: Vote = { commentId, userId: member.id, value };
    if (!member.idempotencyKey)
      return done(await this.view(member, vote, await this.casting.cast(vote)));
    return this.acts.once(member.idempotencyKey, async (act) => {
      const [cast] = await this.votes.cast([vote], true, act);
      return done(await this.view(member, vote, cast, act));
    });
  }

  private async view(
    member: Member,
    { commentId: id, value }: Vote,
    cast: CastVote,
    within?: Queryable,
  ): Promise<VoteView> {
    switch (cast.outcome) {
      case 'cast': {
        const { shown, upvotes, downvotes } = cast;
        if (!shown) return { id, value, score: null, upvotes: null, downvotes: null };
        return { id, value, score: upvotes - downvotes, upvotes, downvotes };
      }
      case 'not-published':
        throw (await this.comments.findView(id, audienceOf(member), within))
          ? new CommentNotPublished('voted on')
          : new CommentNotFound();
      case 'own':
        throw new OwnComment('voted on');
      case 'off':
        throw new VotesOff();
      case 'up-only':
        throw new VotesUpOnly();
      case 'busy':
        throw new TemporarilyUnavailable();
      default:
        throw new REFUSALS[cast.outcome]();
    }
  }
}
