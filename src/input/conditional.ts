import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers and CDNs keep a public answer and ask each time whether it is still the same. */
export const PUBLIC = 'public, no-cache';

/** A read that `sendPublic` answers, in the words of the API document. */
export const ApiPublicRead = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` of the answer that the caller has.',
    }),
    ApiResponse({ status: 304, description: 'The answer that the caller has is still the same.' }),
  );

/** A weak validator of a text, where no version of ours tells the same more cheaply. */
export function digestTag(body: string): string {
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`;
}

/** Answers a public read with its validator, or 304 where the caller has it already. */
export function sendPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  etag = digestTag(body),
  type = 'application/json; charset=utf-8',
): void {
  void reply.header('etag', etag).header('cache-control', PUBLIC);
  if (matches(request.headers['if-none-match'], etag)) void reply.code(304).send();
  else void reply.type(type).send(body);
}

/** Weak comparison (RFC 9110, 8.8.3.2) with each of a list of validators. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => opaque(tag) === opaque(etag));
}
