import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { Rounds } from '../../nodes/background-rounds.js';
import { MailJobs } from '../mailing/mail-jobs.js';
import { CaseMailingsRepository } from './case-mailings.repository.js';

/** The task that sends a mail to staff, by its id. */
export const CASE_MAIL = 'case-mail';

const EVERY_MS = 2_000;

/** Creates mails about new cases, in the background. */
@Injectable()
export class CaseMailJob implements OnApplicationBootstrap {
  constructor(
    private readonly mailings: CaseMailingsRepository,
    private readonly jobs: MailJobs,
    private readonly rounds: Rounds,
    private readonly config: AppConfig,
  ) {}

  /**
   * Without a mail server, new cases wait until retention deletes them after a day, so an operator
   * who sets up a server before gets them.
   */
  onApplicationBootstrap(): void {
    if (!this.config.hasMail) return;
    this.rounds.begin({
      name: 'case-mails',
      everyMs: EVERY_MS,
      onceInCluster: true,
      isIdle: async () => !(await this.mailings.hasDue()),
      run: async (stop) => {
        while (!stop.aborted && (await this.mailings.tell()) > 0);
        if (!stop.aborted) await this.jobs.enqueue(CASE_MAIL, (tx) => this.mailings.gather(tx));
      },
    });
  }
}
