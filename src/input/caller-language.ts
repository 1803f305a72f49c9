import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Language, preferredLanguage } from '../text/plain/languages.js';

/** The language of the service's own that a caller prefers. */
export const CurrentLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    preferredLanguage(
      context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language'],
    ),
);
