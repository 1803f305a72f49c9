import { problem } from '../../problems/domain-error.js';

/** The session of the guest has ended. The account's session stays valid, so this is not a 401. */
export class GuestSessionEnded extends problem(
  'conflict',
  'guest-session-ended',
  'The session of the guest has ended',
  'Guest comments can be claimed only with the active session of the guest, and only once.',
) {
  override readonly errors = [
    { pointer: '/token', detail: 'Give the access token of an active guest session.' },
  ];
}

/** A sanctioned account must not gain comments that were published without review. */
export class AccountSanctioned extends problem(
  'forbidden',
  'account-sanctioned',
  'A moderation decision restricts this account',
  'An account can claim guest comments only while no decision restricts its writing.',
) {}

/** Registering must not free a guest from a sanction. */
export class GuestSanctioned extends problem(
  'forbidden',
  'guest-sanctioned',
  'A moderation decision restricts this guest',
  'The comments of a guest cannot be claimed while the guest is premoderated, suspended or banned.',
) {}
