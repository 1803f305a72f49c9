import { DomainError } from '../../problems/domain-error.js';

/** Wrong password and unknown account alike: which of them is nobody's business. */
export class InvalidCredentials extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'invalid-credentials';
  readonly title = 'The login or the password is wrong';

  constructor() {
    super('No account has this login with this password.');
  }
}
