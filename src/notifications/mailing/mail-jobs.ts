import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';

/**
 * Creates jobs for gathered mails: rows get the id of their mail in the transaction that creates
 * its job.
 */
@Injectable()
export class MailJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param task the name of the task that sends a mail by its id
   * @param gather assigns rows to mails, and returns the ids of the mails
   * @returns the number of mails
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
