import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import Bowser from 'bowser';
import type { FastifyRequest } from 'fastify';

/** The relevant part of a `User-Agent` is never longer. */
const MAX_LENGTH = 512;

/** The browser and the system of a request, such as "Firefox on Linux"; null if unknown. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext) =>
  describeDevice(context.switchToHttp().getRequest<FastifyRequest>().headers['user-agent']),
);

/** Browser and system by the names that the library knows: no text of the client. */
export function describeDevice(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_LENGTH));
  const known = [knownName(Bowser.BROWSER_MAP, browser.name), knownName(Bowser.OS_MAP, os.name)];
  return known.filter((name) => name !== null).join(' on ') || null;
}

function knownName(names: Record<string, string>, name: string | undefined): string | null {
  return name !== undefined && Object.values(names).includes(name) ? name : null;
}
