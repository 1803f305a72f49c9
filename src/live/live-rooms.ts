import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventViews } from '../comments/thread/event-views.js';
import { ScoreEvents } from '../comments/votes/score-events.js';
import { EventLog } from '../events/event-log.js';
import { LogTail } from '../events/log-tail.js';
import { Rounds } from '../nodes/background-rounds.js';
import { Metrics } from '../metrics/metrics.js';
import { FramePace } from './frame-pace.js';
import { LiveRoom } from './live-room.js';
import type { LiveNamespace, Subscription } from './live-socket.js';

const HEARTBEAT_MS = 25_000;

/**
 * The rooms of posts that sockets of this node follow. The log of a post is followed while it has a
 * socket.
 */
@Injectable()
export class LiveRooms implements OnApplicationBootstrap {
  private readonly rooms = new Map<string, LiveRoom>();
  private readonly pace = new FramePace();
  private namespace: LiveNamespace;

  constructor(
    private readonly log: EventLog,
    private readonly tail: LogTail,
    private readonly clientEvents: EventViews,
    private readonly scores: ScoreEvents,
    private readonly metrics: Metrics,
    private readonly works: Rounds,
  ) {
    metrics.gauge('live_rooms', 'Posts that sockets of this node follow.', () => this.rooms.size);
    metrics.gauge('live_sockets', 'Sockets of this node.', () => this.namespace?.sockets.size ?? 0);
  }

  onApplicationBootstrap(): void {
    this.works.begin({
      name: 'heartbeats',
      everyMs: HEARTBEAT_MS,
      run: async () => {
        for (const room of this.rooms.values()) room.beat();
      },
    });
    // A room closes with its last socket; the next one starts at the current state of the log.
    this.log.changes.on('epoch', () => {
      for (const room of this.rooms.values()) room.cutAll();
    });
  }

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  /**
   * Adds a socket to the room of its post, which is opened for the first one.
   * @param head a known seq of the post
   */
  enter(subscription: Subscription, head: number): LiveRoom {
    const { postId } = subscription;
    const room = this.rooms.get(postId) ?? this.open(postId, head);
    room.enter(subscription);
    return room;
  }

  leave(subscription: Subscription): void {
    const { postId } = subscription;
    const room = this.rooms.get(postId);
    room?.leave(subscription);
    if (room?.size !== 0) return;
    this.tail.unfollow(postId);
    this.scores.unfollow(postId);
    this.rooms.delete(postId);
  }

  countReaders(): Map<string, number> {
    return new Map([...this.rooms].map(([postId, room]) => [postId, room.size]));
  }

  tellReaders(postId: string, readers: number): void {
    this.rooms.get(postId)?.tellReaders(readers);
  }

  private open(postId: string, head: number): LiveRoom {
    const room = new LiveRoom(
      postId,
      head,
      this.log,
      this.namespace,
      this.clientEvents,
      this.metrics,
      this.pace,
    );
    this.rooms.set(postId, room);
    this.tail.follow(postId, head, {
      take: (events) => room.deliver(events),
      lose: () => room.cutAll(),
    });
    this.scores.follow(postId, (items) => room.score(items));
    return room;
  }
}
