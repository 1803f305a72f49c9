import { problem } from '../../problems/domain-error.js';

export class SignInWayNotFound extends problem(
  'not-found',
  'sign-in-way-not-found',
  'There is no such sign-in method',
  'The service is not configured for it.',
) {}

/** The response does not say what is wrong with the token; POST /auth/sso/verify reports it. */
export class InvalidSsoToken extends problem(
  'unauthenticated',
  'invalid-sso-token',
  'The SSO token is not valid',
  'POST /api/v1/auth/sso/verify says why.',
) {}

/** The proof that the sign-in window of the service has passed on. It is valid for five minutes. */
export class InvalidIdentityProof extends problem(
  'forbidden',
  'invalid-identity-proof',
  'The proof of the external account is not valid',
  'A proof is valid for five minutes; sign in there again.',
) {}

export class IdentityTaken extends problem(
  'conflict',
  'identity-taken',
  'The external account is linked to another user',
  'Another user signs in here with this external account; sign in with it, or link a different one.',
) {}

export class LinkNotFound extends problem(
  'not-found',
  'link-not-found',
  'There is no such linked site',
  'No linked site of yours has this id.',
) {}

export class SiteOfOrigin extends problem(
  'conflict',
  'site-of-origin',
  'The account was created by this site',
  'This site cannot be unlinked. Sites that were linked later can be unlinked.',
) {}

/** Without this link nobody could sign in to the account. */
export class LastWayIn extends problem(
  'conflict',
  'last-way-in',
  'This is the only way to sign in to the account',
  'Set a password first, by a mail to the address of the account, or add a passkey.',
) {}
