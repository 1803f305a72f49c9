import { STATUS_CODES } from 'node:http';
import { DomainError, type ProblemKind } from './domain-error.js';
import type { ProblemView } from './problem.dto.js';

/** The one table from kinds of problems to statuses. */
export const STATUS_OF: Readonly<Record<ProblemKind, number>> = {
  moved: 308,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'precondition-required': 428,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
};

export type Problem = ProblemView;

export const PROBLEM_TYPE = 'application/problem+json';

/** The texts for errors of the frameworks, which have only a status. */
const FRAMEWORK: Readonly<Record<number, [slug: string, title: string, detail: string]>> = {
  400: ['malformed-request', 'The request could not be read', 'The request is not well-formed.'],
  401: ['unauthenticated', 'Signing in is required', 'Send a valid access token.'],
  403: ['forbidden', 'This is not allowed', 'You may not do this.'],
  404: ['not-found', 'There is nothing here', 'No route answers this method and path.'],
  405: [
    'method-not-allowed',
    'The method is not allowed',
    'This path does not support this method.',
  ],
  408: ['request-timeout', 'The request took too long', 'Send the whole request sooner.'],
  413: ['body-too-large', 'The body is too large', 'A body holds at most 256 KiB.'],
  414: ['uri-too-long', 'The address is too long', 'Shorten the path or the query.'],
  415: ['unsupported-media-type', 'The media type is not supported', 'Send application/json.'],
  417: ['expectation-failed', 'The expectation cannot be met', 'Expect nothing but 100-continue.'],
  429: ['too-many-requests', 'Too many requests', 'Wait before you try again.'],
  431: ['headers-too-large', 'The headers are too large', 'Headers hold at most 16 KiB.'],
  503: ['temporarily-unavailable', 'The service is temporarily unavailable', 'Try again.'],
};

/** The problem document of any error. Only a `DomainError` has its own texts. */
export function toProblem(error: unknown, requestId?: string): Problem {
  if (error instanceof DomainError) {
    return {
      type: problemType(error.slug),
      title: error.title,
      status: STATUS_OF[error.kind],
      ...(error.message ? { detail: error.message } : {}),
      ...occurrence(requestId),
      ...(error.errors ? { errors: error.errors } : {}),
      ...(error.until ? { until: error.until } : {}),
      ...(error.challenge ? { challenge: error.challenge } : {}),
      ...(error.terms ? { terms: error.terms } : {}),
      ...(error.limit ? { limit: error.limit } : {}),
    };
  }
  return statusProblem(frameworkStatus(error) ?? 500, requestId);
}

/** The problem of a bare status, as frameworks and parsers give it. */
export function statusProblem(status: number, requestId?: string): Problem {
  const known = FRAMEWORK[status];
  if (known) {
    const [slug, title, detail] = known;
    return { type: problemType(slug), title, status, detail, ...occurrence(requestId) };
  }
  if (status >= 400 && status < 500) {
    const title = STATUS_CODES[status] ?? 'The request was refused';
    return { type: 'about:blank', title, status, ...occurrence(requestId) };
  }
  return {
    type: problemType('internal-error'),
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'The fault was logged under the request id.',
    ...occurrence(requestId),
  };
}

/** Seconds for `Retry-After`, or null when waiting does not help. */
export function retryAfter(error: unknown): number | null {
  if (error instanceof DomainError) return error.retryAfter ?? null;
  const status = frameworkStatus(error);
  return status === 429 || status === 503 ? 1 : null;
}

/** The request id identifies the occurrence; the request's URL would repeat input. */
function occurrence(requestId: string | undefined): Pick<Problem, 'instance' | 'requestId'> {
  return requestId === undefined ? {} : { instance: `urn:uuid:${requestId}`, requestId };
}

/** A reference that resolves against the service: `docs/problems.md` explains each slug. */
function problemType(slug: string): string {
  return `/problems/${slug}`;
}

/** Statuses that Nest's `HttpException` (`getStatus`) and Fastify's errors (`statusCode`) carry. */
function frameworkStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('getStatus' in error && typeof error.getStatus === 'function')
    return Number(error.getStatus());
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
}
