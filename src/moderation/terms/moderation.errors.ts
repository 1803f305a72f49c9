import { problem } from '../../problems/domain-error.js';

export class AlreadyFlagged extends problem(
  'conflict',
  'already-flagged',
  'You have reported this comment',
  'Your report waits for a moderator; one of a user is enough.',
) {}

/** Somebody else was faster: the moderator saw an older version. */
export class VersionConflict extends problem(
  'conflict',
  'version-conflict',
  'It has changed since',
  'Another decision or an edit came first; read it again and decide on it as it is.',
) {}

/** The action has nothing to act on in the present state. */
export class DecisionDoesNotFit extends problem(
  'conflict',
  'decision-does-not-fit',
  'The decision does not fit the present state',
) {}

export class DecisionNotFound extends problem(
  'not-found',
  'decision-not-found',
  'There is no such decision',
  'No decision of the log has this id.',
) {}

export class BulkJobNotFound extends problem(
  'not-found',
  'bulk-job-not-found',
  'There is no such job',
  'No job of many decisions has this id.',
) {}

export class NotAbove extends problem(
  'forbidden',
  'not-above',
  'Your role does not stand above this account',
  'Moderators decide on members, administrators also on moderators; nobody on administrators.',
) {}

/** Not a conflict of versions: a second look finds the same. */
export class ConflictOfInterest extends problem(
  'conflict',
  'conflict-of-interest',
  'Somebody else has to decide on this',
  'You wrote, answered or reported this, or a comment in it; leave it to another moderator.',
) {}

export class Escalated extends problem(
  'forbidden',
  'escalated',
  'This waits for an administrator',
  'It was escalated, or a comment in it; only administrators decide on it now.',
) {}

export class AlreadyClaimed extends problem(
  'conflict',
  'already-claimed',
  'Somebody else has claimed this',
  'Another moderator is looking at it; the queue says who. Idle claims end by themselves.',
) {}

export class QueueItemNotFound extends problem(
  'not-found',
  'queue-item-not-found',
  'This does not wait in the queue',
  'No open item of the queue has this id; it may have been decided on.',
) {}

export class NoticeNotFound extends problem(
  'not-found',
  'notice-not-found',
  'There is no such notice',
  'No notice has this id and secret; both stand on its receipt.',
) {}

export class TooManyNotices extends problem(
  'too-many',
  'too-many-notices',
  'Too many notices from this network',
  'Notices from one network are taken at a limited pace; try again in an hour.',
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
