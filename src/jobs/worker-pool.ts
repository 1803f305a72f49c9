import { EventEmitter } from 'node:events';
import { Logger as OurLogger } from '@nestjs/common';
import { Logger, runTaskList, type TaskList, type WorkerEvents } from 'graphile-worker';
import { QUEUE_SCHEMA } from '../database/install-queue.js';
import type { OwnPools } from '../database/own-pools.js';

/** The number of jobs that a node runs concurrently. */
const AT_ONCE = 4;
/** One for listening, and two that all workers share to take and report jobs. */
const CONNECTIONS = 3;
/** The interval of polling for delayed jobs; new jobs are announced. */
const LOOK_MS = 2_000;
/** The time for running jobs to finish; the other half is for handlers that react to the signal. */
const PATIENCE_MS = 4_000;

/** The library's workers of this node, under one id. They start with the construction. */
export class WorkerPool {
  readonly id: string;
  /** Whether it has ended, by itself or not. */
  ended = false;
  private found = false;
  private failed = false;
  private readonly finished: Promise<void>;
  private readonly end: () => unknown;

  constructor(tasks: TaskList, pools: OwnPools) {
    const pool = pools.open('jobs', CONNECTIONS);
    const events = new EventEmitter() as WorkerEvents;
    events.on('job:start', () => (this.found = true));
    events.on('worker:getJob:empty', () => (this.found = true));
    events.on('worker:getJob:error', () => (this.failed = true));
    const workers = runTaskList(
      {
        schema: QUEUE_SCHEMA,
        concurrency: AT_ONCE,
        pollInterval: LOOK_MS,
        gracefulShutdownAbortTimeout: PATIENCE_MS,
        noHandleSignals: true,
        events,
        logger: LIBRARY_LOGGER,
        // Otherwise reports are not awaited, and a failing report ends the process.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      },
      tasks,
      pool,
    );
    this.id = workers.id;
    this.end = () => workers.gracefulShutdown();
    this.finished = workers.promise
      .catch((error: unknown) => logger.error(`The workers ended: ${String(error)}`))
      .then(() => pool.end())
      .finally(() => {
        this.ended = true;
        // The library keeps a reference to the options of a pool forever.
        events.removeAllListeners();
      });
  }

  /**
   * Whether it has never found the queue, because the library does not read the ids of its tables
   * again.
   */
  get isLame(): boolean {
    return this.failed && !this.found;
  }

  /** Takes no more jobs, and waits for the running ones. */
  async stop(): Promise<void> {
    if (!this.ended) await Promise.resolve(this.end()).catch(() => undefined);
    await this.finished;
  }
}

const logger = new OurLogger('Jobs');
const LIBRARY_LOGGER = new Logger(() => tell);

/**
 * Logs messages of the library. Failures of jobs are logged by their runners, without the data of
 * the jobs.
 */
function tell(level: string, message: string, meta?: { failure?: boolean }): void {
  if (meta?.failure) return;
  if (level === 'error') logger.error(message);
  else if (level === 'warning') logger.warn(message);
  else logger.debug(message);
}
