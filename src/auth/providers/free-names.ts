import { randomInt } from 'node:crypto';
import { fold } from '../../text/plain/folding.js';
import { findNameFault, USERNAME_PATTERN } from '../../text/names/names.js';
import { isReservedName } from '../../text/names/reserved-names.js';
import type { ClaimedProfile } from './claimed-profile.js';

type Names = Pick<ClaimedProfile, 'username' | 'displayName'>;

/** The tries before a name is made of nothing that was claimed. */
const NUMBERED = [2, 3];
const RANDOM_TRIES = 5;
const LONGEST = 30;
const NOBODY = 'reader';

/**
 * User names for somebody who has one elsewhere, the nearest first: it may be taken, or none that an account here
 * may have. Nothing is made of an e-mail address, which nobody else knows.
 */
export function* usernamesFor({ username, displayName }: Names): Generator<string> {
  const bases = [username, displayName].flatMap((name) => (name && asUsername(name)) || []);
  for (const base of new Set(bases)) {
    const free = [base, ...NUMBERED.map((number) => numbered(base, number))];
    for (let at = 0; at < RANDOM_TRIES; at++) free.push(numbered(base, randomInt(1_000, 10_000)));
    yield* free.filter((name) => !isReservedName(name));
  }
  for (let at = 0; at < RANDOM_TRIES; at++) {
    yield `${NOBODY}-${randomInt(100_000, 1_000_000)}`;
  }
}

/** The name to show; null where the user name is to stand for it. */
export function shownName({ username, displayName }: Names): string | null {
  const name = displayName ?? username;
  return name !== null && !findNameFault(name) && !isReservedName(name) ? name : null;
}

/** @returns null where nothing of a name is left */
function asUsername(name: string): string | null {
  if (USERNAME_PATTERN.test(name)) return findNameFault(name) ? null : name;
  const letters = fold(name)
    .replace(/[^a-z0-9_.]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^[-.]+|[-.]+$/g, '');
  return USERNAME_PATTERN.test(letters) && !findNameFault(letters) ? letters : null;
}

function numbered(base: string, number: number): string {
  return `${base.slice(0, LONGEST - String(number).length)}${number}`;
}
