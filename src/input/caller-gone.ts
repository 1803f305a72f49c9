import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Gone } from './turns.js';

/** Says whether the connection of a request has gone, for work that waits for its turn. */
export const CallerGone = createParamDecorator((_: unknown, context: ExecutionContext): Gone => {
  const { socket } = context.switchToHttp().getRequest<FastifyRequest>().raw;
  return () => socket.destroyed;
});
