import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../../config/app-config.js';
import { publicPathOf } from '../../config/public-path.js';
import { isLoopback } from '../../config/site-origins.js';
import { OriginRequired } from './sessions.errors.js';

/**
 * Each page view refreshes the session, and many pages may be opened at once with the same token.
 * So the token in a cookie is not replaced within this time.
 */
export const COOKIE_REST_SECONDS = 10 * 60;

/** The headers that a browser adds to a request by itself. */
export interface BrowserHeaders {
  cookie?: string;
  origin?: string;
}

export const CurrentBrowser = createParamDecorator(
  (_: unknown, context: ExecutionContext): BrowserHeaders => {
    const { cookie, origin } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    return { cookie, origin };
  },
);

/**
 * The name and the attributes of an HttpOnly cookie. Plain HTTP on the loopback address has no
 * `Secure`, and therefore no name prefix.
 */
export function cookieFor(
  publicUrl: string,
  name: string,
  path: string,
): { name: string; options: SerializeOptions } {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol !== 'http:' || !isLoopback(hostname);
  return {
    name: secure ? `__Secure-${name}` : name,
    options: { path: publicPathOf(publicUrl) + path, httpOnly: true, secure },
  };
}

/**
 * The HttpOnly cookie with the refresh token of a page. It is sent only to the routes of sessions.
 * In third-party contexts it is stored for each top-level site (`Partitioned`). Plain HTTP has no
 * `Secure`, and therefore neither the name prefix nor third-party contexts: it is only for the
 * loopback address.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: SerializeOptions;

  constructor({ publicUrl }: AppConfig) {
    const { name, options } = cookieFor(publicUrl, 'colloquy', '/api/v1/auth');
    this.name = name;
    this.options = options.secure
      ? { ...options, sameSite: 'none', partitioned: true }
      : { ...options, sameSite: 'lax' };
  }

  /**
   * The refresh token of a browser; null if it has none. Pages of other origins were refused
   * before.
   * @throws OriginRequired when nothing shows that a page sends it
   */
  read({ cookie, origin }: BrowserHeaders): string | null {
    const token = cookie === undefined ? undefined : fastifyCookie.parse(cookie)[this.name];
    if (!token) return null;
    if (origin === undefined) throw new OriginRequired();
    return token;
  }

  /** The header that stores a token until its session expires. */
  keep(token: string, expiresAt: Date): Record<string, string> {
    const maxAge = Math.max(0, Math.ceil((expiresAt.getTime() - Date.now()) / 1000));
    return { 'set-cookie': fastifyCookie.serialize(this.name, token, { ...this.options, maxAge }) };
  }

  clear(): Record<string, string> {
    return { 'set-cookie': fastifyCookie.serialize(this.name, '', { ...this.options, maxAge: 0 }) };
  }
}
