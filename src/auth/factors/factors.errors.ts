import { problem } from '../../problems/domain-error.js';

/** Changed, too old, of an account that has changed since, or none of ours. */
export class ChallengeNotValid extends problem(
  'unauthenticated',
  'challenge-not-valid',
  'The sign-in has taken too long',
  'A challenge is good for five minutes, and not after the password has changed; sign in again.',
) {}

/** Wrong and used alike. */
export class WrongCode extends problem(
  'forbidden',
  'wrong-code',
  'The code is wrong',
  'Each code works once; wait for the next one of the app, or give a recovery code.',
) {
  override readonly errors = [{ pointer: '/code', detail: 'Give another code.' }];
}

export class TotpIsOn extends problem(
  'conflict',
  'totp-is-on',
  'The account has codes of an app already',
  'Turn them off first.',
) {}

export class TotpIsOff extends problem(
  'conflict',
  'totp-is-off',
  'The account has no codes of an app',
  'Nothing is asked of it but its password.',
) {}

/** What was begun is forgotten after a quarter of an hour. */
export class EnrolmentNotBegun extends problem(
  'conflict',
  'enrolment-not-begun',
  'No app waits for its first code',
  'Begin again, and give the code within a quarter of an hour.',
) {}
