import type { IdRange } from './signal-log.repository.js';

interface Gap extends IdRange {
  /** The ids of all transactions that may fill the gap are lower than this. */
  before: bigint;
  since: number;
}

/** A transaction may take an id from the sequence shortly before snapshots show it as running. */
const LEAST_MS = 5_000;
/**
 * A transaction that lasts an hour would keep all gaps of that hour open, so the oldest are dropped
 * first.
 */
const MAX_GAPS = 1_000;

/**
 * Ids that a read skipped: their transactions have not committed yet, or never will. A gap is
 * closed when all transactions that ran when it was first seen have ended.
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
   * Closes gaps that no transaction can fill any more.
   * @param xmin the oldest running transaction, from a read that searched the gaps
   */
  close(xmin: bigint): void {
    const young = performance.now() - LEAST_MS;
    this.gaps = this.gaps.filter(({ before, since }) => before > xmin || since > young);
  }
}
