import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { publicPathOf } from '../../config/public-path.js';
import { isLoopback } from '../../config/site-origins.js';
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
    const { protocol, hostname } = new URL(publicUrl);
    const isPlain = protocol === 'http:' && isLoopback(hostname);
    this.name = isPlain ? 'colloquy-oidc' : '__Secure-colloquy-oidc';
    this.options = {
      path: `${publicPathOf(publicUrl)}/api/v1/auth/oidc`,
      httpOnly: true,
      secure: !isPlain,
      // The provider redirects back by a top-level navigation, with which browsers send a `Lax`
      // cookie.
      sameSite: 'lax',
    };
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
