import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { CommentMarksRepository } from './comment-marks.repository.js';

const EVERY_MS = 500;

/**
 * Carries locks of large branches on, piece by piece, so that writers of the post come in between. Replies
 * are refused from the moment of the lock all the same; see `write_comments`.
 */
@Injectable()
export class BranchJob implements OnApplicationBootstrap {
  constructor(
    private readonly marks: CommentMarksRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'branch-locks',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => (await this.marks.listMoving()).length === 0,
      run: (stop) => this.keep(stop),
    });
  }

  private async keep(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    for (const postId of await this.marks.listMoving())
      await attempts.try(postId, () => this.carry(postId, stop));
    attempts.end();
  }

  private async carry(postId: string, stop: AbortSignal): Promise<void> {
    let more = true;
    while (more && !stop.aborted) {
      const startedAt = performance.now();
      more = await this.acts.run(async (act) => {
        await this.log.lock(act, postId);
        const left = await this.marks.carryLocks(act, postId);
        // Pages say of each comment whether it takes replies.
        if (!left) await this.log.touchPages(act, [postId]);
        return left;
      });
      await delay(performance.now() - startedAt);
    }
  }
}
