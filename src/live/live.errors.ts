import { BOUNDS } from '../auth/limits/bounds.js';
import { problem } from '../problems/domain-error.js';

export class TooManySubscriptions extends problem(
  'too-many',
  'too-many-subscriptions',
  'This socket has too many subscriptions',
  `A socket subscribes to at most ${BOUNDS.subscriptions.most} posts; unsubscribe from one first.`,
) {
  override readonly limit = 'subscriptions';
}

export class TooManySockets extends problem(
  'too-many',
  'too-many-requests',
  'Too many requests',
  'Your network has reached its limit of open sockets.',
) {
  override readonly limit = 'sockets';
  /** In seconds: the longest time until a lost socket is detected. */
  override readonly retryAfter = 45;
}

export class TooManyMessages extends problem(
  'too-many',
  'too-many-messages',
  'This socket sends too many messages',
  `A socket sends at most ${BOUNDS.messages.most} messages a second.`,
) {
  override readonly limit = 'messages';
  override readonly retryAfter = 1;
}

export class AcknowledgementRequired extends problem(
  'invalid',
  'acknowledgement-required',
  'This message requires an acknowledgement',
  'Send the message with an acknowledgement callback: only the callback gets the response.',
) {}

export class UnknownMessage extends problem(
  'not-found',
  'unknown-message',
  'There is no such message',
  'The messages are subscribe, unsubscribe and authenticate.',
) {}
