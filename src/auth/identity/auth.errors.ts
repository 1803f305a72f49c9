import { problem } from '../../problems/domain-error.js';

/** The signed-in user gave a wrong password. The session stays valid, so the status is not 401. */
export class WrongPassword extends problem(
  'forbidden',
  'wrong-password',
  'The password is wrong',
  'This is not the current password of the account.',
) {
  override readonly errors = [{ pointer: '/current', detail: 'Give the current password.' }];
}

/** A wrong password and an unknown account get the same answer, which hides which logins exist. */
export class InvalidCredentials extends problem(
  'unauthenticated',
  'invalid-credentials',
  'The login or the password is wrong',
  'No account has this login with this password.',
) {}

/** The account signs in by a provider or a passkey only, so it has no current password to give. */
export class NoPassword extends problem(
  'conflict',
  'no-password',
  'The account has no password',
  'Set one by the mail of POST /auth/forgot-password. An account without an address sets one by PUT /users/me/email first.',
) {}
