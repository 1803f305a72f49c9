type Id = string | number | boolean | null;

/** The data of a job. A handler reads everything else in its current state when it runs. */
export type Payload = Readonly<Record<string, Id | readonly Id[]>>;

export interface NewJob {
  /** The name under which a room handles it (`Tasks`). */
  task: string;
  /** Only ids and constants. */
  payload: Payload;
  /** A job that waits under the same key is replaced, with its time; one that runs is followed by this one. */
  key?: string;
  /** The earliest start. Default: now. */
  runAt?: Date;
  /** 25 when left out, which is some four days of ever longer pauses. */
  maxAttempts?: number;
}
