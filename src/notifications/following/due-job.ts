import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { DueRepository } from './due.repository.js';

const EVERY_MS = 1_000;

/** Sends due notifications. */
@Injectable()
export class DueJob implements OnApplicationBootstrap {
  constructor(
    private readonly due: DueRepository,
    private readonly rounds: Rounds,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'bell',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.due.hasAny()),
      run: async (stop) => {
        await untilNone(stop, () => this.due.tellOfDecisions(this.config.hasMail));
        await untilNone(stop, () => this.due.tellOfNotifications(this.config.hasMail));
      },
    });
  }
}

async function untilNone(stop: AbortSignal, tell: () => Promise<number>): Promise<void> {
  while (!stop.aborted && (await tell()) > 0);
}
