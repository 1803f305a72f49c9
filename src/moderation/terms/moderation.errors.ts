import { problem } from '../../problems/domain-error.js';

export class AlreadyFlagged extends problem(
  'conflict',
  'already-flagged',
  'You have already reported this',
  'Your earlier report is open; a moderator will review it.',
) {}

/** The version in the request is not the current one: somebody else changed the item first. */
export class VersionConflict extends problem(
  'conflict',
  'version-conflict',
  'The item has changed since',
  'Another decision or an edit came first; read the item again and decide on its current state.',
) {}

/** The action cannot be applied in the current state. */
export class DecisionDoesNotFit extends problem(
  'conflict',
  'decision-does-not-fit',
  'The decision does not fit the current state',
) {}

export class DecisionNotFound extends problem(
  'not-found',
  'decision-not-found',
  'There is no such decision',
  'No decision in the log has this id.',
) {}

export class BulkJobNotFound extends problem(
  'not-found',
  'bulk-job-not-found',
  'There is no such job',
  'No bulk job has this id.',
) {}

export class NotAbove extends problem(
  'forbidden',
  'not-above',
  'Your role is not higher than that of this account',
  'Moderators decide on members, administrators also on moderators. Nobody decides on administrators.',
) {}

/** Unlike after `VersionConflict`, another read does not help: another moderator must decide. */
export class ConflictOfInterest extends problem(
  'conflict',
  'conflict-of-interest',
  'Another moderator has to decide on this',
  'You wrote, answered or reported this, or a comment in it; leave it to another moderator.',
) {}

export class Escalated extends problem(
  'forbidden',
  'escalated',
  'Only an administrator may decide on this',
  'This item, or a comment in it, was escalated to the administrators.',
) {}

export class AlreadyClaimed extends problem(
  'conflict',
  'already-claimed',
  'Another moderator has claimed this',
  'The queue says who has claimed it. Idle claims end by themselves.',
) {}

export class QueueItemNotFound extends problem(
  'not-found',
  'queue-item-not-found',
  'This item is not in the queue',
  'No open item of the queue has this id; it may have been decided already.',
) {}

export class NoticeNotFound extends problem(
  'not-found',
  'notice-not-found',
  'There is no such notice',
  'No notice has this id and secret; both are on its receipt.',
) {}

export class TooManyNotices extends problem(
  'too-many',
  'too-many-notices',
  'Too many notices from this network',
  'The number of notices from one network is limited; try again in an hour.',
) {
  override readonly limit = 'notices';
  override readonly retryAfter = 3_600;
}

export class OwnProfile extends problem(
  'forbidden',
  'own-profile',
  'This is your own profile',
  'Change your own name or bio instead of reporting it.',
) {}
