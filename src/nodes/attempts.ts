import { TemporarilyUnavailable } from '../problems/general.errors.js';

/** Pieces of one round that leave each other alone: one that fails is told when all have been tried. */
export class Attempts {
  private readonly failures: [what: string, error: unknown][] = [];

  /** @returns what the work does; undefined where it fails */
  async try<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.failures.push([what, error]);
      return undefined;
    }
  }

  /** @throws one error of all that failed; of what passes by itself it is something that passes */
  end(): void {
    if (this.failures.length === 0) return;
    const passing = this.failures.every(([, error]) => error instanceof TemporarilyUnavailable);
    const said = this.failures.map(([what, error]) => `${what}: ${textOf(error)}`).join('; ');
    throw passing ? new TemporarilyUnavailable(said) : new Error(said);
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = message } = error;
  return error instanceof TemporarilyUnavailable ? message : stack;
}
