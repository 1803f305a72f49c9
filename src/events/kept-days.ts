/**
 * The kinds of rows that are kept for a number of days. All other rows are kept until they are
 * deleted explicitly.
 */
export const KEPT_DAYS = [
  { what: 'events', days: 30, from: 'when they happened' },
  { what: 'idempotency records', days: 1, from: 'the first request' },
  { what: 'signals', days: 1, from: 'when they were sent' },
  { what: 'readers of a lost node', days: 1, from: 'when it was last heard of' },
  { what: 'sessions', days: 7, from: 'when they expired' },
  { what: 'used challenges', days: 0, from: 'when they expired' },
  { what: 'links of mails', days: 7, from: 'when they expired' },
  { what: 'requests for links', days: 1, from: 'the request' },
  { what: 'accounts never confirmed', days: 0, from: 'when their link expired' },
  { what: 'guests who wrote nothing', days: 30, from: 'when they came' },
  { what: 'counts of sign-ins', days: 1, from: 'when they ended' },
  { what: 'network hashes', days: 30, from: 'the report or notice' },
  { what: 'closed queue items', days: 90, from: 'when they were closed' },
  { what: 'evidence held back', days: 0, from: 'when its hold ended' },
  { what: 'comments of deleted posts', days: 30, from: 'the deletion' },
  { what: 'notifications', days: 90, from: 'when they were made' },
  { what: 'mails to moderators', days: 7, from: 'when they were sent' },
  { what: 'news for moderators', days: 1, from: 'when they came' },
  { what: 'bulk jobs', days: 90, from: 'when they ended' },
  { what: 'failed jobs', days: 30, from: 'their last attempt' },
] as const;

export type Kept = (typeof KEPT_DAYS)[number]['what'];

export function daysKept(what: Kept): number {
  return KEPT_DAYS.find((kept) => kept.what === what)!.days;
}
