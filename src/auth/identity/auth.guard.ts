import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { addressOf } from '../../input/connections/client-address.js';
import { headersOfRateLimit } from '../../problems/send-problem.js';
import { Settings } from '../../settings/settings.js';
import type { ViewerRequest } from '../../users/viewer/current-viewer.js';
import {
  admit,
  assertAccount,
  isOpenToNamedGuests,
  needsTerms,
  needsWritableSite,
  policyOf,
} from '../../users/viewer/policy.js';
import { GuestsUnwelcome } from '../../users/viewer/users.errors.js';
import type { Viewer } from '../../users/viewer/viewer.js';
import { Limits } from '../limits/limits.js';
import { type Account, accountOf } from '../limits/budget-parts.js';
import { InvalidToken } from '../sessions/sessions.errors.js';
import { Terms } from '../terms/terms.js';
import { AuthService } from './auth.service.js';
import { type TokenClaims, Tokens } from '../sessions/access-tokens.js';

interface AuthenticatedRequest extends ViewerRequest {
  /** On routes with the policy `token` only. */
  claims?: TokenClaims;
}

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Methods that change nothing; every other route is a write. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The claims of the token itself, on routes with the policy `token`; null without one. */
export const CurrentClaims = createParamDecorator(
  (_: unknown, context: ExecutionContext): TokenClaims | null =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().claims ?? null,
);

/**
 * Identifies the caller, and checks the policy of the route. Without the header the caller is
 * anonymous. An invalid header is refused even on public routes, so that no client wrongly believes
 * to be signed in. Sockets are checked by the gateway.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: Tokens,
    private readonly limits: Limits,
    private readonly settings: Settings,
    private readonly terms: Terms,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    // The service does not boot if a route has no policy. The fallback admits administrators only.
    const policy = policyOf(context, request.body) ?? 'admin';
    let viewer: Viewer = null;
    let account: Account | null = null;
    try {
      const token = bearerToken(request.headers.authorization);
      if (token !== null && policy === 'token') {
        request.claims = await this.tokens.verify(token);
        account = { id: request.claims.userId, sessionId: request.claims.sessionId, trust: 2 };
      } else if (token !== null) {
        viewer = await this.auth.authenticate(token);
        account = viewer && accountOf(viewer);
      }
    } finally {
      // A request with an invalid token is counted, too, by its network.
      await this.count(request, http.getResponse(), account);
    }
    const reads = READING.has(request.method);
    if (policy !== 'token') request.viewer = admit(viewer, policy, reads);
    assertAccount(viewer, policy, isOpenToNamedGuests(context));
    if (viewer?.guest && policy === 'signed-in' && request.method !== 'DELETE')
      await this.assertWelcome();
    if (viewer && !reads && needsTerms(context, policy, request.method))
      await this.terms.assertAccepted(viewer);
    if (!reads && needsWritableSite(policy)) await this.settings.assertWritable();
    return true;
  }

  /** @throws GuestsUnwelcome when the site has turned guests off */
  private async assertWelcome(): Promise<void> {
    if ((await this.settings.current()).guests === 'off') throw new GuestsUnwelcome();
  }

  /** @throws TooManyRequests */
  private async count(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    account: Account | null,
  ): Promise<void> {
    const { limit = null } = request.routeOptions.config;
    const left = await this.limits.take(limit, { address: addressOf(request), account });
    // Reads may be cached, and their responses are the same for everyone.
    if (left && !READING.has(request.method)) void reply.headers(headersOfRateLimit(left));
  }
}

function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null;
  const token = BEARER.exec(header)?.[1];
  if (!token) throw new InvalidToken();
  return token;
}
