import { problem } from '../../problems/domain-error.js';

export class TooManySignIns extends problem(
  'too-many',
  'too-many-sign-ins',
  'Too many people are signing in at once',
) {
  override readonly limit = 'password queue';

  constructor(override readonly retryAfter: number) {
    super('Wait a moment and try again.');
  }
}
