import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { MailingsRepository } from './mailings.repository.js';

/** The task that sends a mail of notifications, by its id. */
export const NOTIFICATION_MAIL = 'notification-mail';

const EVERY_MS = 5_000;

/** Makes mails of what is due: what comes together to one account is one mail. */
@Injectable()
export class MailingJob implements OnApplicationBootstrap {
  constructor(
    private readonly mailings: MailingsRepository,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.hasMail) return;
    this.rounds.begin({
      name: 'mailings',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.mailings.hasDue()),
      run: async (stop) => {
        while (!stop.aborted && (await this.gather()) > 0);
      },
    });
  }

  private gather(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ids = await this.mailings.gather(tx);
      const jobs = ids.map((mailId) => ({ task: NOTIFICATION_MAIL, payload: { mailId } }));
      await this.jobs.enqueueAll(tx, jobs);
      return ids.length;
    });
  }
}
