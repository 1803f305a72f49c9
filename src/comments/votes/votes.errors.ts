import { DomainError } from '../../problems/domain-error.js';

export class VotesUpOnly extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'votes-up-only';
  readonly title = 'This discussion takes no votes against a comment';

  constructor() {
    super('Comments of this post can be voted for, and not against; answer, or report abuse.');
  }
}

export class VotesOff extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'votes-off';
  readonly title = 'This discussion takes no votes';

  constructor() {
    super('Comments of this post cannot be voted on.');
  }
}
