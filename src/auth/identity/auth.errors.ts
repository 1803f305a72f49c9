import { problem } from '../../problems/domain-error.js';

/** Wrong password and unknown account alike: which of them is nobody's business. */
export class InvalidCredentials extends problem(
  'unauthenticated',
  'invalid-credentials',
  'The login or the password is wrong',
  'No account has this login with this password.',
) {}
