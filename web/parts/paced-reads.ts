import { ProblemError } from '@colloquy/client';

/** The pause between two reads, so that a busy thread does not overload the service. */
const PAUSE_MS = 1_000;
const MOST_PAUSE_MS = 60_000;

/**
 * Reads at once. Requests during a read are merged into one read a moment later. A failed read is
 * retried after increasing pauses.
 */
export class PacedReads {
  private asked: boolean | null = null;
  private busy = false;
  private ended = false;

  /** @param read reads everything, or only what changes often */
  constructor(private readonly read: (all: boolean) => Promise<void>) {}

  ask(all: boolean): void {
    this.asked = all || this.asked === true;
    if (!this.busy) void this.run();
  }

  end(): void {
    this.ended = true;
  }

  private async run(): Promise<void> {
    this.busy = true;
    let pause = PAUSE_MS;
    while (this.asked !== null && !this.ended) {
      const all = this.asked;
      this.asked = null;
      try {
        await this.read(all);
        pause = PAUSE_MS;
      } catch (error) {
        if (isPassing(error)) this.asked = all || this.asked === true;
        pause = Math.min(pause * 2, MOST_PAUSE_MS);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.busy = false;
  }
}

/** A refusal is final; the next change may lead to another answer. */
function isPassing(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.status >= 500 || error.status === 429;
}
