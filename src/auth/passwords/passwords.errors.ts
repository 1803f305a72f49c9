import { problem } from '../../problems/domain-error.js';

export class TooManySignIns extends problem(
  'too-many',
  'too-many-sign-ins',
  'Too many people are signing in at once',
  'Wait a moment and try again.',
) {
  override readonly limit = 'password queue';
  override readonly retryAfter = 3;
}
