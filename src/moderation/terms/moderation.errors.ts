import { DomainError } from '../../problems/domain-error.js';

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
  readonly title = 'It has changed since';

  constructor() {
    super('Another decision or an edit came first; read it again and decide on it as it is.');
  }
}

/** The action has nothing to act on in the present state. */
export class DecisionDoesNotFit extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'decision-does-not-fit';
  readonly title = 'The decision does not fit the present state';
}

export class DecisionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'decision-not-found';
  readonly title = 'There is no such decision';

  constructor() {
    super('No decision of the log has this id.');
  }
}

export class BulkJobNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'bulk-job-not-found';
  readonly title = 'There is no such job';

  constructor() {
    super('No job of many decisions has this id.');
  }
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

/** Not a conflict of versions: whoever looks again finds the same. */
export class ConflictOfInterest extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'conflict-of-interest';
  readonly title = 'Somebody else has to decide on this';

  constructor() {
    super('You wrote, answered or reported this comment; leave it to another moderator.');
  }
}

export class Escalated extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'escalated';
  readonly title = 'This waits for an administrator';

  constructor() {
    super('The comment was escalated; only administrators decide on it now.');
  }
}

export class AlreadyClaimed extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'already-claimed';
  readonly title = 'Somebody else has claimed this';

  constructor() {
    super('Another moderator is looking at it; the queue says who. Idle claims end by themselves.');
  }
}

export class QueueItemNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'queue-item-not-found';
  readonly title = 'This does not wait in the queue';

  constructor() {
    super('No open item of the queue has this id; it may have been decided on.');
  }
}

export class NoticeNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'notice-not-found';
  readonly title = 'There is no such notice';

  constructor() {
    super('No notice has this id and secret; both stand on its receipt.');
  }
}

export class TooManyNotices extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'too-many-notices';
  readonly title = 'Too many notices from this network';
  override readonly retryAfter = 3_600;

  constructor() {
    super('Notices from one network are taken at a limited pace; try again in an hour.');
  }
}

export class OwnProfile extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'own-profile';
  readonly title = 'This is your own profile';

  constructor() {
    super('Change your own name or bio instead of reporting it.');
  }
}
