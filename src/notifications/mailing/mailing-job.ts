import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { MailJobs } from './mail-jobs.js';
import { MailingsRepository } from './mailings.repository.js';

/** The task that sends a mail of notifications, by its id. */
export const NOTIFICATION_MAIL = 'notification-mail';

const EVERY_MS = 5_000;

/** Creates mails of due notifications; those of one account are in one mail. */
@Injectable()
export class MailingJob implements OnApplicationBootstrap {
  constructor(
    private readonly mailings: MailingsRepository,
    private readonly jobs: MailJobs,
    private readonly rounds: Rounds,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.hasMail) return;
    const gather = () => this.jobs.enqueue(NOTIFICATION_MAIL, (tx) => this.mailings.gather(tx));
    this.rounds.begin({
      name: 'mailings',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.mailings.hasDue()),
      run: async (stop) => {
        while (!stop.aborted && (await gather()) > 0);
      },
    });
  }
}
