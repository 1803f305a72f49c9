import { TemporarilyUnavailable } from '../problems/general.errors.js';

/** A round that fails for every post of a large site logs only a few lines. */
const MOST_TOLD = 5;

/** Collects failures of independent pieces of a round, and throws them after the last one. */
export class CollectedFailures {
  private readonly told: string[] = [];
  private count = 0;
  private passing = true;

  /** @returns the result of the work; undefined if it fails */
  async try<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.count += 1;
      this.passing &&= error instanceof TemporarilyUnavailable;
      if (this.told.length < MOST_TOLD) this.told.push(`${what}: ${textOf(error)}`);
      return undefined;
    }
  }

  /** @throws one error for all failures: `TemporarilyUnavailable` if all of them were temporary */
  end(): void {
    if (this.count === 0) return;
    const others = this.count - this.told.length;
    const said = this.told.join('; ') + (others > 0 ? `; and ${others} more` : '');
    throw this.passing ? new TemporarilyUnavailable(said) : new Error(said);
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = message } = error;
  return error instanceof TemporarilyUnavailable ? message : stack;
}
