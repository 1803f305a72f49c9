import { Injectable, Logger } from '@nestjs/common';
import { BOUNDS } from '../auth/limits/bounds.js';
import type { LogPiece } from '../comments/thread/event-views.js';
import { EventLog } from '../events/event-log.js';
import { FairQueue, type Gone, inLane } from '../input/fair-queue.js';
import { PostEndingsRepository } from '../posts/endings/post-endings.repository.js';
import { missingPost, PostNotFound } from '../posts/shape/posts.errors.js';
import { isUuid } from '../text/plain/uuid.js';
import type { LiveRoom } from './live-room.js';
import { LiveRooms } from './live-rooms.js';
import { cut, drained, type LiveSocket, type Subscription } from './live-socket.js';
import type { SubscribeDto } from './live.dto.js';
import { TooManySubscriptions } from './live.errors.js';
import type { Acknowledge } from './live.messages.js';
import { Replays } from './replays.js';

/** A page follows one thread, and a list of posts a few. */
const MAX_POSTS = BOUNDS.subscriptions.most;

/** The state of the log and the events at the start of a subscription. */
interface Start extends Pick<LogPiece, 'seq' | 'events' | 'resync'> {
  /** The last seq that the client has then; null when it starts at the current one. */
  cursor: number | null;
}

/**
 * A subscription to a post from a position in its log: first the response, then the missed events,
 * then live ones.
 */
@Injectable()
export class Subscriptions {
  private readonly logger = new Logger('Live');

  constructor(
    private readonly log: EventLog,
    private readonly replays: Replays,
    private readonly rooms: LiveRooms,
    private readonly endings: PostEndingsRepository,
  ) {}

  /**
   * Subscribes to a post. A former subscription to it ends, so a client that detects a gap can
   * subscribe again. After a `resync`, events continue from the `seq` of the response.
   * @throws PostNotFound also for a slug
   * @throws TooManySubscriptions
   */
  async subscribe(
    socket: LiveSocket,
    request: SubscribeDto,
    acknowledge: Acknowledge,
  ): Promise<void> {
    const postId = request.postId.toLowerCase();
    if (!isUuid(postId)) throw new PostNotFound();
    const subscription = this.begin(socket, postId);
    try {
      await this.inTurn(socket, async () => {
        const { epoch } = this.log;
        const gone = inLane(socket.data.lane, () => !socket.connected);
        const start = await this.findStart(postId, request, gone);
        // The epoch changed during the read, so the events are outdated.
        if (epoch !== this.log.epoch) return cut(socket.conn);
        this.answer(subscription, start, acknowledge);
      });
    } catch (error) {
      this.end(subscription);
      throw error;
    }
  }

  /** The queue of a socket's log reads, one at a time. Two reads for each post may wait. */
  turnsOfSocket(): FairQueue {
    return new FairQueue({
      running: 1,
      waiting: 2 * MAX_POSTS,
      full: () => new TooManySubscriptions(),
    });
  }

  unsubscribe(socket: LiveSocket, postId: string): void {
    const subscription = socket.data.subscriptions.get(postId.toLowerCase());
    if (subscription) this.end(subscription);
  }

  endAll(socket: LiveSocket): void {
    for (const subscription of socket.data.subscriptions.values()) this.end(subscription);
  }

  private begin(socket: LiveSocket, postId: string): Subscription {
    const { subscriptions } = socket.data;
    const former = subscriptions.get(postId);
    if (former) this.end(former);
    if (subscriptions.size >= MAX_POSTS) throw new TooManySubscriptions();
    const subscription: Subscription = { socket, postId, ended: false };
    subscriptions.set(postId, subscription);
    return subscription;
  }

  private end(subscription: Subscription): void {
    const { socket, postId } = subscription;
    subscription.ended = true;
    this.rooms.leave(subscription);
    const { subscriptions } = socket.data;
    if (subscriptions.get(postId) === subscription) subscriptions.delete(postId);
  }

  /**
   * A piece is read only after everything before it was sent, so that nothing piles up in memory.
   */
  private inTurn(socket: LiveSocket, work: () => Promise<void>): Promise<void> {
    const gone = () => !socket.connected;
    return socket.data.turns.run(async () => {
      await drained(socket);
      if (!gone()) await work();
    }, gone);
  }

  private async findStart(
    postId: string,
    { after, epoch }: SubscribeDto,
    gone: Gone,
  ): Promise<Start> {
    if (after === undefined) {
      const seq = await this.log.findSeq(postId);
      if (seq === null) throw await this.missing(postId);
      return { seq, events: [], cursor: null, resync: false };
    }
    const piece = await this.replays.begin(postId, { after, epoch }, gone);
    if (!piece) throw await this.missing(postId);
    const { seq, events, resync } = piece;
    if (resync) return { seq, events, cursor: null, resync };
    return { seq, events, cursor: events.at(-1)?.seq ?? after, resync };
  }

  private async missing(postId: string): Promise<Error> {
    return missingPost(await this.endings.find(postId));
  }

  /**
   * Answers and switches to live events in one synchronous step, so that no event comes in between.
   */
  private answer(subscription: Subscription, start: Start, acknowledge: Acknowledge): void {
    const { epoch } = this.log;
    const room = subscription.ended ? null : this.rooms.enter(subscription, start.seq);
    const seq = Math.max(start.seq, room?.seq ?? 0);
    const { events, resync } = start;
    acknowledge({ ok: true, seq, epoch, ...(resync ? { resync } : {}), events });
    const cursor = start.cursor ?? seq;
    if (!room || room.join(subscription, cursor)) return;
    this.replay(subscription, room, cursor).catch((error) => this.giveUp(subscription, error));
  }

  /** Sends the events between the positions of the socket and of the room, until it can join. */
  private async replay(subscription: Subscription, room: LiveRoom, from: number): Promise<void> {
    const { socket, postId } = subscription;
    const gone = inLane(socket.data.lane, () => subscription.ended);
    let cursor = from;
    let isLive = false;
    while (!isLive && !gone()) {
      await this.inTurn(socket, async () => {
        if (gone()) return;
        const piece = await this.replays.next(postId, { after: cursor }, gone);
        if (!piece?.events.length) throw new Error('The log ends before what was handed on.');
        const { epoch, events } = piece;
        if (gone()) return;
        socket.emit('events', { postId, epoch, events });
        cursor = events.at(-1)!.seq;
        isLive = room.join(subscription, cursor);
      });
    }
  }

  /**
   * Closes the connection, so that the client reconnects with its seq. Otherwise it would wait
   * forever.
   */
  private giveUp(subscription: Subscription, error: unknown): void {
    if (subscription.ended) return;
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`A replay failed, the socket is closed: ${reason}`);
    subscription.socket.conn.close();
  }
}
