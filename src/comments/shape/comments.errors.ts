import { DomainError } from '../../problems/domain-error.js';
import type { Refusal } from '../../screening/screening.js';
import { AccountBanned, AccountSuspended } from '../../users/users.errors.js';

/** Also what a comment answers that the viewer may not see: hidden and absent are alike. */
export class CommentNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'comment-not-found';
  readonly title = 'There is no such comment';

  constructor() {
    super('No comment that you may see has this id.');
  }
}

export class ParentNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'parent-not-found';
  readonly title = 'The comment that this one answers is not there';
  override readonly errors = [
    { pointer: '/parentId', detail: 'No comment of this post has this id.' },
  ];

  constructor() {
    super('No comment of this post that you may see has this id.');
  }
}

export class ParentGone extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'parent-gone';
  readonly title = 'The comment that this one answers was removed';

  constructor() {
    super(
      'A comment that was removed or deleted takes no new replies; answer another one of the branch.',
    );
  }
}

/** The comment that is answered, or one above it, is locked; the rest of the thread goes on. */
export class BranchLocked extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'branch-locked';
  readonly title = 'This branch is locked';

  constructor() {
    super('A moderator has locked this branch; it can be read, but takes no new replies.');
  }
}

export class PostLocked extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'post-locked';
  readonly title = 'The discussion is locked';

  constructor() {
    super(
      'A moderator has locked this discussion; it can be read, but takes no comments and edits.',
    );
  }
}

export class PostClosed extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'post-closed';
  readonly title = 'The discussion is closed';

  constructor() {
    super('This discussion is over; it can be read, but takes no comments and edits.');
  }
}

export class NotYourComment extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'not-your-comment';
  readonly title = 'Only its author may do this';

  constructor() {
    super('A comment is edited and deleted by its author; moderators decide on it instead.');
  }
}

export class OwnComment extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'own-comment';
  readonly title = 'The comment is your own';

  constructor(done: 'reported' | 'voted on') {
    super(`Only what others write can be ${done}; an own comment can be edited and deleted.`);
  }
}

/** There is a trace of the comment, but nothing of it that could be judged. */
export class CommentNotPublished extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'comment-not-published';
  readonly title = 'The comment is not published';

  constructor(done: 'reported' | 'voted on') {
    super(`Only a published comment can be ${done}; this one is held, removed or deleted.`);
  }
}

export class EditWindowClosed extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'edit-window-closed';
  readonly title = 'The comment can no longer be edited';

  constructor(hours: number) {
    super(`A comment can be edited for ${hours} hours.`);
  }
}

export class EditsTooFast extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'edits-too-fast';
  readonly title = 'The comment is edited too often';

  constructor(
    aMinute: number,
    override readonly retryAfter: number,
  ) {
    super(`A comment can be edited ${aMinute} times a minute.`);
  }
}

/** The comment is removed or deleted: what was asked for has nothing to act on. */
export class CommentGone extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'comment-gone';
  readonly title = 'The comment was removed or deleted';

  constructor() {
    super('A removed or deleted comment cannot be changed by its author.');
  }
}

export class VersionRequired extends DomainError {
  readonly kind = 'precondition-required';
  readonly slug = 'version-required';
  readonly title = 'The version is missing';

  constructor() {
    super('Send If-Match with the version of the comment that you edit.');
  }
}

export class VersionMismatch extends DomainError {
  readonly kind = 'stale';
  readonly slug = 'version-mismatch';
  readonly title = 'The comment has changed since';

  constructor() {
    super('Read the comment again, and edit what it says now.');
  }
}

/** The pace of the post; `until` is when its author may write here again. */
export class SlowMode extends DomainError {
  readonly kind = 'too-many';
  readonly slug = 'slow-mode';
  readonly title = 'Comments of one account on this post need some time between them';
  override readonly retryAfter: number;

  constructor(override readonly until: string) {
    super(`This discussion is in slow mode; you may comment here again from ${until} on.`);
    this.retryAfter = Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  }
}

/** The error of a verdict that refuses. */
export function refusalError(refusal: Refusal): DomainError {
  switch (refusal) {
    case 'banned':
      return new AccountBanned();
    case 'suspended':
      return new AccountSuspended();
    case 'closed':
      return new PostClosed();
    case 'locked':
      return new PostLocked();
  }
}
