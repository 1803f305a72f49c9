import { TemporarilyUnavailable } from '../problems/general.errors.js';

/** Whether the caller has gone, so that nobody waits for the work any more. */
export type Gone = () => boolean;

export interface TurnBounds {
  /** How many are worked on at a time. */
  running: number;
  /** How many may wait. */
  waiting: number;
  /** The error for those who come when too many wait. */
  full: () => Error;
}

interface Waiting {
  begin: () => void;
  drop: () => void;
  gone: Gone;
}

/**
 * Work that is done a few at a time, in the order in which it came. Work whose caller has gone when its turn
 * comes is not begun.
 */
export class Turns {
  private running = 0;
  private line: Waiting[] = [];

  constructor(private readonly bounds: TurnBounds) {}

  async run<T>(work: () => Promise<T>, gone: Gone = () => false): Promise<T> {
    if (this.running >= this.bounds.running) await this.wait(gone);
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  private wait(gone: Gone): Promise<void> {
    if (this.line.length >= this.bounds.waiting) this.dropGone();
    if (this.line.length >= this.bounds.waiting) throw this.bounds.full();
    return new Promise((begin, reject) => {
      this.line.push({ begin, drop: () => reject(new TemporarilyUnavailable()), gone });
    });
  }

  /** The place goes to the next one without being free in between. */
  private handOn(): void {
    for (let next = this.line.shift(); next; next = this.line.shift()) {
      if (!next.gone()) return next.begin();
      next.drop();
    }
    this.running -= 1;
  }

  private dropGone(): void {
    const line = this.line;
    this.line = [];
    for (const one of line) {
      if (one.gone()) one.drop();
      else this.line.push(one);
    }
  }
}
