import { problem } from '../../problems/domain-error.js';

export class UserNotFound extends problem(
  'not-found',
  'user-not-found',
  'There is no such user',
  'No user has this name.',
) {}

export class EmailTaken extends problem(
  'conflict',
  'email-taken',
  'This e-mail address belongs to an account',
  'An account with this e-mail address exists; log in instead.',
) {
  override readonly errors = [
    { pointer: '/email', detail: 'Log in with this address, or take another one.' },
  ];
}

/** Somebody has this name, or one that looks like it. */
export class NameTaken extends problem('conflict', 'name-taken', 'This name is taken') {
  override readonly errors: readonly { pointer: string; detail: string }[];

  constructor(pointer: '/username' | '/displayName') {
    super('Another account has this name, or one that looks like it; choose another.');
    this.errors = [{ pointer, detail: 'Choose a name that looks different.' }];
  }
}

export class LastAdmin extends problem(
  'conflict',
  'last-admin',
  'The last administrator keeps the role',
  'Make somebody else an administrator first.',
) {}

/** Its address is not confirmed, and it goes by itself in a few days. */
export class AccountPending extends problem(
  'conflict',
  'account-pending',
  'The account is not confirmed yet',
  'It gets a role once its owner has opened the link of the mail that confirms its address.',
) {}

export class CannotIgnoreYourself extends problem(
  'conflict',
  'cannot-ignore-yourself',
  'You cannot ignore yourself',
  'Name another account.',
) {}

export class TooManyIgnored extends problem(
  'conflict',
  'too-many-ignored',
  'You ignore too many accounts',
) {
  constructor(most: number) {
    super(`An account ignores at most ${most} others. Ignore one no more first.`);
  }
}

export class SignInRequired extends problem(
  'unauthenticated',
  'sign-in-required',
  'Signing in is required',
  'Send an access token as "Authorization: Bearer ...".',
) {}

/** A guest with a name writes comments, and has nothing else. */
export class AccountRequired extends problem(
  'forbidden',
  'account-required',
  'This takes an account',
  'A guest may write comments, and edit and delete them. Register to do more; what you wrote stays yours.',
) {}

/** To guests who came while they were welcome; they may still delete what they wrote. */
export class GuestsUnwelcome extends problem(
  'forbidden',
  'guests-unwelcome',
  'Guests may not write here any more',
  'Register or sign in to write.',
) {}

export class RoleRequired extends problem(
  'forbidden',
  'role-required',
  'Your role does not allow this',
) {
  constructor(whose: string) {
    super(`Only ${whose} may do this.`);
  }
}

/** The first step of a sign-in is done, or staff have signed in by one step alone. */
export class SecondFactorRequired extends problem(
  'forbidden',
  'second-factor-required',
  'A second factor is required',
) {
  /** @param challenge with which a sign-in goes on; staff who are signed in get none */
  constructor(override readonly challenge?: string) {
    super(
      challenge
        ? 'Send the challenge with a code of the app, or a recovery code, to /api/v1/auth/totp/verify.'
        : 'This session is of one factor; set a second one up, or give a code to /api/v1/auth/totp/step-up.',
    );
  }
}

/** The account may read, and change what nobody else sees. */
export class AccountSuspended extends problem(
  'forbidden',
  'account-suspended',
  'This account may not write for the moment',
  'The account is suspended; see /api/v1/users/me for how long.',
) {}

export class AccountBanned extends problem(
  'forbidden',
  'banned',
  'This account is banned',
  'A banned account reads what everybody reads, and reads and takes away its own data.',
) {}

/** Its holder has asked for its erasure, and may still keep it. */
export class AccountClosing extends problem(
  'forbidden',
  'account-closing',
  'This account is about to be erased',
  'To keep it, send DELETE to /api/v1/users/me/erasure; until then it reads what everybody reads, and its own data.',
) {}

/** On a site that asks for the confirmation of an address first. */
export class EmailUnconfirmed extends problem(
  'forbidden',
  'email-unconfirmed',
  'The e-mail address is not confirmed yet',
  'Open the link of the mail that was sent to it, or ask for another one.',
) {}
