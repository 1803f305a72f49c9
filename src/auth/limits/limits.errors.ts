import { problem, type RateLimit } from '../../problems/domain-error.js';

/** The budget that is spent: what it counts, for whom, and in which span. */
export interface Spent {
  /** The name of the class, a key of `LIMIT_CLASSES`. */
  limit: string;
  what: string;
  from: string;
  /** The span of the budget, in seconds. */
  seconds: number;
  /** Whether the budget grows with the age of the account. */
  grows: boolean;
}

/** A budget of `LIMIT_CLASSES` is spent. */
export class TooManyRequests extends problem('too-many', 'too-many-requests', 'Too many requests') {
  override readonly limit: string;
  override readonly retryAfter: number;

  constructor(
    { limit, what, from, seconds, grows }: Spent,
    override readonly rateLimit: RateLimit,
  ) {
    const { reset } = rateLimit ?? {};
    const { stackTraceLimit } = Error;
    // A flood creates thousands a second. A stack costs more than the rest, and nobody reads it.
    Error.stackTraceLimit = 0;
    super(
      `Too many ${what} from ${from} within ${inWords(seconds)}. ` +
        `${grows ? 'A new account may send more when it is older. ' : ''}Try again in ${inWords(reset)}.`,
    );
    Error.stackTraceLimit = stackTraceLimit;
    this.limit = limit;
    this.retryAfter = reset;
  }
}

const UNITS = [
  { seconds: 86_400, one: 'a day', many: 'days' },
  { seconds: 3_600, one: 'an hour', many: 'hours' },
  { seconds: 60, one: 'a minute', many: 'minutes' },
  { seconds: 1, one: 'a second', many: 'seconds' },
];

/** A span in words, such as `42 seconds` or `an hour`; rounded up, so waiting for it suffices. */
export function inWords(seconds: number): string {
  const unit =
    UNITS.find((one) => seconds === one.seconds || seconds >= 2 * one.seconds) ?? UNITS[3];
  const count = Math.ceil(seconds / unit.seconds);
  return count === 1 ? unit.one : `${count} ${unit.many}`;
}
