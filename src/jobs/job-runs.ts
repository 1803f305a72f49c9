import { Injectable, Logger } from '@nestjs/common';
import type { JobHelpers, Task as LibraryTask, TaskList } from 'graphile-worker';
import { Metrics } from '../metrics/metrics.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { failureText } from './failure-text.js';
import { JobsRepository } from './jobs.repository.js';
import { type RunningJob, type Task, Tasks } from './tasks.js';

/** Wraps the tasks for the library: with metrics, and with errors that may be stored. */
@Injectable()
export class JobRuns {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly tasks: Tasks,
    private readonly jobs: JobsRepository,
    private readonly metrics: Metrics,
  ) {}

  list(): TaskList {
    return Object.fromEntries(
      this.tasks.entries().map(([name, task]) => [name, this.counted(name, task)]),
    );
  }

  private counted(name: string, task: Task<object>): LibraryTask {
    for (const end of ['done', 'failed', 'stopped', 'gave-up'])
      this.metrics.jobs.labels(name, end).inc(0);
    return async (payload, { job, abortSignal }: JobHelpers) => {
      const { id, attempts: attempt, max_attempts: most } = job;
      const last = attempt >= most;
      const running = { id: String(id), attempt, last, stop: abortSignal! };
      try {
        await task(payload as object, running);
        this.metrics.jobs.labels(name, 'done').inc();
      } catch (error) {
        const stopped = abortSignal!.aborted && (await this.giveBack(running));
        const end = stopped ? 'stopped' : last ? 'gave-up' : 'failed';
        this.metrics.jobs.labels(name, end).inc();
        const what = `The job ${id} (${name}) ${stopped ? 'was stopped' : 'failed'}, attempt ${attempt} of ${most}`;
        this.logger[end === 'gave-up' ? 'error' : 'warn'](`${what}: ${loggedOf(error)}`);
        throw new Error(failureText(error));
      }
    };
  }

  /**
   * Frees the jobs of a stopping node without counting an attempt. @returns whether it succeeded
   */
  private giveBack({ id, attempt }: RunningJob): Promise<boolean> {
    return this.jobs.giveBack(id, attempt).then(
      () => true,
      () => false,
    );
  }
}

/** A temporary failure needs no stack. */
function loggedOf(error: unknown): string {
  if (error instanceof TemporarilyUnavailable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
