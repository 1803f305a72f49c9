import { Injectable } from '@nestjs/common';

/** What a handler may know of the job that it carries out. */
export interface RunningJob {
  id: string;
  /** From 1 on. */
  attempt: number;
  /** Whether it is not tried again, where it fails now. */
  last: boolean;
  /** Aborts when the node stops and has waited a while: what fails then is tried again elsewhere. */
  stop: AbortSignal;
}

/** Carries out a job. It fails by throwing, and runs again then. */
export type Task<P extends object> = (payload: P, job: RunningJob) => Promise<void>;

/**
 * Who carries out which task. A job runs at least once: after a kill, or a commit whose outcome nobody heard,
 * once more. A handler therefore looks whether its work is done already.
 */
@Injectable()
export class Tasks {
  private readonly tasks = new Map<string, Task<object>>();

  /** Called in a room's `onModuleInit`; the workers begin after it. */
  handle<P extends object>(name: string, task: Task<P>): void {
    if (this.tasks.has(name)) throw new Error(`The task "${name}" has a handler already.`);
    this.tasks.set(name, task as Task<object>);
  }

  entries(): readonly (readonly [string, Task<object>])[] {
    return [...this.tasks];
  }
}
