import { type DomainError, problem } from '../../problems/domain-error.js';
import type { Refusal } from '../../screening/screening-rules.js';
import {
  AccountBanned,
  AccountClosing,
  AccountSuspended,
} from '../../users/viewer/users.errors.js';

/** A comment that the viewer may not see is answered with it too: hidden and absent are alike. */
export class CommentNotFound extends problem(
  'not-found',
  'comment-not-found',
  'There is no such comment',
  'No comment that you may see has this id.',
) {}

export class ParentNotFound extends problem(
  'not-found',
  'parent-not-found',
  'The comment that this one answers is not there',
  'No comment of this post that you may see has this id.',
) {
  override readonly errors = [
    { pointer: '/parentId', detail: 'No comment of this post has this id.' },
  ];
}

export class ParentGone extends problem(
  'conflict',
  'parent-gone',
  'The comment that this one answers was removed',
  'A comment that was removed or deleted takes no new replies; answer another one of the branch.',
) {}

/** The comment that is answered, or one above it, is locked; the rest of the thread goes on. */
export class BranchLocked extends problem(
  'conflict',
  'branch-locked',
  'This branch is locked',
  'A moderator has locked this branch; it can be read, but takes no new replies.',
) {}

export class PostLocked extends problem(
  'conflict',
  'post-locked',
  'The discussion is locked',
  'A moderator has locked this discussion; it can be read, but takes no comments and edits.',
) {}

export class PostClosed extends problem(
  'conflict',
  'post-closed',
  'The discussion is closed',
  'This discussion is over; it can be read, but takes no comments and edits.',
) {}

export class NotYourComment extends problem(
  'forbidden',
  'not-your-comment',
  'Only its author may do this',
  'A comment is edited and deleted by its author; moderators decide on it instead.',
) {}

export class OwnComment extends problem('forbidden', 'own-comment', 'The comment is your own') {
  constructor(done: 'reported' | 'voted on') {
    super(`Only what others write can be ${done}; an own comment can be edited and deleted.`);
  }
}

/** The comment has left a trace, and no text that could be judged. */
export class CommentNotPublished extends problem(
  'conflict',
  'comment-not-published',
  'The comment is not published',
) {
  constructor(done: 'reported' | 'voted on') {
    super(`Only a published comment can be ${done}; this one is held, removed or deleted.`);
  }
}

export class EditWindowClosed extends problem(
  'conflict',
  'edit-window-closed',
  'The comment can no longer be edited',
) {
  constructor(hours: number) {
    super(`A comment can be edited for ${hours} hours.`);
  }
}

export class EditsTooFast extends problem(
  'too-many',
  'edits-too-fast',
  'The comment is edited too often',
) {
  override readonly limit = 'edit pace';

  constructor(
    aMinute: number,
    override readonly retryAfter: number,
  ) {
    super(`A comment can be edited ${aMinute} times a minute.`);
  }
}

/** The comment is removed or deleted, so the request has nothing to act on. */
export class CommentGone extends problem(
  'conflict',
  'comment-gone',
  'The comment was removed or deleted',
  'A removed or deleted comment cannot be changed by its author.',
) {}

export class VersionRequired extends problem(
  'precondition-required',
  'version-required',
  'The version is missing',
  'Send If-Match with the version of the comment that you edit.',
) {}

export class VersionMismatch extends problem(
  'stale',
  'version-mismatch',
  'The comment has changed since',
  'Read the comment again, and edit what it says now.',
) {}

/** The pace of the post; `until` is when its author may write here again. */
export class SlowMode extends problem(
  'too-many',
  'slow-mode',
  'Comments of one account on this post need some time between them',
) {
  override readonly limit = 'slow mode';
  override readonly retryAfter: number;

  constructor(override readonly until: string) {
    super(`This discussion is in slow mode; you may comment here again from ${until} on.`);
    this.retryAfter = Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  }
}

/** They are moved in one act, and nobody writes in either post meanwhile: so there is a bound. */
export class TooManyToMove extends problem(
  'conflict',
  'too-many-to-move',
  'So many comments do not go into another post at once',
) {
  constructor(most: number) {
    super(`At most ${most.toLocaleString('en')} comments go into another post at once.`);
  }
}

export class VotesUpOnly extends problem(
  'conflict',
  'votes-up-only',
  'This discussion takes no votes against a comment',
  'Comments of this post can be voted for, and not against; answer, or report abuse.',
) {}

export class VotesOff extends problem(
  'conflict',
  'votes-off',
  'This discussion takes no votes',
  'Comments of this post cannot be voted on.',
) {}

/** The error of a verdict that refuses. */
export const REFUSALS: Readonly<Record<Refusal, new () => DomainError>> = {
  banned: AccountBanned,
  closing: AccountClosing,
  suspended: AccountSuspended,
  closed: PostClosed,
  locked: PostLocked,
};

export class TooManyFollowed extends problem(
  'conflict',
  'too-many-followed',
  'You have chosen for too many posts',
) {
  constructor(most: number) {
    super(
      `An account chooses for at most ${most} posts what it is told. Set one to "replies" first.`,
    );
  }
}
