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

/** The terms of a site: where they can be read, and what their present version is called. */
export interface SiteTerms {
  version: string;
  url: string;
}

/** The state of a budget, for the headers `RateLimit-*`. */
export interface RateLimit {
  limit: number;
  remaining: number;
  /** Seconds until all of it is free again. */
  reset: number;
}

/**
 * An outcome that the caller can act on. Each feature lists its own in `<feature>.errors.ts`.
 * `title` is the same for all of a slug; the message is about this occurrence and never repeats input.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ProblemKind;
  /** The last part of the problem's `type`. */
  abstract readonly slug: string;
  abstract readonly title: string;
  readonly errors?: readonly FieldFault[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  /** The new URL of a moved resource. */
  readonly location?: string;
  /** The instant from which trying again makes sense, where it is known. */
  readonly until?: string;
  /** The token that continues a sign-in with a second step. */
  readonly challenge?: string;
  /** The terms of the site that are to be accepted. */
  readonly terms?: SiteTerms;
  /** The limit that was reached, by its name in docs/limits.md. */
  readonly limit?: string;
  /** The budget that is spent. */
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
