import { DomainError } from '../problems/domain-error.js';

export class TooManySubscriptions extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'too-many-subscriptions';
  readonly title = 'This socket follows too many posts';

  constructor(most: number) {
    super(`A socket follows at most ${most} posts; unsubscribe from one first.`);
  }
}

export class TooManyMessages extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'too-many-messages';
  readonly title = 'This socket sends too many messages';
  override readonly retryAfter = 1;

  constructor(most: number) {
    super(`A socket sends at most ${most} messages a second.`);
  }
}

export class AcknowledgementRequired extends DomainError {
  readonly kind = 'invalid';
  readonly slug = 'acknowledgement-required';
  readonly title = 'This message is answered by its acknowledgement';

  constructor() {
    super('Send the message with an acknowledgement: what the answer carries comes nowhere else.');
  }
}

export class UnknownMessage extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'unknown-message';
  readonly title = 'There is no such message';

  constructor() {
    super('The messages are subscribe, unsubscribe and authenticate.');
  }
}
