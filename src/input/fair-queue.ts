import { TemporarilyUnavailable } from '../problems/general.errors.js';

/** Whether the caller is gone, so that the work is no longer needed. */
export interface Gone {
  (): boolean;
  /** The lane of the caller; all without one share a lane. */
  readonly lane?: string;
}

export function inLane(lane: string | undefined, gone: Gone): Gone {
  return Object.assign(() => gone(), { lane });
}

export interface QueueBounds {
  /** The number of callers that run at a time. */
  running: number;
  /** The number of callers that may wait. */
  waiting: number;
  /** The error when too many callers wait. */
  full: () => Error;
}

interface Waiting {
  begin: () => void;
  drop: (because: Error) => void;
  gone: Gone;
}

/**
 * Runs a few pieces of work at a time. Each lane is first in, first out, and the lanes take turns.
 * So many callers of one lane wait for each other, and hardly delay the others. Work whose caller
 * is gone when its turn comes is skipped.
 */
export class FairQueue {
  private running = 0;
  private waiting = 0;
  /** No lane is empty; the one whose turn is next comes first. */
  private readonly lanes = new Map<string, Waiting[]>();

  constructor(private readonly bounds: QueueBounds) {}

  async run<T>(work: () => Promise<T>, gone: Gone = () => false): Promise<T> {
    if (this.running >= this.bounds.running) await this.wait(gone, gone.lane ?? '');
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  private wait(gone: Gone, lane: string): Promise<void> {
    if (this.waiting >= this.bounds.waiting) this.dropGone();
    if (this.waiting >= this.bounds.waiting) this.makeRoom(lane);
    return new Promise((begin, drop) => {
      const line = this.lanes.get(lane) ?? [];
      line.push({ begin, drop, gone });
      this.lanes.set(lane, line);
      this.waiting += 1;
    });
  }

  /** Passes the slot to the next caller without freeing it in between. */
  private handOn(): void {
    for (let next = this.next(); next; next = this.next()) {
      if (!next.gone()) return next.begin();
      next.drop(new TemporarilyUnavailable());
    }
    this.running -= 1;
  }

  private next(): Waiting | undefined {
    for (const [lane, line] of this.lanes) {
      this.lanes.delete(lane);
      if (line.length > 1) this.lanes.set(lane, line);
      this.waiting -= 1;
      return line.shift();
    }
  }

  private dropGone(): void {
    for (const [lane, line] of this.lanes) {
      const left: Waiting[] = [];
      for (const one of line) {
        if (one.gone()) one.drop(new TemporarilyUnavailable());
        else left.push(one);
      }
      this.waiting -= line.length - left.length;
      if (left.length > 0) this.lanes.set(lane, left);
      else this.lanes.delete(lane);
    }
  }

  /** Rejects the last caller of the longest lane in favour of one in a shorter lane. */
  private makeRoom(lane: string): void {
    const lines = [...this.lanes.values()];
    const longest = lines.reduce((one, other) => (other.length > one.length ? other : one));
    if (longest.length <= (this.lanes.get(lane)?.length ?? 0) + 1) throw this.bounds.full();
    longest.pop()!.drop(this.bounds.full());
    this.waiting -= 1;
  }
}
