import { problem } from '../../problems/domain-error.js';

/** Of the one who is signed in: the session goes on, and so it is no 401. */
export class WrongPassword extends problem(
  'forbidden',
  'wrong-password',
  'The password is wrong',
  'This is not the password that the account has now.',
) {
  override readonly errors = [{ pointer: '/current', detail: 'Give the present password.' }];
}

/** Wrong password and unknown account alike: which of them is nobody's business. */
export class InvalidCredentials extends problem(
  'unauthenticated',
  'invalid-credentials',
  'The login or the password is wrong',
  'No account has this login with this password.',
) {}

/** Who came by another site, or by a passkey, has none to give. */
export class NoPassword extends problem(
  'conflict',
  'no-password',
  'The account has no password',
  'Choose one by the mail of POST /auth/forgot-password. An account without an address gets one by PUT /users/me/email first.',
) {}
