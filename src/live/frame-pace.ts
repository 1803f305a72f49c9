/** The messages that this node sends in a second; more would leave time for little else. */
const FRAMES_A_SECOND = 20_000;
/** Limits a post to twenty batches a second. */
const LEAST_WINDOW_MS = 50;

/**
 * How long a post gathers events before it sends again. Every message to a socket takes its share of
 * a second, whichever post it is of. After it has sent, a post waits in proportion to its messages. So
 * the window grows with the room, and a room that was quiet sends at once.
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
