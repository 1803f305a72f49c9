import type { Role, Standing } from './viewer.js';

/** 0 in an account's first day, 1 in its first week, 2 from then on, 3 of staff. */
export type Trust = 0 | 1 | 2 | 3;

const DAY_MS = 86_400_000;

/**
 * The trust level of an account. It grows with age, and a premoderated account has the lowest one.
 * A guest always has the lowest one.
 * @param since when the account was created, in milliseconds since the epoch
 */
export function trustOf(
  {
    since,
    role,
    standing,
    guest,
  }: { since: number; role: Role; standing: Standing; guest?: boolean },
  now = Date.now(),
): Trust {
  if (role !== 'member') return 3;
  const days = (now - since) / DAY_MS;
  if (days < 1 || standing === 'premoderated' || guest) return 0;
  return days < 7 ? 1 : 2;
}
