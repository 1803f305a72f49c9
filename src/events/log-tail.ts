import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Metrics } from '../metrics/metrics.js';
import { EventLogRepository, type Head } from './event-log.repository.js';
import type { LoggedEvent } from './event-kinds.js';
import { Announcer } from '../nodes/announcer.js';
import { Rounds } from '../nodes/background-rounds.js';

export interface Follower {
  /**
   * Receives the events of one post in order, without gaps. The next batch waits until it is done.
   * It may process only the first events: the rest is read again.
   */
  take(events: LoggedEvent[]): Promise<Taken>;
  /** The next events were deleted before this node read them. */
  lose(): void;
}

export interface Taken {
  /** The position of the last event that was processed. */
  seq: number;
  /** The time until which the next events are collected, on the clock of `performance`. */
  next: number;
}

interface Followed {
  last: number;
  /** The highest known seq of the post. */
  head: number;
  follower: Follower;
  /** Whether an announcement arrived after the last read started. */
  stale: boolean;
  reading: boolean;
}

/** The interval of polling, which limits the delay after a lost notification. */
const POLL_MS = 250;
const BATCH = 500;

/**
 * Follows the logs of posts for this node. It is woken by commits here and elsewhere, and by a
 * poll. It reads by seq, so a repeated or lost wake changes nothing.
 */
@Injectable()
export class LogTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LogTail');
  private readonly followed = new Map<string, Followed>();
  private lag = 0;

  constructor(
    private readonly repository: EventLogRepository,
    private readonly announcer: Announcer,
    private readonly metrics: Metrics,
    private readonly rounds: Rounds,
  ) {
    metrics.gauge(
      'log_followed_posts',
      'Posts whose log this node follows.',
      () => this.followed.size,
    );
    metrics.gauge(
      'log_lag_events',
      'Events committed and not yet handed on, at the last poll.',
      () => this.lag,
    );
  }

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'logs',
      everyMs: POLL_MS,
      isIdle: async () => this.followed.size === 0,
      run: () => this.poll(),
    });
    this.announcer.local.on('posts', (ids) => this.wake(ids));
  }

  beforeApplicationShutdown(): void {
    this.followed.clear();
  }

  /** Delivers everything after `last`, from now on. One follower for each post. */
  follow(postId: string, last: number, follower: Follower): void {
    this.followed.set(postId, { last, head: last, follower, stale: false, reading: false });
    this.wake([postId]);
  }

  unfollow(postId: string): void {
    this.followed.delete(postId);
  }

  /** The seq up to which this node has delivered events; null when it does not follow the post. */
  position(postId: string): number | null {
    return this.followed.get(postId)?.last ?? null;
  }

  private wake(postIds: readonly string[]): void {
    for (const id of postIds) {
      const followed = this.followed.get(id);
      if (!followed) continue;
      followed.stale = true;
      if (!followed.reading) void this.read(id, followed);
    }
  }

  private async poll(): Promise<void> {
    const heads = await this.repository.listHeads([...this.followed.keys()]);
    const behindOf = ({ postId, seq }: Head) => Math.max(0, seq - (this.position(postId) ?? seq));
    this.lag = heads.reduce((sum, head) => sum + behindOf(head), 0);
    const late = heads.filter((head) => behindOf(head) > 0);
    this.metrics.wakes.labels('poll').inc(late.length);
    for (const { postId, seq } of late) this.followed.get(postId)!.head = seq;
    this.wake(late.map(({ postId }) => postId));
  }

  private async read(postId: string, followed: Followed): Promise<void> {
    followed.reading = true;
    try {
      while (followed.stale && this.followed.get(postId) === followed) {
        followed.stale = false;
        // A poll may tell of events that this statement does not see yet.
        const { head } = followed;
        const events = await this.repository.listAfter(postId, followed.last, BATCH);
        const first = events[0]?.seq ?? head + 1;
        if (first > followed.last + 1) return followed.follower.lose();
        if (events.length === 0) continue;
        const { seq, next } = await followed.follower.take(events);
        this.metrics.batches.labels('events').observe(seq - followed.last);
        followed.last = seq;
        if (events.length === BATCH || seq < events.at(-1)!.seq) followed.stale = true;
        await delay(Math.max(0, next - performance.now()), undefined, { ref: false });
      }
    } catch (error) {
      // Nothing was skipped: `last` is unchanged, and the next poll reads the same again.
      this.logger.warn(
        `Reading a log failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      followed.reading = false;
    }
  }
}
