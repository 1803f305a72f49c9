import { type EventViews, eventsAfter } from '../comments/thread/event-views.js';
import type { ScoreItem } from '../comments/votes/scores.repository.js';
import type { EventLog } from '../events/event-log.js';
import type { Taken } from '../events/log-tail.js';
import type { LoggedEvent } from '../events/event-kinds.js';
import type { Metrics } from '../metrics/metrics.js';
import type { FramePace } from './frame-pace.js';
import { cut, type LiveNamespace, type Subscription } from './live-socket.js';

/**
 * The state of a post on this node. Every socket in the room is at the same `seq`. Sending events,
 * advancing `seq` and adding sockets happen in one synchronous step, so that no event is lost or
 * repeated between replay and live.
 */
export class LiveRoom {
  private readonly subscriptions = new Set<Subscription>();
  /** Sockets that are ahead of this node; they join when it has caught up. */
  private readonly ahead = new Map<Subscription, number>();
  private readonly name: string;

  /** @param reached the seq after which events are passed to `deliver` */
  constructor(
    readonly postId: string,
    private reached: number,
    private readonly log: Pick<EventLog, 'epoch'>,
    private readonly namespace: LiveNamespace,
    private readonly clientEvents: EventViews,
    private readonly metrics: Metrics,
    private readonly pace: FramePace,
  ) {
    this.name = `post:${postId}`;
  }

  /** Every socket in the room has received all events up to this seq. */
  get seq(): number {
    return this.reached;
  }

  get size(): number {
    return this.subscriptions.size;
  }

  enter(subscription: Subscription): void {
    this.subscriptions.add(subscription);
  }

  leave(subscription: Subscription): void {
    if (!this.subscriptions.delete(subscription)) return;
    this.ahead.delete(subscription);
    void subscription.socket.leave(this.name);
  }

  /**
   * Switches a socket to live events after it has received everything up to `cursor`.
   * @returns false when it is behind the others and must continue its replay
   */
  join(subscription: Subscription, cursor: number): boolean {
    if (cursor < this.reached) return false;
    if (cursor > this.reached) this.ahead.set(subscription, cursor);
    else void subscription.socket.join(this.name);
    return true;
  }

  /** Sends the next events to all sockets, as many as fit into one message. */
  async deliver(logged: LoggedEvent[]): Promise<Taken> {
    const { events } = await this.clientEvents.describe(this.postId, logged);
    const { seq } = events.at(-1)!;
    // The last socket has left meanwhile; later ones are in a new room of this post.
    if (this.size === 0) return { seq, next: 0 };
    const { postId } = this;
    const { epoch } = this.log;
    this.reached = seq;
    const next = this.count('events');
    this.namespace.to(this.name).emit('events', { postId, epoch, events });
    for (const [subscription, cursor] of this.ahead) {
      if (cursor > this.reached) continue;
      const rest = eventsAfter(events, cursor);
      if (rest.length > 0) subscription.socket.emit('events', { postId, epoch, events: rest });
      this.ahead.delete(subscription);
      void subscription.socket.join(this.name);
    }
    return { seq, next };
  }

  /** Scores are not in the log: a client that misses them gets them with the page. */
  score(items: ScoreItem[]): void {
    this.namespace.to(this.name).emit('scores', { postId: this.postId, items });
    this.count('scores');
  }

  tellReaders(readers: number): void {
    this.namespace.to(this.name).emit('presence', { postId: this.postId, readers });
    this.count('presence');
  }

  beat(): void {
    const { postId, reached: seq } = this;
    const { epoch } = this.log;
    this.namespace.to(this.name).emit('heartbeat', { postId, epoch, seq });
    this.count('heartbeat');
  }

  /** Closes all connections. The clients reconnect, and are told to load the thread again. */
  cutAll(): void {
    for (const { socket } of this.subscriptions) cut(socket.conn);
  }

  private count(message: string): number {
    const frames = this.subscriptions.size - this.ahead.size;
    this.metrics.frames.labels(message).inc(frames);
    return this.pace.spend(frames);
  }
}
