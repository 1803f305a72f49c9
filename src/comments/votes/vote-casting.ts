import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { CommitGroup, type Outcome } from '../../database/commit-group.js';
import { Metrics } from '../../metrics/metrics.js';
import { type CastVote, type Vote, VotesRepository } from './votes.repository.js';

/**
 * Batches the votes that arrive on this node at the same time; see `CommitGroup`. The first lane
 * waits for no lock. Votes on a comment that another transaction has locked go to the second lane,
 * which casts those of one comment at a time.
 */
@Injectable()
export class VoteCasting implements BeforeApplicationShutdown {
  private readonly quick: CommitGroup<Vote, CastVote>;
  private readonly patient: CommitGroup<Vote, CastVote>;

  constructor(
    private readonly repository: VotesRepository,
    metrics: Metrics,
  ) {
    const options = { onCommit: metrics.sizesOf('votes') };
    this.quick = new CommitGroup((votes) => this.commit(votes, false), options);
    this.patient = new CommitGroup((votes) => this.commit(votes, true), options);
  }

  /** Resolves when the vote is committed or refused. */
  async cast(vote: Vote): Promise<CastVote> {
    const cast = await this.quick.submit(vote);
    return cast.outcome === 'busy' ? this.patient.submit(vote) : cast;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.quick.drain();
    await this.patient.drain();
  }

  private async commit(votes: readonly Vote[], patient: boolean): Promise<Outcome<CastVote>[]> {
    const outcomes: Outcome<CastVote>[] = [];
    for (const places of calls(votes, patient)) {
      const called = places.map((place) => votes[place]);
      try {
        const cast = await this.repository.cast(called, patient);
        for (const [index, place] of places.entries()) outcomes[place] = { done: cast[index] };
      } catch (error) {
        if (!patient) throw error;
        // If the wait for one comment fails, the votes on others can still succeed.
        for (const place of places) outcomes[place] = { failed: error };
      }
    }
    return outcomes;
  }
}

/**
 * The batches of votes, as indexes. A batch has at most one vote for each pair of user and comment.
 * In a patient batch all votes are on one comment.
 */
function calls(votes: readonly Vote[], patient: boolean): number[][] {
  const times = new Map<string, number>();
  const found = new Map<string, number[]>();
  for (const [place, { userId, commentId }] of votes.entries()) {
    const pair = `${userId} ${commentId}`;
    const time = times.get(pair) ?? 0;
    times.set(pair, time + 1);
    const call = patient ? `${commentId} ${time}` : String(time);
    found.set(call, [...(found.get(call) ?? []), place]);
  }
  return [...found.values()];
}
