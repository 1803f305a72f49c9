import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CollectedFailures } from '../../nodes/collected-failures.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { HostPagesService } from './host-pages.service.js';
import { PageChecksRepository } from '../writing/page-checks.repository.js';
import { PageFetches } from './page-fetches.js';

const EVERY_MS = 60_000;
const PAGES = 20;

/** Repeats the check of pages that could not be verified at their first comment. */
@Injectable()
export class PageCheckJob implements OnApplicationBootstrap {
  constructor(
    private readonly checks: PageChecksRepository,
    private readonly fetches: PageFetches,
    private readonly pages: HostPagesService,
    private readonly rounds: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'pages',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.checks.hasDue()),
      run: (stop) => this.look(stop),
    });
  }

  private async look(stop: AbortSignal): Promise<void> {
    const attempts = new CollectedFailures();
    for (const check of await this.checks.takeDue(PAGES)) {
      if (stop.aborted) return;
      await attempts.try(check.postId, async () => {
        const found = await this.fetches.findAnew(check.url);
        if (found) await this.pages.verify(check, found);
      });
    }
    attempts.end();
  }
}
