import { setTimeout as delay } from 'node:timers/promises';
import { CommitGroup, type CommitTogether, type Outcome } from '../../database/commit-group.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import type { DraftRow, WriteOutcome } from './comment-writer.repository.js';

/** The same time as a lock timeout of the database. */
const PATIENCE_MS = 5_000;

/** The most connections that wait for heads, so that many locked heads do not exhaust the pool. */
const WAITERS = 3;

/** How often a lane without a connection checks whether its post is free. */
const LOOK_MS = 100;

interface Lane {
  readonly group: CommitGroup<DraftRow, WriteOutcome>;
  drafts: number;
}

/**
 * Drafts of posts whose heads another transaction has locked. Each post has a lane. If a database
 * connection is free for it, a lane waits in the lock queue of the database, so that it cannot
 * starve. The other lanes retry from time to time, together with the drafts of other posts.
 */
export class BusyPosts {
  private readonly lanes = new Map<string, Lane>();
  private waiters = 0;

  /**
   * @param wait writes drafts of one post and waits a moment for its head
   * @param look writes a draft together with those of others, without waiting
   */
  constructor(
    private readonly wait: CommitTogether<DraftRow, WriteOutcome>,
    private readonly look: (draft: DraftRow) => Promise<WriteOutcome>,
  ) {}

  /** Whether drafts of a post are waiting, so that the next one must queue behind them. */
  has(postId: string): boolean {
    return this.lanes.has(postId);
  }

  /** @throws TemporarilyUnavailable when its post stays locked */
  async write(draft: DraftRow): Promise<WriteOutcome> {
    const lane = this.laneOf(draft.postId);
    const end = performance.now() + PATIENCE_MS;
    lane.drafts += 1;
    try {
      do {
        const written = await lane.group.submit(draft);
        if (written.outcome !== 'busy') return written;
      } while (performance.now() < end);
      throw new TemporarilyUnavailable();
    } finally {
      lane.drafts -= 1;
      if (lane.drafts === 0) this.lanes.delete(draft.postId);
    }
  }

  /** Resolves when no draft is waiting. */
  async drain(): Promise<void> {
    while (this.lanes.size > 0) {
      await Promise.all([...this.lanes.values()].map(({ group }) => group.drain()));
    }
  }

  private laneOf(postId: string): Lane {
    let lane = this.lanes.get(postId);
    if (!lane) {
      lane = { group: new CommitGroup((drafts) => this.commit(drafts)), drafts: 0 };
      this.lanes.set(postId, lane);
    }
    return lane;
  }

  private async commit(drafts: readonly DraftRow[]): Promise<Outcome<WriteOutcome>[]> {
    if (this.waiters < WAITERS) {
      this.waiters += 1;
      try {
        return await this.wait(drafts);
      } finally {
        this.waiters -= 1;
      }
    }
    await delay(LOOK_MS);
    const first = await outcomeOf(this.look(drafts[0]));
    if ('done' in first && first.done.outcome === 'busy') return drafts.map(() => first);
    return [first, ...(await Promise.all(drafts.slice(1).map((one) => outcomeOf(this.look(one)))))];
  }
}

function outcomeOf(written: Promise<WriteOutcome>): Promise<Outcome<WriteOutcome>> {
  return written.then(
    (done) => ({ done }),
    (failed: unknown) => ({ failed }),
  );
}
