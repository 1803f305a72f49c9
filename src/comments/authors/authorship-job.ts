import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Acts } from '../../acts/acts.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { AuthorshipRepository, type Moving } from './authorship.repository.js';
import { Authorship } from './authorship.js';

const EVERY_MS = 1_000;

/** Moves what authors with many comments have left, piece by piece, so that others write in between. */
@Injectable()
export class AuthorshipJob implements OnApplicationBootstrap {
  constructor(
    private readonly repository: AuthorshipRepository,
    private readonly authorship: Authorship,
    private readonly acts: Acts,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'authorships',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => (await this.repository.listMoving()).length === 0,
      run: async (stop) => {
        const attempts = new CollectedFailures();
        for (const moving of await this.repository.listMoving())
          await attempts.try(moving.authorId, () => this.finish(moving, stop));
        attempts.end();
      },
    });
  }

  private async finish(moving: Moving, stop: AbortSignal): Promise<void> {
    let more: boolean | null = true;
    while (more && !stop.aborted) {
      const startedAt = performance.now();
      more = await this.acts.run((act) => this.authorship.carryOn(act, moving));
      await delay(performance.now() - startedAt);
    }
  }
}
