import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../database/database.js';
import { EventLogRepository } from './event-log.repository.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { SignalsRepository } from './signals.repository.js';

const EVERY_MS = 15 * 60_000;
/** A key answers for a day. */
const IDEMPOTENCY_HOURS = 24;
const SIGNAL_HOURS = 24;
/** How far back a reader may come and still be told what happened. */
const EVENT_DAYS = 30;
/** Rows a statement: nobody waits long for the locks of one. */
const EVENTS_A_SWEEP = 5_000;

/** Drops what has served its time elsewhere. */
type Sweep = () => Promise<void>;

/** Drops what has served its time. Several nodes may do so at once: it is the same rows. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Housekeeping');
  private readonly sweeps: Sweep[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly idempotency: IdempotencyRepository,
    private readonly signals: SignalsRepository,
    private readonly log: EventLogRepository,
  ) {}

  /** Rooms above sweep with the others. */
  also(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        await this.idempotency.dropOlderThan(tx, IDEMPOTENCY_HOURS);
        await this.signals.dropOlderThan(tx, SIGNAL_HOURS);
      });
      while ((await this.log.dropOlderThan(EVENT_DAYS, EVENTS_A_SWEEP)) > 0);
      for (const sweep of this.sweeps) await sweep();
    } catch (error) {
      this.logger.warn(
        `Sweeping failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
