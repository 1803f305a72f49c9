import { problem } from '../../problems/domain-error.js';

export class InvalidToken extends problem(
  'unauthenticated',
  'invalid-token',
  'The access token is not valid',
  'Send an access token of this service as "Authorization: Bearer ...", or no such header.',
) {}

export class TokenExpired extends problem(
  'unauthenticated',
  'token-expired',
  'The access token has expired',
  'Take a new access token with the refresh token.',
) {}

export class SessionEnded extends problem(
  'unauthenticated',
  'session-ended',
  'The session has ended',
  'Log in again.',
) {}

export class InvalidRefreshToken extends problem(
  'unauthenticated',
  'invalid-refresh-token',
  'The refresh token is not valid',
  'Log in again.',
) {}

/** Somebody used a token of this session before: one of two holders is not its owner. */
export class RefreshTokenReused extends problem(
  'unauthenticated',
  'refresh-token-reused',
  'The refresh token was used before',
  'The session has been ended, since its token may be in other hands; log in again.',
) {}
