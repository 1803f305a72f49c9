/** The kinds of rows that are kept for some days. Everything else is kept until somebody deletes it. */
export const KEPT_DAYS = [
  { what: 'events', days: 30, from: 'when they happened' },
  { what: 'idempotency records', days: 1, from: 'the first request' },
  { what: 'signals', days: 1, from: 'when they were sent' },
  { what: 'readers of a lost node', days: 1, from: 'when it was last heard of' },
  { what: 'sessions', days: 7, from: 'when they expired' },
  { what: 'counts of sign-ins', days: 1, from: 'when they ended' },
  { what: 'network hashes', days: 30, from: 'the report or notice' },
  { what: 'closed queue items', days: 90, from: 'when they were closed' },
  { what: 'comments of deleted posts', days: 30, from: 'the deletion' },
  { what: 'bulk jobs', days: 90, from: 'when they ended' },
] as const;

export type Kept = (typeof KEPT_DAYS)[number]['what'];

export function daysKept(what: Kept): number {
  return KEPT_DAYS.find((kept) => kept.what === what)!.days;
}
