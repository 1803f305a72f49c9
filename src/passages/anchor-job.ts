import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setImmediate as breathe } from 'node:timers/promises';
import { Acts } from '../acts/acts.js';
import { EventLogRepository } from '../events/event-log.repository.js';
import { CollectedFailures } from '../nodes/collected-failures.js';
import { Rounds } from '../nodes/background-rounds.js';
import { LongTextPool } from '../posts/texts/long-text-pool.js';
import { PostTextsService } from '../posts/texts/post-texts.service.js';
import { AnchorText, type Found } from '@colloquy/passages';
import { type AnchoredRow, PassagesRepository } from './passages.repository.js';

const EVERY_MS = 500;
const POSTS = 20;
/** The comments of one transaction, which holds the lock of the post's head. */
const BATCH = 100;
/** The size of a search's cache of passages; a passage may take 20 kB. */
const MAX_KNOWN_BYTES = 8 * 1024 * 1024;

/**
 * Finds the passages of comments again after the text of their post has changed: in batches after
 * the edit, each passage once.
 */
@Injectable()
export class AnchorJob implements OnApplicationBootstrap {
  constructor(
    private readonly passages: PassagesRepository,
    private readonly texts: PostTextsService,
    private readonly long: LongTextPool,
    private readonly log: EventLogRepository,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'anchors',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => (await this.passages.listStale(1)).length === 0,
      run: (stop) => this.keep(stop),
    });
  }

  private async keep(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    for (const postId of await this.passages.listStale(POSTS))
      await attempts.try(postId, () => this.findAgain(postId, stop));
    attempts.end();
  }

  private async findAgain(postId: string, stop: AbortSignal): Promise<void> {
    const { revision, text } = await this.texts.getPresent(postId);
    const search = new Search(text ?? new AnchorText(''), this.long);
    let last: string | null = null;
    for (;;) {
      const rows: AnchoredRow[] = await this.passages.listBefore(postId, revision, last, BATCH);
      if (stop.aborted) return;
      if (rows.length === 0) break;
      const found: (Found & { id: string })[] = [];
      for (const row of rows) found.push({ id: row.id, ...(await search.find(row)) });
      await this.acts.run(async (act) => {
        await this.log.lock(act, postId);
        await this.log.touchPages(act, [postId]);
        await this.passages.setFound(act, postId, revision, found);
      });
      last = rows.at(-1)!.id;
    }
    await this.finish(postId, revision, last !== null);
  }

  /** Open pages get an event and read the passages again. */
  private async finish(postId: string, revision: number, moved: boolean): Promise<void> {
    await this.acts.run(async (act) => {
      await this.log.lock(act, postId);
      const finished = await this.passages.finish(act, postId, revision);
      if (finished && moved) await this.log.append(act, postId, [{ type: 'post.updated' }]);
    });
  }
}

/** Caches the results, because many comments are about the same passage. */
class Search {
  private readonly known = new LRUCache<string, Found>({
    maxSize: MAX_KNOWN_BYTES,
    sizeCalculation: (_, passage) => 2 * passage.length + 200,
  });

  constructor(
    private readonly text: AnchorText,
    private readonly long: LongTextPool,
  ) {}

  async find({ quote, position }: AnchoredRow): Promise<Found> {
    const key = JSON.stringify([quote.exact, quote.prefix, quote.suffix, position.start]);
    let found = this.known.get(key);
    if (!found) {
      found = await this.long.findPassageBehind(this.text, { quote, position });
      this.known.set(key, found);
      // A search takes milliseconds on the main thread, so it lets requests run in between.
      await breathe();
    }
    return found;
  }
}
