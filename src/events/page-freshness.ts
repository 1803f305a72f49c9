import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Metrics } from '../metrics/metrics.js';
import { EventLog } from './event-log.js';
import { EventLogRepository, type Head } from './event-log.repository.js';
import { Announcer } from '../nodes/announcer.js';
import { Rounds } from '../nodes/background-rounds.js';

const POLL_MS = 200;
/** A page that was not confirmed within this time must be read from the database. */
const TRUST_MS = 500;
/** The posts of one poll. If more are read, the most recently read ones are watched. */
const MAX_WATCHED = 2_000;

interface Watched {
  /** Increases whenever the post may have changed. A page of another generation is outdated. */
  generation: number;
  /** The version of the last head that was read; null before the first. */
  version: string | null;
  confirmedAt: number;
}

/**
 * Knows whether cached pages of a post are current. It receives every commit of this node and every
 * wake of other nodes, and polls the heads for lost wakes. While the database is unreachable it
 * confirms nothing.
 */
@Injectable()
export class PageFreshness implements OnApplicationBootstrap {
  private readonly watched = new LRUCache<string, Watched>({ max: MAX_WATCHED });
  private lastGeneration = 0;

  constructor(
    private readonly repository: EventLogRepository,
    private readonly announcer: Announcer,
    private readonly rounds: Rounds,
    private readonly log: EventLog,
    metrics: Metrics,
  ) {
    metrics.gauge(
      'watched_posts',
      `Posts whose heads this node polls, ${MAX_WATCHED} at most: those of its cached pages.`,
      () => this.watched.size,
    );
  }

  onApplicationBootstrap(): void {
    this.announcer.local.on('posts', (ids) => this.outdate(ids));
    this.log.changes.on('epoch', () => this.beginAnew());
    this.rounds.begin({
      name: 'heads',
      everyMs: POLL_MS,
      isIdle: async () => this.watched.size === 0,
      run: () => this.poll(),
    });
  }

  /**
   * Watches a post from now on. A page that is read after this call belongs to the returned
   * generation.
   */
  begin(postId: string): number {
    let watched = this.watched.get(postId);
    if (!watched) {
      // No generation is used twice, because a post may be dropped while it is being read.
      const generation = ++this.lastGeneration;
      watched = { generation, version: null, confirmedAt: Number.NEGATIVE_INFINITY };
      this.watched.set(postId, watched);
    }
    return watched.generation;
  }

  /**
   * Reports that a head was read under a generation, by a statement that started at `startedAt`.
   */
  confirm(postId: string, generation: number, version: string, startedAt: number): void {
    const watched = this.watched.get(postId);
    if (watched?.generation !== generation) return;
    // The version changed since another page was read, and its wake has not arrived yet.
    if (watched.version !== null && watched.version !== version) this.end(watched);
    watched.version = version;
    watched.confirmedAt = Math.max(watched.confirmedAt, startedAt);
  }

  /** Whether a page of a generation may be served without a query. */
  stands(postId: string, generation: number): boolean {
    const watched = this.watched.get(postId);
    return (
      watched?.generation === generation && performance.now() - watched.confirmedAt <= TRUST_MS
    );
  }

  forget(postId: string): void {
    this.watched.delete(postId);
  }

  private outdate(postIds: readonly string[]): void {
    for (const id of postIds) {
      const watched = this.watched.peek(id);
      if (watched) this.end(watched);
    }
  }

  /** A new epoch reuses seqs for other content. */
  private beginAnew(): void {
    for (const watched of this.watched.values()) this.end(watched);
  }

  /** Starts a new generation. The next head that is read sets its version, and does not end it. */
  private end(watched: Watched): void {
    watched.generation = ++this.lastGeneration;
    watched.version = null;
  }

  private async poll(): Promise<void> {
    const startedAt = performance.now();
    const generation = this.lastGeneration;
    for (const head of await this.repository.listHeads([...this.watched.keys()])) {
      this.compare(head, generation, startedAt);
    }
  }

  private compare(head: Head, lastGeneration: number, startedAt: number): void {
    const watched = this.watched.peek(head.postId);
    // The head of a post that changed during the read may be outdated already.
    if (!watched || watched.generation > lastGeneration) return;
    const version = headVersion(head);
    if (watched.version !== null && watched.version !== version) this.end(watched);
    watched.version = version;
    watched.confirmedAt = Math.max(watched.confirmedAt, startedAt);
  }
}

/** The version of a post's pages; it is also part of their `ETag`. */
export function headVersion({ seq, pageVersion }: { seq: number; pageVersion: number }): string {
  return `${seq}-${pageVersion}`;
}
