import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Metrics } from '../metrics/metrics.js';
import { NodeBus } from './node-bus.js';

const POSTS_CHANNEL = 'colloquy_posts';
export const SIGNALS_CHANNEL = 'colloquy_signals';

/** A payload has up to 8,000 bytes; an id with its comma has 37. */
const IDS_A_PAYLOAD = 200;

/**
 * For this long after an announcement, further ones are collected. Under load one message announces
 * many posts; otherwise none is delayed.
 */
const REST_MS = 20;

interface Wakes {
  /** Announcements of this node and of the others. */
  posts: [postIds: readonly string[]];
  /** Announcements of this node. */
  signals: [];
}

/**
 * Notifies this node, and the others over the bus, that there is something to read. A node that
 * misses it polls.
 */
@Injectable()
export class Announcer implements OnApplicationBootstrap {
  readonly local = new EventEmitter<Wakes>();
  /** The sender: a node ignores its own announcements, because it has already acted on them. */
  readonly nodeId = randomUUID();
  private readonly pending = new Set<string>();
  private pendingSignals = false;
  private readonly tellPosts = oneAtATime(
    () => this.pending.size > 0,
    async () => {
      const ids = [...this.pending].slice(0, IDS_A_PAYLOAD);
      for (const id of ids) this.pending.delete(id);
      await this.bus.publish(POSTS_CHANNEL, `${this.nodeId} ${ids.join(',')}`);
      await delay(REST_MS, undefined, { ref: false });
    },
  );

  /** Urgent signals, such as bans, are sent without a pause. */
  private readonly tellSignals = oneAtATime(
    () => this.pendingSignals,
    async () => {
      this.pendingSignals = false;
      await this.bus.publish(SIGNALS_CHANNEL, '');
    },
  );

  constructor(
    private readonly bus: NodeBus,
    private readonly metrics: Metrics,
  ) {
    this.local.setMaxListeners(0);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.listen(POSTS_CHANNEL, (payload) => {
      const [node, posts] = payload.split(' ');
      if (node === this.nodeId || !posts) return;
      const ids = posts.split(',');
      this.metrics.wakes.labels(this.bus.name).inc(ids.length);
      this.local.emit('posts', ids);
    });
  }

  announce(act: { touchedPosts: ReadonlySet<string>; signalled: boolean }): void {
    if (act.touchedPosts.size > 0) {
      this.local.emit('posts', [...act.touchedPosts]);
      for (const id of act.touchedPosts) this.pending.add(id);
    }
    if (act.signalled) {
      this.local.emit('signals');
      this.pendingSignals = true;
    }
    void this.tellPosts();
    void this.tellSignals();
  }
}

/** Sends one message at a time. Posts that arrive meanwhile are in the next one. */
function oneAtATime(isDue: () => boolean, tell: () => Promise<void>): () => Promise<void> {
  let telling = false;
  return async () => {
    if (telling) return;
    telling = true;
    try {
      while (isDue()) await tell();
    } finally {
      telling = false;
    }
  };
}
