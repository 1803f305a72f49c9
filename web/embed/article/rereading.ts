/** Between two readings, so that a busy thread is not a burden to the service for each of its readers. */
const PAUSE_MS = 1_000;

/** Reads at once when it is asked to; what is asked meanwhile is read together a moment later. */
export class Rereading {
  private asked: boolean | null = null;
  private busy = false;
  private ended = false;

  /** @param read the whole, or what changes often */
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
    while (this.asked !== null && !this.ended) {
      const all = this.asked;
      this.asked = null;
      // What cannot be read now is read with the next change.
      await this.read(all).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    this.busy = false;
  }
}
