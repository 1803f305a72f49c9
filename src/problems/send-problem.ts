import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drainRequestBody } from './drain-request-body.js';
import { DomainError, type RateLimit } from './domain-error.js';
import { type Problem, PROBLEM_TYPE, retryAfter, toProblem } from './problem.js';

/** Sent with every response of the API; pages with content set their own policy. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * One year of HSTS for browsers that have connected over TLS. Subdomains are not included, because
 * they may belong to others.
 */
const TRANSPORT_SECURITY = { 'strict-transport-security': 'max-age=31536000' };

/** The headers of every response of a service at this URL. */
export function answerHeadersAt(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:')
    ? { ...ANSWER_HEADERS, ...TRANSPORT_SECURITY }
    : ANSWER_HEADERS;
}

/** Every error of a route becomes a problem document here. */
@Catch()
export class HttpProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest(), http.getResponse(), this.logger);
  }
}

/** Sends the problem of an error. Internal faults are logged once, with the id of the request. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = toProblem(error, request.id);
  if (problem.status === 500) {
    logger.error(`${request.id} ${error instanceof Error ? error.stack : String(error)}`);
  }
  drainRequestBody(request, reply);
  if (error instanceof DomainError && error.location) void reply.header('location', error.location);
  void reply.headers(headersOfWait(error));
  answerProblem(problem, reply);
}

/**
 * How long the client of a refused request should wait, and for what; none if waiting does not
 * help.
 */
export function headersOfWait(error: unknown): Record<string, string> {
  const wait = retryAfter(error);
  const rateLimit = error instanceof DomainError ? error.rateLimit : undefined;
  return {
    ...(wait === null ? {} : { 'retry-after': String(wait) }),
    ...(rateLimit ? headersOfRateLimit(rateLimit) : {}),
  };
}

export function headersOfRateLimit({ limit, remaining, reset }: RateLimit): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}

/**
 * Writes the response. Its headers are set again here, because a refusal before routing has not run
 * the hooks.
 */
export function answerProblem(problem: Problem, reply: FastifyReply): void {
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(problem.status)
    .headers(ANSWER_HEADERS)
    .header('x-request-id', problem.requestId)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}
