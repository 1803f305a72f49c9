import type { Reason } from '../../comments/shape/reasons.js';

/** What the sender of a notice is told, for each decision that can answer one. */
export function outcomeText(action: string, reason: Reason | null): string {
  if (action === 'remove') {
    return reason === 'illegal'
      ? 'Moderation has removed the comment as illegal content.'
      : 'Moderation has removed the comment, because it breaks the rules of this discussion.';
  }
  if (action === 'restore') return 'Moderation has put the comment back after another review.';
  return 'Moderation has looked at the comment and found no reason to remove it.';
}
