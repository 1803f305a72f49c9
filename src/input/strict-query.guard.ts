import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from '../problems/general.errors.js';

/** A route without declared query parameters accepts none, so that mistakes are noticed. */
@Injectable()
export class StrictQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (Object.keys(request.query as object).length === 0) return true;
    if (declaresQuery(context)) return true;
    throw InvalidInput.at('?', 'This route takes no query parameters.');
  }
}

function declaresQuery(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const args: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {};
  return Object.keys(args).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
