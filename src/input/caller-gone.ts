import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './connections/client-address.js';
import { type Gone, inLane } from './fair-queue.js';
import { laneOf } from './connections/networks.js';

/** The client that waits for a response. */
export interface Caller {
  address: string;
  gone: Gone;
}

/** Reports whether the connection of a request was closed, for work that waits in a queue. */
export const CallerGone = createParamDecorator((_: unknown, context: ExecutionContext): Gone =>
  goneOf(context.switchToHttp().getRequest()),
);

/** The address of a request, and whether its connection was closed. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return { address: addressOf(request), gone: goneOf(request) };
  },
);

/** Networks take turns, so that a crowd behind one of them does not delay the others. */
function goneOf(request: FastifyRequest): Gone {
  const { socket } = request.raw;
  return inLane(laneOf(addressOf(request)), () => socket.destroyed);
}
