import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Wire } from './wire.js';
import type { Act } from './acts.js';
import { Announcer, SIGNALS_CHANNEL } from './announcer.js';
import {
  type Signal,
  type SignalDraft,
  SIGNALS_A_READ,
  SignalsRepository,
} from './signals.repository.js';

/** How long after its transaction began a signal may still appear; acts are bounded well below. */
const SETTLED_MS = 60_000;
const POLL_MS = 250;

/** Writing a signal in the transaction of the act that causes it. */
@Injectable()
export class SignalLog {
  constructor(private readonly repository: SignalsRepository) {}

  async append(act: Act, draft: SignalDraft): Promise<void> {
    act.signalled = true;
    await this.repository.insert(act, draft);
  }
}

/**
 * Hands every signal to this node once. Ids are not in the order of commits, so recent ones are read
 * again until they have settled, and those seen are passed over.
 */
@Injectable()
export class SignalTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly signals = new EventEmitter<{ signal: [Signal] }>();
  private readonly seen = new Map<number, number>();
  private settled = 0;
  private timer: NodeJS.Timeout | null = null;
  private reading = false;
  private again = false;

  constructor(
    private readonly repository: SignalsRepository,
    private readonly announcer: Announcer,
    private readonly wire: Wire,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // What is older than a minute is over; what is heard twice changes nothing.
    this.settled = await this.repository.findSettledId(SETTLED_MS / 1_000);
    this.announcer.local.on('signals', () => void this.read());
    this.timer = setInterval(() => void this.read(), POLL_MS);
    await this.wire.listen(SIGNALS_CHANNEL, () => void this.read());
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.again) {
        this.again = false;
        await this.readUnsettled();
        this.settle();
      }
    } catch {
      // The database is away: the next poll reads the same again.
    } finally {
      this.reading = false;
    }
  }

  private async readUnsettled(): Promise<void> {
    let signals: Signal[];
    let after = this.settled;
    do {
      signals = await this.repository.listAfter(after);
      for (const signal of signals) this.hand(signal);
      after = signals.at(-1)?.id ?? after;
    } while (signals.length === SIGNALS_A_READ);
  }

  private hand(signal: Signal): void {
    if (this.seen.has(signal.id)) return;
    this.seen.set(signal.id, Date.now());
    this.signals.emit('signal', signal);
  }

  private settle(): void {
    const horizon = Date.now() - SETTLED_MS;
    for (const [id, at] of this.seen) {
      if (at > horizon) return;
      this.seen.delete(id);
      this.settled = Math.max(this.settled, id);
    }
  }
}
