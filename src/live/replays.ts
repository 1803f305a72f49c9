import { Injectable } from '@nestjs/common';
import { type ClientEvent, ClientEvents } from '../comments/client-events.js';
import { EventLog, type LogPlace } from '../events/event-log.js';

/** Events of one answer, and of one message of a replay. */
const BATCH = 200;
/** So long a piece that was read is handed on as it is; what changes meanwhile comes behind it. */
const SHARED_MS = 100;

/** A piece of a post's log as readers get it. */
export interface Replayed {
  seq: number;
  epoch: string;
  events: ClientEvent[];
  resync: boolean;
}

/**
 * Reads pieces of logs for sockets that come from behind. When a node has gone, all of its readers
 * come to another one with the same place: what they ask for at the same time is read once.
 */
@Injectable()
export class Replays {
  private readonly shared = new Map<string, Promise<Replayed | null>>();

  constructor(
    private readonly log: EventLog,
    private readonly clientEvents: ClientEvents,
  ) {}

  /** @returns null when there is no such post */
  async read(postId: string, place: LogPlace): Promise<Replayed | null> {
    const name = `${postId} ${place.after} ${place.epoch ?? ''}`;
    const running = this.shared.get(name);
    const others = running && (await running.catch(() => null));
    // That there was nothing yet when somebody else asked says nothing of now.
    if (others && others.events.length > 0) return others;
    const reading = this.begin(postId, place);
    this.shared.set(name, reading);
    const forget = () => {
      if (this.shared.get(name) === reading) this.shared.delete(name);
    };
    reading.then(() => setTimeout(forget, SHARED_MS).unref(), forget);
    return reading;
  }

  private async begin(postId: string, place: LogPlace): Promise<Replayed | null> {
    const slice = await this.log.read(postId, place, BATCH);
    if (!slice) return null;
    const { seq, epoch, resync } = slice;
    return { seq, epoch, resync, events: await this.clientEvents.describe(postId, slice.events) };
  }
}
