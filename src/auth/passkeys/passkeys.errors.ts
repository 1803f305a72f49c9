import { problem } from '../../problems/domain-error.js';

/** Whatever was wrong with it: a challenge, a signature, an origin, a counter. */
export class PasskeyRefused extends problem(
  'forbidden',
  'passkey-refused',
  'The passkey was not taken',
  'Ask for a challenge anew, and let the browser answer it within five minutes.',
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
  'Remove one that you do not use first.',
) {}

/** Browsers bind passkeys to a name, and none to an address in numbers. */
export class NoPasskeys extends problem(
  'not-found',
  'no-passkeys',
  'This site has no passkeys',
  'PUBLIC_URL must be https:// with a name, or http://localhost.',
) {}
