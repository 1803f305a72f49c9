type Id = string | number | boolean | null;

/** The data of a job. A handler reads everything else in its current state when it runs. */
export type Payload = Readonly<Record<string, Id | readonly Id[]>>;

export interface NewJob {
  /** The name under which a room handles it (`Tasks`). */
  task: string;
  /** Only ids and constants. */
  payload: Payload;
  /** A waiting job with the same key is replaced, with its time; a running one is followed. */
  key?: string;
  /** The earliest start. Default: now. */
  runAt?: Date;
  /** The default of 25 takes about four days, with increasing pauses. */
  maxAttempts?: number;
}
