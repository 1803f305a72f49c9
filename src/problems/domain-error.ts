/** The kind of an error, without HTTP; the one table to statuses is in `problem.ts`. */
export type ProblemKind =
  | 'moved'
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'invalid'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable'
  | 'broken';

/** A refused field: a JSON pointer into the body, or `?name` for the query. */
export interface FieldFault {
  pointer: string;
  detail: string;
  /** One of `FIELD_RULES`, for fields with texts of users. */
  rule?: string;
}

/** The terms of a site: their URL, and their current version. */
export interface SiteTerms {
  version: string;
  url: string;
}

/** The state of a budget, for the headers `RateLimit-*`. */
export interface RateLimit {
  limit: number;
  remaining: number;
  /** Seconds until the whole budget is available again. */
  reset: number;
}

/**
 * An outcome that the caller can act on. Each feature lists its own in `<feature>.errors.ts`.
 * `title` is fixed for a slug. The message describes this occurrence, without input.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ProblemKind;
  /** The last part of the problem's `type`. */
  abstract readonly slug: string;
  abstract readonly title: string;
  readonly errors?: readonly FieldFault[];
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
  /** The new URL of a moved resource. */
  readonly location?: string;
  /** The instant after which a retry makes sense, if it is known. */
  readonly until?: string;
  /** The token that continues a sign-in with a second step. */
  readonly challenge?: string;
  /** The terms of the site that must be accepted. */
  readonly terms?: SiteTerms;
  /** The limit that was reached, by its name in docs/limits.md. */
  readonly limit?: string;
  /** The exhausted budget. */
  readonly rateLimit?: RateLimit;
}

/**
 * The base class of one problem.
 * @param detail the default message of an occurrence
 */
export function problem(kind: ProblemKind, slug: string, title: string, detail = '') {
  return class extends DomainError {
    readonly kind = kind;
    readonly slug = slug;
    readonly title = title;

    constructor(occurrence = detail) {
      super(occurrence);
    }
  };
}
