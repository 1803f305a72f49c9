import { DomainError } from '../problems/domain-error.js';

export class AlreadyFlagged extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'already-flagged';
  readonly title = 'You have reported this comment';

  constructor() {
    super('Your report waits for a moderator; one of a user is enough.');
  }
}

/** Somebody else was faster: what the moderator saw is no longer what is there. */
export class VersionConflict extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'version-conflict';
  readonly title = 'The comment has changed since';

  constructor() {
    super('Another decision or an edit came first; read the comment again and decide on it as is.');
  }
}

/** The action has nothing to act on in the present state. */
export class DecisionDoesNotFit extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'decision-does-not-fit';
  readonly title = 'The decision does not fit the present state';
}

export class NotAbove extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'not-above';
  readonly title = 'Your role does not stand above this account';

  constructor() {
    super(
      'Moderators decide on members, administrators also on moderators; nobody on administrators.',
    );
  }
}
