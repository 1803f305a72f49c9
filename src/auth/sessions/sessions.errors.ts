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

/** Of somebody else, ended, or none at all. */
export class SessionNotFound extends problem(
  'not-found',
  'session-not-found',
  'There is no such session',
  'No session of yours that goes on has this id.',
) {}

/** The password of who has signed in a moment ago is not asked for again. */
export class FreshSignInRequired extends problem(
  'forbidden',
  'fresh-sign-in-required',
  'A fresh sign-in is required',
  'Give the present password, or sign in again; ten minutes later that is no longer fresh.',
) {}

/** A cookie goes along with every request; the header shows that a page of the site sends it. */
export class OriginRequired extends problem(
  'forbidden',
  'origin-required',
  'A session in a cookie is for pages of the site',
  'Send the refresh token in the body, or the Origin of a page of the site.',
) {}

/** Somebody used a token of this session before: one of two holders is not its owner. */
export class RefreshTokenReused extends problem(
  'unauthenticated',
  'refresh-token-reused',
  'The refresh token was used before',
  'The session has been ended, since its token may be in other hands; log in again.',
) {}
