import { Injectable } from '@nestjs/common';
import { EventLog, type LogPlace } from '../../events/event-log.js';
import { type Gone, Turns } from '../../input/turns.js';
import { TemporarilyUnavailable } from '../../problems/general.errors.js';
import { ClientEvents, type Described } from './client-events.js';

/** Each holds a piece in memory, several times over. */
const MAX_RUNNING = 4;
const MAX_WAITING = 1_000;

/** A piece of a post's log as readers get it. */
export interface LogPiece extends Described {
  seq: number;
  epoch: string;
  resync: boolean;
}

/** Pieces of logs for readers who come from behind: a few at a time, so that memory is bounded. */
@Injectable()
export class LogPieces {
  private readonly turns = new Turns({
    running: MAX_RUNNING,
    waiting: MAX_WAITING,
    full: () => new TemporarilyUnavailable(),
  });

  constructor(
    private readonly log: EventLog,
    private readonly clientEvents: ClientEvents,
  ) {}

  /** @returns null when there is no such post */
  read(postId: string, place: LogPlace, limit: number, gone?: Gone): Promise<LogPiece | null> {
    return this.turns.run(async () => {
      const slice = await this.log.read(postId, place, limit);
      if (!slice) return null;
      const { seq, epoch, resync } = slice;
      return { seq, epoch, resync, ...(await this.clientEvents.describe(postId, slice.events)) };
    }, gone);
  }
}
