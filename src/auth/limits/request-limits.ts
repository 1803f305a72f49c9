import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { addressOf } from '../../input/client-address.js';
import { sendProblem } from '../../problems/send-problem.js';
import type { LimitName } from './limit-classes.js';
import type { Limits } from './limits.js';
import { classOf } from './route-classes.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The class that the route counts as; null where nothing is counted. */
    limit?: LimitName | null;
  }
}

/**
 * Gives every route its class, before it is made, and refuses at the door the guests of a network that has
 * nothing left: their bodies are not read. Everybody else is counted by the guard, which knows who they are.
 */
export function limitRequests(fastify: FastifyInstance, limits: Limits): void {
  const logger = new Logger('Problems');
  fastify.addHook('onRoute', (route) => {
    const [method] = [route.method].flat();
    route.config = { ...route.config, limit: classOf(method, route.url) };
  });
  fastify.addHook('onRequest', (request, reply, next) => {
    const { limit = null } = request.routeOptions.config;
    const isGuest = request.headers.authorization === undefined;
    const spent = isGuest ? limits.findSpent(limit, addressOf(request)) : null;
    if (spent) sendProblem(spent, request, reply, logger);
    else next();
  });
}
