import { Injectable } from '@nestjs/common';

/** The context of a handler that runs a job. */
export interface RunningJob {
  id: string;
  /** From 1 on. */
  attempt: number;
  /** Whether this is the last attempt. */
  last: boolean;
  /** Aborts some time after the node has started to stop; the failed job is retried elsewhere. */
  stop: AbortSignal;
}

/** Runs a job. It fails by throwing, and is retried then. */
export type Task<P extends object> = (payload: P, job: RunningJob) => Promise<void>;

/**
 * The handlers of tasks. A job runs at least once: it runs again after a kill, or if the outcome of
 * a commit is unknown. So a handler must check whether its work is already done.
 */
@Injectable()
export class Tasks {
  private readonly tasks = new Map<string, Task<object>>();

  /** Call it in a room's `onModuleInit`; the workers start after it. */
  handle<P extends object>(name: string, task: Task<P>): void {
    if (this.tasks.has(name)) throw new Error(`The task "${name}" has a handler already.`);
    this.tasks.set(name, task as Task<object>);
  }

  entries(): readonly (readonly [string, Task<object>])[] {
    return [...this.tasks];
  }
}
