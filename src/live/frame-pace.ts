/** The most messages that this node sends in a second; more would leave time for little else. */
const FRAMES_A_SECOND = 20_000;
/** Limits a post to twenty batches a second. */
const LEAST_WINDOW_MS = 50;

/**
 * How long a post collects events before it sends again. All posts share the limit of messages per
 * second. After sending, a post waits in proportion to its messages, so a large room sends less
 * often, and a room that was quiet sends at once.
 */
export class FramePace {
  private spentUntil = 0;

  /**
   * Counts messages that are sent now.
   * @param now on the clock of `performance`
   * @returns the time from which the sender may send again
   */
  spend(frames: number, now = performance.now()): number {
    this.spentUntil = Math.max(now, this.spentUntil) + (frames * 1_000) / FRAMES_A_SECOND;
    return Math.max(now + LEAST_WINDOW_MS, this.spentUntil);
  }
}
