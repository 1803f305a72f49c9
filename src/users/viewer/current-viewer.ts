import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SignInRequired } from './users.errors.js';
import type { Member, Viewer } from './viewer.js';

/** A request as the guard leaves it. */
export interface ViewerRequest extends FastifyRequest {
  viewer?: Viewer;
}

/** The viewer of a request, of the type `Viewer`. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer =>
  viewerOf(context),
);

/** The viewer as a `Member`; only on routes whose policy requires signing in. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Member =>
  memberIn(context),
);

export function memberIn(context: ExecutionContext): Member {
  const viewer = viewerOf(context);
  if (!viewer) throw new SignInRequired();
  return viewer;
}

function viewerOf(context: ExecutionContext): Viewer {
  return context.switchToHttp().getRequest<ViewerRequest>().viewer ?? null;
}
