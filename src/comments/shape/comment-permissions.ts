import type { SiteSettings } from '../../config/fixed-settings.js';
import { EmailUnconfirmed } from '../../users/viewer/users.errors.js';
import type { Member } from '../../users/viewer/viewer.js';
import type { CommentEntity } from './comment.entity.js';
import type { SingleCommentView } from './comments.dto.js';
import {
  CommentGone,
  CommentNotPublished,
  EditWindowClosed,
  OwnComment,
  VersionMismatch,
} from './comments.errors.js';

/** How long a comment can be deleted without a trace. Nobody is notified of it before that. */
export const TRACELESS_DELETE_MS = 15_000;

const EDIT_HOURS = 24;

type Dated = Pick<CommentEntity, 'status' | 'createdAt'>;

/** Whether the account is a guest whose comments are held for moderators. */
export function isHeldGuest(
  { guest }: Pick<Member, 'guest'>,
  { guests }: Pick<SiteSettings, 'guests'>,
): boolean {
  return guest === true && guests !== 'open';
}

/** @throws EmailUnconfirmed when the site requires a confirmed e-mail address for comments */
export function assertConfirmed(
  { confirmed }: Pick<Member, 'confirmed'>,
  { unconfirmedMayComment }: Pick<SiteSettings, 'unconfirmedMayComment'>,
): void {
  if (!confirmed && !unconfirmedMayComment) throw new EmailUnconfirmed();
}

/**
 * Checks that the author may still edit a comment.
 * @param version the version that the author has read
 * @throws CommentGone, VersionMismatch, EditWindowClosed
 */
export function assertEditable(
  comment: Dated & Pick<CommentEntity, 'version'>,
  version: number,
): void {
  if (comment.status === 'removed' || comment.status === 'deleted') throw new CommentGone();
  if (comment.version !== version) throw new VersionMismatch();
  // A held comment may be edited at any time.
  if (comment.status === 'held') return;
  const age = Date.now() - comment.createdAt.getTime();
  if (age > EDIT_HOURS * 3_600_000) throw new EditWindowClosed(EDIT_HOURS);
}

/**
 * Checks that the author may delete a comment. Deleting a deleted comment is allowed.
 * @throws CommentGone
 */
export function assertDeletable({ status }: Pick<CommentEntity, 'status'>): void {
  if (status === 'removed') throw new CommentGone();
}

/**
 * Checks that a member who can see a comment may report it.
 * @throws CommentNotPublished, OwnComment
 */
export function assertFlaggable(
  { status, author }: Pick<SingleCommentView, 'status' | 'author'>,
  member: Pick<Member, 'id'>,
): void {
  if (status !== 'published') throw new CommentNotPublished('reported');
  if (author?.id === member.id) throw new OwnComment('reported');
}
