import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppConfig } from '../../config/app-config.js';
import { EventLog } from '../../events/event-log.js';
import { Metrics } from '../../metrics/metrics.js';
import { PageFreshness, headVersion } from '../../events/page-freshness.js';
import { CachedPage, type ReadPage } from './cached-page.js';

const MAX_BYTES = 96 * 1024 * 1024;
const CONTENDED_MS = 100;
/** The generation of pages that are not cached. */
const UNWATCHED = 0;

/**
 * The cache of rendered pages of threads. A page is served from it only while its post is known to
 * be unchanged. Concurrent misses of one page read it once.
 */
@Injectable()
export class PageCache {
  private readonly pages = new LRUCache<string, CachedPage>({
    maxSize: MAX_BYTES,
    sizeCalculation: (page) => page.size,
    dispose: (page, _, reason) => {
      if (reason !== 'set') this.leave(page.postId);
    },
  });
  private readonly from = { cache: 0, resting: 0, database: 0 };
  /** When a page was last served without a check. */
  private restedAt = Number.NEGATIVE_INFINITY;
  private readonly building = new Map<string, Promise<CachedPage | null>>();
  /** By watched post: its pages that are cached or being read. */
  private readonly uses = new Map<string, number>();

  constructor(
    private readonly watch: PageFreshness,
    private readonly log: EventLog,
    private readonly config: AppConfig,
    metrics: Metrics,
  ) {
    metrics.counts(
      'page_cache_total',
      'Thread pages by where they came from: the cache, a page that rests, or the database.',
      'from',
      () => this.from,
    );
    metrics.gauge(
      'page_cache_bytes',
      'What finished pages take at most, with their compressed forms.',
      () => this.pages.calculatedSize,
    );
  }

  /** Whether many readers request a page that changes at the moment. */
  get isContended(): boolean {
    return performance.now() - this.restedAt < CONTENDED_MS;
  }

  /** A cached page that may be served; null when it must be read. */
  find(key: string): CachedPage | null {
    const page = this.pages.get(key);
    if (!page || !this.watch.stands(page.postId, page.generation)) return null;
    page.noteServed();
    this.from.cache += 1;
    return page;
  }

  /**
   * A page that is served without a check: many readers request it, and it was read a moment ago.
   * It may have changed since.
   */
  findResting(key: string): CachedPage | null {
    const page = this.pages.get(key);
    if (!page?.rests) return null;
    this.restedAt = performance.now();
    this.from.resting += 1;
    return page;
  }

  /** @param read null when there is no such post */
  async get(key: string, postId: string, read: ReadPage): Promise<CachedPage | null> {
    if (!this.config.pageCache) return this.build(key, postId, read, UNWATCHED);
    const cached = this.find(key);
    if (cached) return cached;
    // A request after a change must not get the result of a read that started before it.
    const flight = `${key} ${this.watch.begin(postId)}`;
    let building = this.building.get(flight);
    if (!building) {
      building = this.buildWatched(key, postId, read);
      this.building.set(flight, building);
      building.finally(() => this.building.delete(flight)).catch(() => undefined);
    }
    return building;
  }

  /** A post is watched while one of its pages is cached or being read. */
  private async buildWatched(
    key: string,
    postId: string,
    read: ReadPage,
  ): Promise<CachedPage | null> {
    const generation = this.enter(postId);
    try {
      const page = await this.build(key, postId, read, generation);
      if (page) this.keep(page);
      return page;
    } finally {
      this.leave(postId);
    }
  }

  private async build(
    key: string,
    postId: string,
    read: ReadPage,
    generation: number,
  ): Promise<CachedPage | null> {
    const startedAt = performance.now();
    this.from.database += 1;
    const page = await read();
    if (!page) return null;
    const version = headVersion(page);
    this.watch.confirm(postId, generation, version, startedAt);
    // The epoch must match, too: after a restore of the database the same seqs belong to other
    // events.
    const etag = `W/"${this.log.epoch.slice(0, 8)}-${version}"`;
    return new CachedPage(key, postId, generation, etag, page.body, read);
  }

  private keep(page: CachedPage): void {
    if (!this.pages.has(page.key)) this.enter(page.postId);
    this.pages.set(page.key, page);
  }

  private enter(postId: string): number {
    this.uses.set(postId, (this.uses.get(postId) ?? 0) + 1);
    return this.watch.begin(postId);
  }

  private leave(postId: string): void {
    const left = this.uses.get(postId)! - 1;
    this.uses.set(postId, left);
    if (left > 0) return;
    this.uses.delete(postId);
    this.watch.forget(postId);
  }
}
