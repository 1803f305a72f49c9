import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from '../problems/general.errors.js';

/** A request that may be repeated: its user, its key, and a digest of its content. */
export interface IdempotencyKey {
  readonly userId: string;
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly requestHash: Buffer;
}

/** The data that earlier steps attach to a request. */
interface KeyedRequest extends FastifyRequest {
  viewer?: { id: string } | null;
  rawBody?: Buffer;
}

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

const documented = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'Within 24 hours a repeated request with the same key is not processed again; it gets the first response.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]*$' },
});

/** A parameter of a route with an `Idempotency-Key`, which it adds to the API document. */
export function keyed<Value>(valueOf: (context: ExecutionContext) => Value) {
  return createParamDecorator(
    (_: unknown, context: ExecutionContext) => valueOf(context),
    [
      (target: object, key: string | symbol | undefined) => {
        if (key === undefined) return;
        documented(target, key, Object.getOwnPropertyDescriptor(target, key)!);
      },
    ],
  );
}

/** The key of a write, or null when the caller sent no `Idempotency-Key` (or is a guest). */
export const CurrentIdempotencyKey = keyed(idempotencyKeyOf);

export function idempotencyKeyOf(context: ExecutionContext): IdempotencyKey | null {
  const request = context.switchToHttp().getRequest<KeyedRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined || !request.viewer) return null;
  if (typeof key !== 'string' || !VISIBLE_ASCII.test(key)) {
    throw InvalidInput.at('Idempotency-Key', 'A key is 1 to 255 visible ASCII characters.');
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url.split('?', 1)[0]}\n`)
    .update(request.rawBody ?? '')
    .digest();
  return { userId: request.viewer.id, key, requestHash };
}
