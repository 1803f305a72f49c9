import { Injectable } from '@nestjs/common';
import { EventViews, type LogPiece } from '../comments/thread/event-views.js';
import type { LogPlace } from '../events/event-log.js';
import { type Gone, inLane } from '../input/fair-queue.js';

/** The most events of one response, and of one message of a replay. */
const BATCH = 200;
/** A piece is shared for this long after it was read. Later events are in the next piece. */
const SHARED_MS = 100;
/** The most bytes that are shared; above it every socket reads separately. */
const SHARED_BYTES = 1_024 * 1_024;

/** A piece that is being read, or was read a moment ago, and the readers that wait for it. */
interface Shared {
  reading: Promise<LogPiece | null>;
  readers: Gone[];
}

/**
 * Reads pieces of logs for sockets that are behind. When a node dies, all of its readers reconnect
 * to another node at the same position; one read serves them all.
 */
@Injectable()
export class Replays {
  private readonly shared = new Map<string, Shared>();
  private keptBytes = 0;

  constructor(private readonly clientEvents: EventViews) {}

  /**
   * The first piece of a subscription. An empty one is shared, too: later events are sent live.
   * @returns null when the post does not exist
   */
  begin(postId: string, place: LogPlace, gone: Gone): Promise<LogPiece | null> {
    return this.share(postId, place, gone, () => true);
  }

  /** The next piece, which cannot be empty: an empty one of another socket is outdated. */
  next(postId: string, place: LogPlace, gone: Gone): Promise<LogPiece | null> {
    return this.share(postId, place, gone, ({ events }) => events.length > 0);
  }

  /**
   * Shares a read that is running or has just finished. If it failed or does not fit, one more read
   * serves all.
   */
  private async share(
    postId: string,
    place: LogPlace,
    gone: Gone,
    fits: (piece: LogPiece) => boolean,
  ): Promise<LogPiece | null> {
    const name = nameOf(postId, place);
    const first = this.shared.get(name);
    const others = first && (await join(first, gone).catch(() => null));
    if (others && fits(others)) return others;
    const newer = this.shared.get(name);
    return newer && newer !== first ? join(newer, gone) : this.read(postId, place, gone);
  }

  /** Reading stops when the last reader has disconnected. */
  private read(postId: string, place: LogPlace, gone: Gone): Promise<LogPiece | null> {
    const name = nameOf(postId, place);
    const readers = [gone];
    const allGone = inLane(gone.lane, () => readers.every((one) => one()));
    const reading = this.clientEvents.read(postId, place, BATCH, allGone);
    const shared = { reading, readers };
    this.shared.set(name, shared);
    reading.then(
      (piece) => this.keep(name, shared, piece?.bytes ?? 0),
      () => this.forget(name, shared),
    );
    return reading;
  }

  private keep(name: string, shared: Shared, bytes: number): void {
    if (this.keptBytes + bytes > SHARED_BYTES) return this.forget(name, shared);
    this.keptBytes += bytes;
    setTimeout(() => {
      this.keptBytes -= bytes;
      this.forget(name, shared);
    }, SHARED_MS).unref();
  }

  private forget(name: string, shared: Shared): void {
    if (this.shared.get(name) === shared) this.shared.delete(name);
  }
}

function join({ reading, readers }: Shared, gone: Gone): Promise<LogPiece | null> {
  readers.push(gone);
  return reading;
}

function nameOf(postId: string, { after, epoch }: LogPlace): string {
  return `${postId} ${after} ${epoch ?? ''}`;
}
