import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from '../../nodes/background-rounds.js';
import { DueRepository } from './due.repository.js';

const STATEMENTS_EVERY_MS = 2_000;
const BELL_EVERY_MS = 1_000;

/** Tells people of what has become due. Several nodes do: nobody is told twice. */
@Injectable()
export class DueJob implements OnApplicationBootstrap {
  constructor(
    private readonly due: DueRepository,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'statements',
      everyMs: STATEMENTS_EVERY_MS,
      run: (stop) => untilNone(stop, () => this.due.tellOfDecisions()),
    });
    this.rounds.begin({
      name: 'bell',
      everyMs: BELL_EVERY_MS,
      run: (stop) => untilNone(stop, () => this.due.tellOfNotifications()),
    });
  }
}

async function untilNone(stop: AbortSignal, tell: () => Promise<number>): Promise<void> {
  while (!stop.aborted && (await tell()) > 0);
}
