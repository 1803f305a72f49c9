import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './connections/client-address.js';
import { type Gone, inLane } from './fair-queue.js';
import { laneOf } from './connections/networks.js';

/** Who waits for an answer. */
export interface Caller {
  address: string;
  gone: Gone;
}

/** Says whether the connection of a request has gone, for work that waits for its turn. */
export const CallerGone = createParamDecorator((_: unknown, context: ExecutionContext): Gone =>
  goneOf(context.switchToHttp().getRequest()),
);

/** Where a request comes from, and whether its connection has gone. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return { address: addressOf(request), gone: goneOf(request) };
  },
);

/** Networks take turns, so that a crowd behind one of them keeps nobody else waiting. */
function goneOf(request: FastifyRequest): Gone {
  const { socket } = request.raw;
  return inLane(laneOf(addressOf(request)), () => socket.destroyed);
}
