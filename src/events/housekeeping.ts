import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../database/database.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { SignalsRepository } from './signals.repository.js';

const EVERY_MS = 15 * 60_000;
/** A key answers for a day. */
const IDEMPOTENCY_HOURS = 24;
const SIGNAL_HOURS = 24;

/** Drops what has served its time. Several nodes may do so at once: it is the same rows. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Housekeeping');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly idempotency: IdempotencyRepository,
    private readonly signals: SignalsRepository,
  ) {}

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
    } catch (error) {
      this.logger.warn(
        `Sweeping failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
