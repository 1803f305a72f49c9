import { postIsThere } from '../../comments/shape/visibility.js';

/** The kinds of queue items. */
export const WAITING_KINDS = ['reported', 'held', 'escalated'] as const;
/** A `new` comment has no row in the queue; `isNew` detects it. */
export const QUEUE_KINDS = ['new', ...WAITING_KINDS] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/**
 * The SQL condition of a comment that no moderator has reviewed; an imported one counts as
 * reviewed.
 */
export function isNew(comment: string): string {
  return `${isUnseen(comment)} and ${postIsThere(comment)}`;
}

/** The predicate of an index, from which the comments of deleted posts are removed in pieces. */
export function isUnseen(comment: string): string {
  return `${comment}.status = 'published' and ${comment}.reviewed_at is null and ${comment}.source is null`;
}
