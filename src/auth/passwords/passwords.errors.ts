import { DomainError } from '../../problems/domain-error.js';

export class TooManySignIns extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'too-many-sign-ins';
  readonly title = 'Too many people are signing in at once';

  constructor(override readonly retryAfter: number) {
    super('Wait a moment and try again.');
  }
}
