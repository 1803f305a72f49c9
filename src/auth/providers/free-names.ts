import { randomInt } from 'node:crypto';
import { fold } from '../../text/plain/folding.js';
import { findNameFault, USERNAME_PATTERN } from '../../text/names/names.js';
import { isReservedName } from '../../text/names/reserved-names.js';
import type { ClaimedProfile } from './claimed-profile.js';

type Names = Pick<ClaimedProfile, 'username' | 'displayName'>;

/** The number of candidates before a name is generated. */
const NUMBERED = [2, 3];
const RANDOM_TRIES = 5;
const LONGEST = 30;
const NOBODY = 'reader';

/**
 * Candidates for a user name, the closest to the external name first. That name may be taken, or
 * not allowed here. The e-mail address is not used, because it is private.
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

/** The display name; null when the user name is used instead. */
export function shownName({ username, displayName }: Names): string | null {
  const name = displayName ?? username;
  return name !== null && !findNameFault(name) && !isReservedName(name) ? name : null;
}

/** @returns null when no usable character is left */
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
