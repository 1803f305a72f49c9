import type { IdRange } from './signal-log.repository.js';

interface Gap extends IdRange {
  /** Every transaction that may fill the gap has a lower id than this. */
  before: bigint;
  since: number;
}

/** An id is taken from the sequence a moment before its transaction is visible to the server. */
const LEAST_MS = 5_000;
/**
 * A transaction that lasts an hour would keep all gaps of that hour open, so the oldest are dropped
 * first.
 */
const MAX_GAPS = 1_000;

/**
 * Ids that were skipped: their transactions had taken them and not yet committed, or never will. A
 * gap is closed when every transaction has ended that ran when it was first seen.
 */
export class SignalGaps {
  private gaps: Gap[] = [];

  get ranges(): readonly IdRange[] {
    return this.gaps;
  }

  /** @param before the `xmax` of the read that skipped them */
  add(from: number, to: number, before: bigint): void {
    this.gaps.push({ from, to, before, since: performance.now() });
    if (this.gaps.length > MAX_GAPS) this.gaps.splice(0, this.gaps.length - MAX_GAPS);
  }

  fill(id: number): void {
    const at = this.gaps.findIndex(({ from, to }) => from <= id && id <= to);
    if (at === -1) return;
    const gap = this.gaps[at];
    const rest = [
      { ...gap, to: id - 1 },
      { ...gap, from: id + 1 },
    ];
    this.gaps.splice(at, 1, ...rest.filter(({ from, to }) => from <= to));
  }

  /**
   * Closes gaps that no transaction can fill any longer. A read that saw so far has looked for
   * them.
   */
  close(xmin: bigint): void {
    const young = performance.now() - LEAST_MS;
    this.gaps = this.gaps.filter(({ before, since }) => before > xmin || since > young);
  }
}
