import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Announcer, SIGNALS_CHANNEL } from '../nodes/announcer.js';
import { Rounds } from '../nodes/background-rounds.js';
import { EventLog } from './event-log.js';
import { SignalGaps } from './signal-gaps.js';
import { type Signal, SignalLog, SIGNALS_A_READ } from './signal-log.repository.js';
import { NodeBus } from '../nodes/node-bus.js';

/** A starting node also reads the signals of this many seconds before. */
const BEFORE_SECONDS = 60;
const POLL_MS = 250;

/**
 * Delivers every signal to this node once. Ids are not in the order of commits, so ids that a read
 * skipped are searched again; nothing else is read twice.
 */
@Injectable()
export class SignalTail implements OnApplicationBootstrap {
  readonly signals = new EventEmitter<{ signal: [Signal] }>();
  private gaps = new SignalGaps();
  private last = 0;
  /** The epoch of `last` and `gaps`. */
  private epoch = '';

  constructor(
    private readonly signalLog: SignalLog,
    private readonly events: EventLog,
    private readonly announcer: Announcer,
    private readonly bus: NodeBus,
    private readonly rounds: Rounds,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.begin();
    const reading = this.rounds.begin({
      name: 'signals',
      everyMs: POLL_MS,
      run: () => this.read(),
    });
    this.announcer.local.on('signals', () => reading.wake());
    await this.bus.listen(SIGNALS_CHANNEL, () => reading.wake());
  }

  /** Signals of the last minute may be delivered again, which has no effect. */
  private async begin(): Promise<void> {
    const { epoch } = this.events;
    this.last = await this.signalLog.findLastBefore(BEFORE_SECONDS);
    this.gaps = new SignalGaps();
    this.epoch = epoch;
  }

  private async read(): Promise<void> {
    // In another epoch the same numbers are other signals.
    if (this.epoch !== this.events.epoch) await this.begin();
    await this.readLate();
    await this.readNext();
  }

  private async readLate(): Promise<void> {
    if (this.gaps.ranges.length === 0) return;
    const { signals, xmin } = await this.signalLog.listWithin(this.gaps.ranges);
    for (const signal of signals) {
      this.gaps.fill(signal.id);
      this.signals.emit('signal', signal);
    }
    if (signals.length < SIGNALS_A_READ) this.gaps.close(xmin);
  }

  private async readNext(): Promise<void> {
    let count: number;
    do {
      const { signals, xmax } = await this.signalLog.listAfter(this.last);
      for (const signal of signals) {
        if (signal.id > this.last + 1) this.gaps.add(this.last + 1, signal.id - 1, xmax);
        this.last = signal.id;
        this.signals.emit('signal', signal);
      }
      count = signals.length;
    } while (count === SIGNALS_A_READ);
  }
}
