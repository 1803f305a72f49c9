import { problem } from '../../problems/domain-error.js';

export class SignInWayNotFound extends problem(
  'not-found',
  'sign-in-way-not-found',
  'There is no such way to sign in',
  'The service is not configured for it.',
) {}

/** Why a token is none is told by the route that checks it. */
export class InvalidSsoToken extends problem(
  'unauthenticated',
  'invalid-sso-token',
  'The token of the site is not valid',
  'POST /api/v1/auth/sso/verify says why.',
) {}

/** What a window of the service has handed over is good for five minutes. */
export class InvalidIdentityProof extends problem(
  'forbidden',
  'invalid-identity-proof',
  'The proof of the other account is not valid',
  'It is good for five minutes; sign in there again.',
) {}

export class IdentityTaken extends problem(
  'conflict',
  'identity-taken',
  'The other account belongs to somebody',
  'Somebody else signs in with it here; sign in with it, or take another one.',
) {}

export class LinkNotFound extends problem(
  'not-found',
  'link-not-found',
  'There is no such linked site',
  'No site that signs you in has this id.',
) {}

export class SiteOfOrigin extends problem(
  'conflict',
  'site-of-origin',
  'The account was made with this site',
  'It stays with the account. Sites that were linked later can be unlinked.',
) {}

/** Nobody would sign in to the account any more. */
export class LastWayIn extends problem(
  'conflict',
  'last-way-in',
  'This is the only way into the account',
  'Choose a password first, by a mail to the address of the account, or add a passkey.',
) {}
