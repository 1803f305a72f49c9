import type { Problem } from './wire.js';

/** A refusal of the service, as an error. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    /** The wait that the service asks for; null if it states none. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title);
  }

  /** Identifies the kind of problem, such as `/problems/version-conflict`. */
  get type(): string {
    return this.problem.type;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Returns the data of a response. @throws ProblemError if it contains a problem */
export function unwrap<T>(result: { data?: T; error?: unknown; response: Response }): T {
  const { error, response, data } = result;
  if (response.ok) return data as T;
  throw new ProblemError(toProblem(error, response.status), retryAfterOf(response));
}

/** Converts any error body to a problem, even one of a proxy. */
export function toProblem(error: unknown, status: number): Problem {
  if (typeof error === 'object' && error !== null && 'type' in error && 'title' in error)
    return error as Problem;
  const title = `The service could not be reached as usual (${status})`;
  return { type: 'about:blank', title, status } as Problem;
}

/** `Retry-After` in milliseconds: it is either seconds or a date. */
export function retryAfterOf(response: Response, now = Date.now()): number | null {
  const value = response.headers.get('retry-after');
  if (value === null || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
