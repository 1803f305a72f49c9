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
    /** The class of the route; null for an uncounted route. */
    limit?: LimitName | null;
  }
}

const SCHEME = 'Bearer ';

/** Finds the member of a token in the cache, without a database lookup. */
type FindKnown = (token: string) => Member | null;

/**
 * Assigns a class to every route when it is registered. Refuses guests and known members without a
 * remaining budget before their bodies are read. All other callers are counted by the guard, which
 * identifies them.
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

/** Null while the caller is not identified. */
function knownCaller(request: FastifyRequest, findKnown: FindKnown): Caller | null {
  const address = addressOf(request);
  const { authorization } = request.headers;
  if (authorization === undefined) return { address, account: null };
  const member = authorization.startsWith(SCHEME)
    ? findKnown(authorization.slice(SCHEME.length))
    : null;
  return member && { address, account: accountOf(member) };
}
