import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Acts } from '../events/acts.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { CommentMarksRepository } from './comment-marks.repository.js';

const LOOK_MS = 500;

/**
 * Carries locks of large branches on, piece by piece: whoever writes to the post comes in between. Replies
 * are refused from the moment of the lock all the same; see `write_comments`.
 */
@Injectable()
export class BranchKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('BranchKeeper');
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly marks: CommentMarksRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.round;
  }

  private look(): void {
    this.round ??= this.keep()
      .catch((error: unknown) => {
        // The database is away, or a post is busy: the next look goes on.
        if (error instanceof TemporarilyUnavailable) return;
        this.logger.error(error instanceof Error ? error.stack : String(error));
      })
      .finally(() => (this.round = null));
  }

  private async keep(): Promise<void> {
    for (const postId of await this.marks.listMoving()) await this.carry(postId);
  }

  private async carry(postId: string): Promise<void> {
    let more = true;
    while (more && !this.stopping) {
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
