import { problem } from '../../problems/domain-error.js';

/** The challenge is altered, expired, issued elsewhere, or older than a change of the account. */
export class ChallengeNotValid extends problem(
  'unauthenticated',
  'challenge-not-valid',
  'The sign-in challenge is not valid',
  'A challenge is valid for five minutes, and only until the password changes; sign in again.',
) {}

/** A wrong code and a used code get the same answer. */
export class WrongCode extends problem(
  'forbidden',
  'wrong-code',
  'The code is wrong',
  'Each code works once; wait for the next code of the app, or give a recovery code.',
) {
  override readonly errors = [{ pointer: '/code', detail: 'Give another code.' }];
}

export class TotpIsOn extends problem(
  'conflict',
  'totp-is-on',
  'The account already has an authenticator app',
  'Remove the app first.',
) {}

export class TotpIsOff extends problem(
  'conflict',
  'totp-is-off',
  'The account has no authenticator app',
  'No code is required for this account.',
) {}

/** No enrolment was started, or it has expired: an enrolment is kept for 15 minutes. */
export class EnrolmentNotBegun extends problem(
  'conflict',
  'enrolment-not-begun',
  'No enrolment of an authenticator app is open',
  'Start again, and send the first code within 15 minutes.',
) {}
