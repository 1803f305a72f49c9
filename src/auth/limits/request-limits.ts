import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from '../../input/connections/client-address.js';
import { sendProblem } from '../../problems/send-problem.js';
import type { LimitName } from './limit-classes.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { Limits } from './limits.js';
import { classOf } from './route-classes.js';
import { accountOf, type Caller } from './budget-parts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The class that the route counts as; null where nothing is counted. */
    limit?: LimitName | null;
  }
}

const SCHEME = 'Bearer ';

/** The member of a token, if it is known without a lookup. */
type FindKnown = (token: string) => Member | null;

/**
 * Gives every route its class, before it is made, and refuses at the door guests and known members who have
 * nothing left: their bodies are not read. Everybody else is counted by the guard, which finds out who they are.
 */
export function limitRequests(
  fastify: FastifyInstance,
  limits: Limits,
  findKnown: FindKnown,
): void {
  const logger = new Logger('Problems');
  fastify.addHook('onRoute', (route) => {
    const [method] = [route.method].flat();
    route.config = { ...route.config, limit: classOf(method, route.url) };
  });
  fastify.addHook('onRequest', (request, reply, next) => {
    const { limit = null } = request.routeOptions.config;
    const caller = knownCaller(request, findKnown);
    const spent = caller && limits.findSpent(limit, caller);
    if (spent) sendProblem(spent, request, reply, logger);
    else next();
  });
}

/** Null while it has to be found out who asks. */
function knownCaller(request: FastifyRequest, findKnown: FindKnown): Caller | null {
  const address = addressOf(request);
  const { authorization } = request.headers;
  if (authorization === undefined) return { address, account: null };
  const member = authorization.startsWith(SCHEME)
    ? findKnown(authorization.slice(SCHEME.length))
    : null;
  return member && { address, account: accountOf(member) };
}
