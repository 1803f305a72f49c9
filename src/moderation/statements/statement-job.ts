import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from '../../nodes/rounds.js';
import { StatementsRepository } from './statements.repository.js';

const EVERY_MS = 2_000;

/** Tells people of statements that have become visible. Several nodes may: none is told twice. */
@Injectable()
export class StatementJob implements OnApplicationBootstrap {
  constructor(
    private readonly statements: StatementsRepository,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({ name: 'statements', everyMs: EVERY_MS, run: (stop) => this.tell(stop) });
  }

  private async tell(stop: AbortSignal): Promise<void> {
    while (!stop.aborted && (await this.statements.tellDue()) > 0);
  }
}
