/** Reads are counted in spans of this length. */
const SPAN_MS = 50;
/** More reads in a span than one client can make. */
const HIGH = 100;

/** How often a page is asked for, whichever state of it; or many pages together. */
export class PageDemand {
  private since = Number.NEGATIVE_INFINITY;
  private count = 0;
  private before = 0;

  note(now: number): void {
    if (now - this.since >= SPAN_MS) {
      this.before = now - this.since < 2 * SPAN_MS ? this.count : 0;
      this.count = 0;
      this.since = now;
    }
    this.count += 1;
  }

  /** Whether it was read more often than one reader can, in this span or the last. */
  isHigh(now: number): boolean {
    const age = now - this.since;
    return (age < 2 * SPAN_MS && this.count >= HIGH) || (age < SPAN_MS && this.before >= HIGH);
  }
}
