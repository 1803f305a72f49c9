import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Metrics } from '../metrics/metrics.js';
import { EventLogRepository } from './event-log.repository.js';
import type { LoggedEvent } from './event-kinds.js';
import { Rounds } from '../nodes/background-rounds.js';

/** A piece of a post's log, or the instruction to load the thread again. */
export interface LogSlice {
  seq: number;
  epoch: string;
  events: LoggedEvent[];
  resync: boolean;
}

/** The position of a reader: the last seq that it received, and the epoch of that seq. */
export interface LogPlace {
  after: number;
  epoch?: string;
}

const EPOCH_EVERY_MS = 5_000;

/** Reading a post's log. */
@Injectable()
export class EventLog implements OnModuleInit {
  /** Emitted when the epoch has changed: all former events and seqs are invalid. */
  readonly changes = new EventEmitter<{ epoch: [] }>();
  private currentEpoch = '';

  constructor(
    private readonly repository: EventLogRepository,
    private readonly metrics: Metrics,
    private readonly rounds: Rounds,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.repository.renewEpochElsewhere();
    await this.readEpoch();
    this.rounds.begin({ name: 'epoch', everyMs: EPOCH_EVERY_MS, run: () => this.readEpoch() });
  }

  /**
   * The epoch changes while nodes run when an operator declares that the database was restored or
   * replaced.
   */
  private async readEpoch(): Promise<void> {
    const epoch = await this.repository.getEpoch();
    if (epoch === this.currentEpoch) return;
    this.currentEpoch = epoch;
    this.changes.emit('epoch');
  }

  get epoch(): string {
    return this.currentEpoch;
  }

  /**
   * The events after a position. `resync` when the position is before the events that are kept,
   * ahead of the log, or of another epoch.
   * @returns null when the post does not exist
   */
  async read(postId: string, place: LogPlace, limit: number): Promise<LogSlice | null> {
    const extent = await this.repository.findExtent(postId);
    if (!extent) return null;
    const { seq, keptAfter } = extent;
    const epoch = this.currentEpoch;
    const otherHistory = place.epoch !== undefined && place.epoch !== epoch;
    const lost = otherHistory || place.after < keptAfter || place.after > seq;
    const events = lost ? [] : await this.repository.listAfter(postId, place.after, limit);
    // The next event may have been deleted between the two statements.
    if (lost || (place.after < seq && events[0]?.seq !== place.after + 1)) {
      this.metrics.resyncs.inc();
      return { seq, epoch, events: [], resync: true };
    }
    return { seq: Math.max(seq, events.at(-1)?.seq ?? 0), epoch, events, resync: false };
  }

  async findSeq(postId: string): Promise<number | null> {
    return (await this.repository.findExtent(postId))?.seq ?? null;
  }
}
