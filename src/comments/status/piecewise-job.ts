import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { EndedCommentsRepository } from './ended-comments.repository.js';

/** What an act has begun on a post, and leaves to be carried on. */
interface Work {
  name: string;
  everyMs: number;
  listPosts: () => Promise<string[]>;
  /** @returns whether there is more */
  carry: (act: Act, postId: string) => Promise<boolean>;
}

/**
 * Carries on what concerns too many comments of a post for one act: piece by piece, so that writers of the
 * post come in between.
 */
@Injectable()
export class PiecewiseJob implements OnApplicationBootstrap {
  constructor(
    private readonly marks: CommentMarksRepository,
    private readonly ended: EndedCommentsRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    // Replies are refused from the moment of the lock all the same; see `write_comments`.
    this.begin({
      name: 'branch-locks',
      everyMs: 500,
      listPosts: () => this.marks.listMoving(),
      carry: async (act, postId) => {
        const more = await this.marks.carryLocks(act, postId);
        // Pages say of each comment whether it takes replies.
        if (!more) await this.log.touchPages(act, [postId]);
        return more;
      },
    });
    // Nobody sees the comments of a deleted post meanwhile.
    this.begin({
      name: 'ended-comments',
      everyMs: 1_000,
      listPosts: () => this.ended.listMoving(),
      carry: (act, postId) => this.ended.carrySeen(act, postId),
    });
  }

  private begin({ name, everyMs, listPosts, carry }: Work): void {
    this.rounds.begin({
      name,
      everyMs,
      onceInCluster: true,
      isIdle: async () => (await listPosts()).length === 0,
      run: async (stop) => {
        const attempts = new CollectedFailures();
        for (const postId of await listPosts())
          await attempts.try(postId, () => this.finish(postId, carry, stop));
        attempts.end();
      },
    });
  }

  private async finish(postId: string, carry: Work['carry'], stop: AbortSignal): Promise<void> {
    let more = true;
    while (more && !stop.aborted) {
      const startedAt = performance.now();
      more = await this.acts.run(async (act) => {
        await this.log.lock(act, postId);
        return carry(act, postId);
      });
      await delay(performance.now() - startedAt);
    }
  }
}
