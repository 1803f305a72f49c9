import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Wire } from './wire.js';

/** Channels of the wire. */
export const POSTS_CHANNEL = 'colloquy_posts';
export const SIGNALS_CHANNEL = 'colloquy_signals';

/** A payload holds up to 8,000 bytes; an id with its comma takes 37. */
const IDS_A_PAYLOAD = 200;

interface Wakes {
  posts: [postIds: readonly string[]];
  signals: [];
}

/**
 * Tells this node, and over the wire the others, that there is something to read; whoever misses it
 * polls.
 */
@Injectable()
export class Announcer {
  readonly local = new EventEmitter<Wakes>();
  /** Who announces: a node has done already what its own announcements ask for. */
  readonly nodeId = randomUUID();
  private readonly pending = new Set<string>();
  private pendingSignals = false;
  private flushing = false;

  constructor(private readonly wire: Wire) {
    this.local.setMaxListeners(0);
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
    if (this.pending.size > 0 || this.pendingSignals) void this.flush();
  }

  /** One statement at a time: what arrives meanwhile goes with the next. */
  private async flush(): Promise<void> {
    if (this.flushing) return;
    this.flushing = true;
    try {
      while (this.pending.size > 0 || this.pendingSignals) {
        const ids = [...this.pending].slice(0, IDS_A_PAYLOAD);
        for (const id of ids) this.pending.delete(id);
        const signals = this.pendingSignals;
        this.pendingSignals = false;
        if (ids.length > 0)
          await this.wire.publish(POSTS_CHANNEL, `${this.nodeId} ${ids.join(',')}`);
        if (signals) await this.wire.publish(SIGNALS_CHANNEL, '');
      }
    } finally {
      this.flushing = false;
    }
  }
}
