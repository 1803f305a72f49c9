import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Answer, JSON_TYPE } from './answer.js';
import { digestTag, matches, PUBLIC } from './conditional.js';
import { isPublicRead } from './answer-decorators.js';

/**
 * Writes the result of a handler: status, headers and body of a response, and the validator of a
 * public read.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const conditional = isPublicRead(context.getHandler());
    return next.handle().pipe(
      map((result: unknown) => {
        if (conditional) return write(validated(result, http.getRequest()), reply);
        return result instanceof Answer ? write(result, reply) : result;
      }),
    );
  }
}

type Sent = Answer<unknown, string | Buffer | null>;

/** @returns the body, for the framework to send */
function write({ status, body, headers }: Sent, reply: FastifyReply): Sent['body'] | undefined {
  void reply.code(status);
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  if (body !== null && !reply.hasHeader('content-type')) void reply.type(JSON_TYPE);
  void reply.headers(headers);
  return body ?? undefined;
}

/** A public read with its validator, or 304 if the caller has it already. Only a 200 has one. */
function validated(result: unknown, request: FastifyRequest): Sent {
  const answer: Sent = result instanceof Answer ? result : new Answer(200, JSON.stringify(result));
  if (answer.headers.etag !== undefined || answer.status !== 200) return answer;
  const etag = digestTag(answer.body as string);
  const headers: Record<string, string> = { ...answer.headers, etag, 'cache-control': PUBLIC };
  if (!matches(request.headers['if-none-match'], etag)) {
    return new Answer(answer.status, answer.body, headers);
  }
  delete headers['content-type'];
  return new Answer(304, null, headers);
}
