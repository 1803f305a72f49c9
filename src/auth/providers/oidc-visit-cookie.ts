import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { cookieFor } from '../sessions/session-cookie.js';
import { VISIT_SECONDS } from './oidc-seals.js';

/**
 * Binds a sign-in to the browser that started it: a response of a provider to another browser is
 * refused.
 */
@Injectable()
export class OidcVisitCookie {
  private readonly name: string;
  private readonly options: SerializeOptions;

  constructor({ publicUrl }: AppConfig) {
    const { name, options } = cookieFor(publicUrl, 'colloquy-oidc', '/api/v1/auth/oidc');
    this.name = name;
    // The provider redirects back by a top-level navigation, with which browsers send a `Lax`
    // cookie.
    this.options = { ...options, sameSite: 'lax' };
  }

  read(cookie: string | undefined): string | null {
    return (cookie && fastifyCookie.parse(cookie)[this.name]) || null;
  }

  keep(sealed: string): Record<string, string> {
    const options = { ...this.options, maxAge: VISIT_SECONDS };
    return { 'set-cookie': fastifyCookie.serialize(this.name, sealed, options) };
  }

  clear(): Record<string, string> {
    return { 'set-cookie': fastifyCookie.serialize(this.name, '', { ...this.options, maxAge: 0 }) };
  }
}
