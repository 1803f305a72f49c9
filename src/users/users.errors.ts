import { DomainError } from '../problems/domain-error.js';

export class UserNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'user-not-found';
  readonly title = 'There is no such user';

  constructor() {
    super('No user has this name.');
  }
}

export class EmailTaken extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'email-taken';
  readonly title = 'This e-mail address belongs to an account';
  override readonly errors = [
    { pointer: '/email', detail: 'Log in with this address, or take another one.' },
  ];

  constructor() {
    super('An account with this e-mail address exists; log in instead.');
  }
}

/** Somebody has this name, or one that looks like it. */
export class NameTaken extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'name-taken';
  readonly title = 'This name is taken';
  override readonly errors: readonly { pointer: string; detail: string }[];

  constructor(pointer: '/username' | '/displayName') {
    super('Another account has this name, or one that looks like it; choose another.');
    this.errors = [{ pointer, detail: 'Choose a name that looks different.' }];
  }
}

export class LastAdmin extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'last-admin';
  readonly title = 'The last administrator keeps the role';

  constructor() {
    super('Make somebody else an administrator first.');
  }
}

export class SignInRequired extends DomainError {
  readonly kind = 'unauthenticated';
  readonly slug = 'sign-in-required';
  readonly title = 'Signing in is required';

  constructor() {
    super('Send an access token as "Authorization: Bearer ...".');
  }
}

export class RoleRequired extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'role-required';
  readonly title = 'Your role does not allow this';

  constructor(whose: string) {
    super(`Only ${whose} may do this.`);
  }
}

/** The account may read, and change what nobody else sees. */
export class AccountSuspended extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'account-suspended';
  readonly title = 'This account may not write for the moment';

  constructor() {
    super('The account is suspended; see /api/v1/users/me for how long.');
  }
}

export class AccountBanned extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'banned';
  readonly title = 'This account is banned';

  constructor() {
    super('A banned account reads what everybody reads, and reads and takes away its own data.');
  }
}
