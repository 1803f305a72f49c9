import { Injectable } from '@nestjs/common';
import { type LogPiece, LogPieces } from '../comments/thread/log-pieces.js';
import type { LogPlace } from '../events/event-log.js';
import type { Gone } from '../input/turns.js';

/** Events of one answer, and of one message of a replay. */
const BATCH = 200;
/** So long a piece that was read is handed on as it is; what changes meanwhile comes behind it. */
const SHARED_MS = 100;
/** What is kept for that long at most; above it everybody reads for themselves. */
const SHARED_BYTES = 1_024 * 1_024;

/**
 * Reads pieces of logs for sockets that come from behind. When a node has gone, all of its readers
 * come to another one with the same place: what they ask for at the same time is read once.
 */
@Injectable()
export class Replays {
  private readonly shared = new Map<string, Promise<LogPiece | null>>();
  private keptBytes = 0;

  constructor(private readonly pieces: LogPieces) {}

  /** @returns null when there is no such post */
  async read(postId: string, place: LogPlace, gone: Gone): Promise<LogPiece | null> {
    const name = `${postId} ${place.after} ${place.epoch ?? ''}`;
    const running = this.shared.get(name);
    const others = running && (await running.catch(() => null));
    // That there was nothing yet when somebody else asked says nothing of now.
    if (others && others.events.length > 0) return others;
    const reading = this.pieces.read(postId, place, BATCH, gone);
    this.shared.set(name, reading);
    reading.then(
      (piece) => this.keep(name, reading, piece?.bytes ?? 0),
      () => this.forget(name, reading),
    );
    return reading;
  }

  private keep(name: string, reading: Promise<LogPiece | null>, bytes: number): void {
    if (this.keptBytes + bytes > SHARED_BYTES) return this.forget(name, reading);
    this.keptBytes += bytes;
    setTimeout(() => {
      this.keptBytes -= bytes;
      this.forget(name, reading);
    }, SHARED_MS).unref();
  }

  private forget(name: string, reading: Promise<LogPiece | null>): void {
    if (this.shared.get(name) === reading) this.shared.delete(name);
  }
}
