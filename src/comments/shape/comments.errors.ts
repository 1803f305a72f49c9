import { type DomainError, problem } from '../../problems/domain-error.js';
import type { Refusal } from '../../screening/screening-rules.js';
import {
  AccountBanned,
  AccountClosing,
  AccountSuspended,
} from '../../users/viewer/users.errors.js';

/** Also thrown for a comment that the viewer may not see, so that the answer does not reveal it. */
export class CommentNotFound extends problem(
  'not-found',
  'comment-not-found',
  'There is no such comment',
  'No comment that you may see has this id.',
) {}

export class ParentNotFound extends problem(
  'not-found',
  'parent-not-found',
  'The comment that this one replies to was not found',
  'No comment of this post that you may see has this id.',
) {
  override readonly errors = [
    { pointer: '/parentId', detail: 'No comment of this post has this id.' },
  ];
}

export class ParentGone extends problem(
  'conflict',
  'parent-gone',
  'The comment that this one replies to was removed',
  'A removed or deleted comment accepts no new replies; reply to another comment of the branch.',
) {}

/** The parent comment, or one of its ancestors, is locked. The rest of the thread stays open. */
export class BranchLocked extends problem(
  'conflict',
  'branch-locked',
  'This branch is locked',
  'A moderator has locked this branch; it can be read, but accepts no new replies.',
) {}

export class PostLocked extends problem(
  'conflict',
  'post-locked',
  'The discussion is locked',
  'A moderator has locked this discussion; it can be read, but accepts no comments and no edits.',
) {}

export class PostClosed extends problem(
  'conflict',
  'post-closed',
  'The discussion is closed',
  'This discussion is closed; it can be read, but accepts no comments and no edits.',
) {}

export class NotYourComment extends problem(
  'forbidden',
  'not-your-comment',
  'Only the author may do this',
  'Only the author edits and deletes a comment; moderators decide on it instead.',
) {}

export class OwnComment extends problem('forbidden', 'own-comment', 'The comment is your own') {
  constructor(done: 'reported' | 'voted on') {
    super(`Only comments of others can be ${done}; you can edit and delete your own.`);
  }
}

/** Only a trace of the comment is visible, so there is no text to vote on or to report. */
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

/** The comment is removed or deleted, so its author can no longer change it. */
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
  'Read the comment again, and edit its current text.',
) {}

/** The slow mode of the post; `until` is when the account may comment here again. */
export class SlowMode extends problem('too-many', 'slow-mode', 'This discussion is in slow mode') {
  override readonly limit = 'slow mode';
  override readonly retryAfter: number;

  constructor(override readonly until: string) {
    super(`You may comment here again from ${until} on.`);
    this.retryAfter = Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  }
}

/** One transaction moves all comments and blocks writes to both posts, so the number is limited. */
export class TooManyToMove extends problem(
  'conflict',
  'too-many-to-move',
  'Too many comments to move at once',
) {
  constructor(most: number) {
    super(`At most ${most.toLocaleString('en')} comments can be moved to another post at once.`);
  }
}

export class VotesUpOnly extends problem(
  'conflict',
  'votes-up-only',
  'This discussion accepts no downvotes',
  'Comments of this post can be upvoted, not downvoted; reply, or report abuse.',
) {}

export class VotesOff extends problem(
  'conflict',
  'votes-off',
  'This discussion accepts no votes',
  'Comments of this post cannot be voted on.',
) {}

/** The error for each refusal of `screening-rules`. */
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
  'Too many subscriptions',
) {
  constructor(most: number) {
    super(
      `An account can choose its notifications for at most ${most} posts. Set one to "replies" first.`,
    );
  }
}
