import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';

/** Has mails sent that were gathered: rows know their mail when there is a job for it, and not before. */
@Injectable()
export class MailJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param task who sends a mail by its id
   * @param gather puts what waits into mails, and returns the ids of these
   * @returns how many mails there were
   */
  enqueue(task: string, gather: (tx: Tx) => Promise<string[]>): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ids = await gather(tx);
      await this.jobs.enqueueAll(
        tx,
        ids.map((mailId) => ({ task, payload: { mailId } })),
      );
      return ids.length;
    });
  }
}
