import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/database.js';
import { FailedJobsRepository } from './failed-jobs.repository.js';
import { JobsRepository } from './jobs.repository.js';
import type { NewJob } from './new-job.js';

/** An id or a word. Texts of people contain spaces, and e-mail addresses an `@`. */
const ID = /^[\w.:-]{1,100}$/;

/**
 * The queue of background work: a job that is enqueued in a transaction runs if that commits, on
 * any node.
 */
@Injectable()
export class Jobs {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly failed: FailedJobsRepository,
  ) {}

  async enqueue(tx: Queryable, job: NewJob): Promise<void> {
    await this.enqueueAll(tx, [job]);
  }

  /** @param jobs each key once */
  async enqueueAll(tx: Queryable, jobs: readonly NewJob[]): Promise<void> {
    for (const job of jobs) assertIds(job);
    if (jobs.length > 0) await this.jobs.insert(tx, jobs);
  }

  /** Deletes the jobs about accounts that no longer exist. */
  forget(ids: readonly string[]): Promise<void> {
    return this.jobs.dropOf(ids);
  }

  /**
   * Leaves the pending jobs of a restored backup to administrators, because they may have run after
   * the backup.
   * @returns the number of those jobs
   */
  park(): Promise<number> {
    return this.failed.park('It waited in a backup that was restored.');
  }
}

/** Jobs are visible to administrators, and an erasure does not search them for texts. */
function assertIds({ task, payload }: NewJob): void {
  for (const [name, value] of Object.entries(payload)) {
    const wrong = [value]
      .flat()
      .some((one) =>
        typeof one === 'string' ? !ID.test(one) : one !== null && typeof one === 'object',
      );
    if (wrong) throw new Error(`The job "${task}" carries something else than ids in "${name}".`);
  }
}
