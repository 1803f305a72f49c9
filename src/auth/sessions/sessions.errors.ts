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
  'Get a new access token with the refresh token.',
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

/** The session belongs to somebody else, has ended, or never existed. */
export class SessionNotFound extends problem(
  'not-found',
  'session-not-found',
  'There is no such session',
  'You have no active session with this id.',
) {}

/** The request needs the current password, or a sign-in of the last ten minutes. */
export class FreshSignInRequired extends problem(
  'forbidden',
  'fresh-sign-in-required',
  'A fresh sign-in is required',
  'Give the current password, or sign in again. A sign-in is fresh for ten minutes.',
) {}

/** Browsers send the cookie with every request, so the Origin header must name the site. */
export class OriginRequired extends problem(
  'forbidden',
  'origin-required',
  'A cookie session is only for pages of the site',
  'Send the refresh token in the body, or send the Origin header of a page of the site.',
) {}

/** A refresh token came twice: one of its two holders is not the owner, so the session is ended. */
export class RefreshTokenReused extends problem(
  'unauthenticated',
  'refresh-token-reused',
  'The refresh token was used before',
  'The session was ended, because somebody else may have its token; log in again.',
) {}
