import { problem } from '../../problems/domain-error.js';

/** The session of the account goes on, and so it is no 401. */
export class GuestSessionEnded extends problem(
  'conflict',
  'guest-session-ended',
  'The session of the guest has ended',
  'Only who holds the session of a guest takes over what the guest wrote, and only once.',
) {
  override readonly errors = [
    { pointer: '/token', detail: 'Give the access token of a guest whose session goes on.' },
  ];
}

/** Its own comments wait for a moderator, and those of its guest would not. */
export class AccountSanctioned extends problem(
  'forbidden',
  'account-sanctioned',
  'Moderators have decided on this account',
  'An account takes over the comments of a guest only while no decision limits what it writes.',
) {}

/** A sanction is not left behind by an account. */
export class GuestSanctioned extends problem(
  'forbidden',
  'guest-sanctioned',
  'Moderators have decided on this guest',
  'What a guest wrote stays with the guest while the guest is premoderated, suspended or banned.',
) {}
