import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { CaseMailingsRepository } from './case-mailings.repository.js';

/** The task that sends a mail to staff, by its id. */
export const CASE_MAIL = 'case-mail';

const EVERY_MS = 2_000;

/** Makes mails of what waits for moderators, behind those who write and report. */
@Injectable()
export class CaseMailJob implements OnApplicationBootstrap {
  constructor(
    private readonly mailings: CaseMailingsRepository,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin({
      name: 'case-mails',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.mailings.hasDue()),
      run: async (stop) => {
        while (!stop.aborted && (await this.mailings.tell(this.config.hasMail)) > 0);
        if (!stop.aborted) await this.gather();
      },
    });
  }

  private async gather(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ids = await this.mailings.gather(tx);
      const jobs = ids.map((mailId) => ({ task: CASE_MAIL, payload: { mailId } }));
      await this.jobs.enqueueAll(tx, jobs);
    });
  }
}
