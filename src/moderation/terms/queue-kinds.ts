/** Why something waits for a moderator. */
export const QUEUE_KINDS = ['new', 'reported', 'held', 'escalated'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];
