import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setImmediate as breathe } from 'node:timers/promises';
import { Acts } from '../events/acts.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import { PostTextsService } from '../posts/post-texts.service.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { AnchorText, type Found } from '../text/anchoring.js';
import { type AnchoredRow, PassagesRepository } from './passages.repository.js';

const LOOK_MS = 500;
const POSTS = 20;
/** Comments of one transaction, which has the head of their post meanwhile. */
const BATCH = 100;

/**
 * Finds the passages of comments again after the text of their post has changed: behind the edit and
 * not within it, in batches, of which each passage is looked for once. What two nodes do at the same
 * time comes to the same.
 */
@Injectable()
export class AnchorKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('AnchorKeeper');
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly passages: PassagesRepository,
    private readonly texts: PostTextsService,
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
        // The database is away: the next look finds the same.
        if (error instanceof TemporarilyUnavailable) return;
        this.logger.error(error instanceof Error ? error.stack : String(error));
      })
      .finally(() => (this.round = null));
  }

  private async keep(): Promise<void> {
    for (const postId of await this.passages.listStale(POSTS)) await this.findAgain(postId);
  }

  private async findAgain(postId: string): Promise<void> {
    const { revision, text } = await this.texts.getPresent(postId);
    const search = new Search(text ?? new AnchorText(''));
    let last: string | null = null;
    for (;;) {
      const rows: AnchoredRow[] = await this.passages.listBefore(postId, revision, last, BATCH);
      if (this.stopping) return;
      if (rows.length === 0) break;
      const found: (Found & { id: string })[] = [];
      for (const row of rows) found.push({ id: row.id, ...(await search.find(row)) });
      await this.acts.run(async (act) => {
        await this.log.touchPages(act, [postId]);
        await this.passages.setFound(act, revision, found);
      });
      last = rows.at(-1)!.id;
    }
    await this.finish(postId, revision, last !== null);
  }

  /** Open pages read the passages again when they hear of it. */
  private async finish(postId: string, revision: number, moved: boolean): Promise<void> {
    await this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      const finished = await this.passages.finish(act, postId, revision);
      if (finished && moved) await this.log.append(act, postId, [{ type: 'post.updated' }]);
    });
  }
}

/** Many comments are about the same passage. */
class Search {
  private readonly known = new Map<string, Found>();

  constructor(private readonly text: AnchorText) {}

  async find({ quote, position }: AnchoredRow): Promise<Found> {
    const key = JSON.stringify([quote.exact, quote.prefix, quote.suffix, position.start]);
    let found = this.known.get(key);
    if (!found) {
      found = this.text.find({ quote, position });
      this.known.set(key, found);
      // Looking takes milliseconds in a long text, and others wait for this thread.
      await breathe();
    }
    return found;
  }
}
