import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { StatementsRepository } from './statements.repository.js';

const EVERY_MS = 2_000;

/** Tells people of statements that have become visible. Several nodes may: none is told twice. */
@Injectable()
export class StatementKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('StatementKeeper');
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<unknown> | null = null;

  constructor(private readonly statements: StatementsRepository) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.round ??= this.tell().finally(() => (this.round = null));
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.round;
  }

  private async tell(): Promise<void> {
    try {
      while ((await this.statements.tellDue()) > 0);
    } catch (error) {
      // The database is away: the next round finds the same.
      if (error instanceof TemporarilyUnavailable) return;
      this.logger.error(error instanceof Error ? error.stack : String(error));
    }
  }
}
