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
    { pointer: '/email', detail: 'Log in with this address, or use another one.' },
  ];
}

/** Another account has this name, or one that looks like it. */
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
  'The last administrator must keep the role',
  'Make somebody else an administrator first.',
) {}

/** The account has not confirmed its e-mail address. It is deleted by itself after a few days. */
export class AccountPending extends problem(
  'conflict',
  'account-pending',
  'The account is not confirmed yet',
  'It can get a role after its owner has opened the link in the confirmation mail.',
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
    super(`An account can ignore at most ${most} others. Stop ignoring one first.`);
  }
}

export class SignInRequired extends problem(
  'unauthenticated',
  'sign-in-required',
  'Signing in is required',
  'Send an access token as "Authorization: Bearer ...".',
) {}

/** The route is for accounts, and a named guest may only write, edit and delete comments. */
export class AccountRequired extends problem(
  'forbidden',
  'account-required',
  'This requires an account',
  'A guest may write, edit and delete comments. Register to do more; you keep the comments that you wrote.',
) {}

/** The site turned guests off after this guest joined. They may still delete their own comments. */
export class GuestsUnwelcome extends problem(
  'forbidden',
  'guests-unwelcome',
  'Guests may no longer write here',
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

/**
 * The first step of a sign-in has succeeded, or the session has only one factor where two are
 * required.
 */
export class SecondFactorRequired extends problem(
  'forbidden',
  'second-factor-required',
  'A second factor is required',
) {
  /** @param challenge continues a sign-in; absent when the caller is already signed in */
  constructor(override readonly challenge?: string) {
    super(
      challenge
        ? 'Send the challenge with a code of the authenticator app, or a recovery code, to /api/v1/auth/totp/verify.'
        : 'This session has only one factor; set up a second one, or send a code to /api/v1/auth/totp/step-up.',
    );
  }
}

/** The account may read, and may change what only its holder sees. */
export class AccountSuspended extends problem(
  'forbidden',
  'account-suspended',
  'This account is suspended',
  'A suspended account may not write; /api/v1/users/me says until when.',
) {}

export class AccountBanned extends problem(
  'forbidden',
  'banned',
  'This account is banned',
  'A banned account may read public content, and read, export and erase its own data.',
) {}

/** The holder has requested the erasure of the account, and can still cancel it. */
export class AccountClosing extends problem(
  'forbidden',
  'account-closing',
  'This account is about to be erased',
  'To keep it, send DELETE to /api/v1/users/me/erasure. Until then it may read public content and its own data.',
) {}

/** The site requires a confirmed e-mail address for this. */
export class EmailUnconfirmed extends problem(
  'forbidden',
  'email-unconfirmed',
  'The e-mail address is not confirmed yet',
  'Open the link in the mail that was sent to it, or request another mail.',
) {}
