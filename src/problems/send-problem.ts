import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drainRequestBody } from './drain-request-body.js';
import { DomainError, type RateLimit } from './domain-error.js';
import { type Problem, PROBLEM_TYPE, retryAfter, toProblem } from './problem.js';

/** Sent with every answer of the API; pages that show something set their own policy. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Every error of a route becomes a problem document here. */
@Catch()
export class HttpProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest(), http.getResponse(), this.logger);
  }
}

/** Answers with the problem of an error; faults of ours are logged once, with the request's id. */
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
  if (error instanceof DomainError && error.rateLimit) tellRateLimit(reply, error.rateLimit);
  if (error instanceof DomainError && error.location) void reply.header('location', error.location);
  answerProblem(problem, reply, retryAfter(error));
}

export function tellRateLimit(reply: FastifyReply, { limit, remaining, reset }: RateLimit): void {
  void reply.headers({
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  });
}

/**
 * Writes the answer. Its headers are set here once more, since a refusal before routing has
 * passed no hook.
 * @param wait seconds for `Retry-After`; null when waiting does not help
 */
export function answerProblem(problem: Problem, reply: FastifyReply, wait: number | null): void {
  if (wait !== null) void reply.header('retry-after', String(wait));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(problem.status)
    .headers(ANSWER_HEADERS)
    .header('x-request-id', problem.requestId)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}
