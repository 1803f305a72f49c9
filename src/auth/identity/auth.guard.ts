import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { ViewerRequest } from '../../users/current-viewer.js';
import { admit, policyOf } from '../../users/policy.js';
import { SignInRequired } from '../../users/users.errors.js';
import { InvalidToken } from '../sessions/sessions.errors.js';
import { AuthService } from './auth.service.js';
import type { TokenClaims } from '../sessions/tokens.js';

interface AuthenticatedRequest extends ViewerRequest {
  /** On routes with the policy `token` only. */
  claims?: TokenClaims;
}

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Methods that change nothing; every other route is a write. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The claims of the token itself, on routes with the policy `token`. */
export const CurrentClaims = createParamDecorator(
  (_: unknown, context: ExecutionContext): TokenClaims => {
    const { claims } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!claims) throw new SignInRequired();
    return claims;
  },
);

/**
 * Finds out who asks, and whether the route is open to them. No header makes a guest; a header
 * that proves nothing is refused, also where guests are welcome, so that nobody believes to be
 * signed in who is not. Sockets are the gateway's.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = bearerToken(request.headers.authorization);
    // A route without a policy does not boot; if it did, nobody would pass.
    const policy = policyOf(context) ?? 'admin';
    if (policy === 'token') {
      if (token === null) throw new SignInRequired();
      request.claims = await this.auth.readToken(token);
      return true;
    }
    const viewer = token === null ? null : await this.auth.authenticate(token);
    request.viewer = admit(viewer, policy, READING.has(request.method));
    return true;
  }
}

function bearerToken(header: string | undefined): string | null {
  if (header === undefined) return null;
  const token = BEARER.exec(header)?.[1];
  if (!token) throw new InvalidToken();
  return token;
}
