import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../../database/ids.js';
import { type Act, Acts } from '../../acts/acts.js';
import { EventLogRepository } from '../../events/event-log.repository.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { type AuthorChange, AuthorPagesRepository } from './author-pages.repository.js';

const EVERY_MS = 1_000;
/** The number of posts whose heads one transaction locks. */
const A_PIECE = 100;
/**
 * How long a change of a name waits for the pages. If there are more posts, the rest follows later.
 */
const PATIENCE_MS = 1_000;

/**
 * Invalidates the pages that show an author whose name, role or badges have changed. It works piece
 * by piece after the change, so that it locks no post's head for long. The posts are listed after
 * the commit, so a comment that the author writes elsewhere meanwhile has the new name. If a node
 * dies, another continues.
 */
@Injectable()
export class AuthorPages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('AuthorPages');
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly repository: AuthorPagesRepository,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({ name: 'author-pages', everyMs: EVERY_MS, run: () => this.carryOnAll() });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  /** Runs in the transaction that changes how an author is shown. */
  async showAnew(act: Act, userId: string): Promise<void> {
    const change = newId();
    await this.repository.note(act, userId, change);
    act.afterwards.push(async () => {
      const shown = this.start(this.carryOn({ userId, change, after: null }));
      await Promise.race([shown, delay(PATIENCE_MS, undefined, { ref: false })]);
    });
  }

  private async carryOnAll(): Promise<void> {
    const attempts = new CollectedFailures();
    for (;;) {
      const change = await this.repository.take();
      if (!change || this.stopping) return attempts.end();
      await attempts.try(change.userId, () => this.carryOn(change));
    }
  }

  private async carryOn(change: AuthorChange): Promise<void> {
    let { after } = change;
    while (!this.stopping) {
      const posts = await this.repository.listPosts(change.userId, after, A_PIECE);
      if (posts.length > 0) await this.touch(posts);
      if (posts.length < A_PIECE) return this.repository.finish(change);
      after = posts.at(-1)!;
      if (!(await this.repository.move(change, after))) return;
    }
  }

  private async touch(posts: readonly string[]): Promise<void> {
    const touched = new Set(await this.acts.run((act) => this.log.touchPages(act, posts)));
    // Another transaction has locked these posts. Each is processed separately, so that nothing
    // waits while it holds other locks.
    for (const postId of posts.filter((id) => !touched.has(id))) {
      await this.acts.run(async (act) => {
        await this.log.lock(act, postId);
        await this.log.touchPages(act, [postId]);
      });
    }
  }

  private start(work: Promise<void>): Promise<void> {
    const run = work
      .catch((error: unknown) => {
        // The database is unavailable, or a post is locked: a later round continues.
        if (error instanceof TemporarilyUnavailable) return;
        this.logger.error(error instanceof Error ? error.stack : String(error));
      })
      .finally(() => this.running.delete(run));
    this.running.add(run);
    return run;
  }
}
