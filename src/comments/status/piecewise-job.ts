import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { piecewise } from '../../nodes/piecewise-work.js';
import { CommentMarksRepository } from './comment-marks.repository.js';
import { EndedCommentsRepository } from './ended-comments.repository.js';

/**
 * Continues work on too many comments for one transaction. Each piece runs under the lock of the
 * post's head.
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
    // Replies are refused from the moment of the lock anyway; see `write_comments`.
    this.begin('branch-locks', 500, this.marks, async (act, postId) => {
      const more = await this.marks.carryLocks(act, postId);
      // Pages show for each comment whether it accepts replies.
      if (!more) await this.log.touchPages(act, [postId]);
      return more;
    });
    // Nobody can see the comments of a deleted post, so this need not be fast.
    this.begin('ended-comments', 1_000, this.ended, (act, postId) =>
      this.ended.carrySeen(act, postId),
    );
  }

  private begin(
    name: string,
    everyMs: number,
    posts: { listMoving(): Promise<string[]> },
    carry: (act: Act, postId: string) => Promise<boolean>,
  ): void {
    const carryLocked = (postId: string) =>
      this.acts.run(async (act) => {
        await this.log.lock(act, postId);
        return carry(act, postId);
      });
    const list = () => posts.listMoving();
    const nameOf = (postId: string) => postId;
    this.rounds.begin(piecewise({ name, everyMs, list, nameOf, carry: carryLocked }));
  }
}
