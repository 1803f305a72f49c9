import { problem } from '../../problems/domain-error.js';

/** The challenge, signature, origin or counter is wrong. The answer does not reveal which. */
export class PasskeyRefused extends problem(
  'forbidden',
  'passkey-refused',
  'The passkey was rejected',
  'Request a new challenge, and let the browser answer it within five minutes.',
) {}

export class PasskeyNotFound extends problem(
  'not-found',
  'passkey-not-found',
  'There is no such passkey',
  'No passkey of yours has this id.',
) {}

export class TooManyPasskeys extends problem(
  'conflict',
  'too-many-passkeys',
  'The account has too many passkeys',
  'Remove a passkey that you do not use first.',
) {}

/** Browsers bind passkeys to a host name, never to an IP address. */
export class NoPasskeys extends problem(
  'not-found',
  'no-passkeys',
  'This site does not support passkeys',
  'PUBLIC_URL must be https:// with a host name, or http://localhost.',
) {}
