import { findNameFault, tidyName } from '../../text/names/names.js';
import { findForbiddenCharacter, findTextFault, normalise } from '../../text/plain/text-gate.js';
import { findEmailFault } from '../../users/accounts/email.js';
import type { Role } from '../../users/viewer/viewer.js';

/**
 * The claims of another site about one of its users. Missing claims are null and change nothing
 * here.
 */
export interface ClaimedProfile {
  email: string | null;
  username: string | null;
  displayName: string | null;
  avatarUrl: string | null;
  role: Role | null;
  badges: readonly string[] | null;
}

/** The usable part of a profile, and messages about ignored claims. */
interface ReadProfile {
  profile: ClaimedProfile;
  leftOut: string[];
}

const MOST_BADGES = 5;
const BADGE = { minGraphemes: 1, maxGraphemes: 30, maxBytes: 500, multiline: false } as const;
/** Longer than any name or URL that a site sends. */
const MAX_NAME = 200;
const MAX_ADDRESS = 2_000;

/** The accepted role names of Coral, and their roles here: its `staff` are members here. */
const ROLES: Readonly<Record<string, Role>> = {
  member: 'member',
  commenter: 'member',
  staff: 'member',
  moderator: 'moderator',
  admin: 'admin',
};

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of a user by the names of Coral and of this service. An unusable claim never
 * prevents a sign-in: it is ignored and reported.
 */
export function readProfile(user: Claims): ReadProfile {
  const leftOut: string[] = [];
  const take = <T>(name: string, read: (value: unknown) => T | null): T | null => {
    const value = user[name];
    if (value === undefined || value === null || value === '') return null;
    const taken = read(value);
    if (taken === null) leftOut.push(name);
    return taken;
  };
  const isOthers = user.emailVerified === false || user.email_verified === false;
  const profile: ClaimedProfile = {
    email: isOthers ? null : take('email', readEmail),
    username: take('username', readName),
    displayName: take('displayName', readDisplayName),
    avatarUrl: take('avatarUrl', readAddress),
    role: take('role', readRole),
    badges: take('badges', readBadges),
  };
  return { profile, leftOut };
}

function readEmail(value: unknown): string | null {
  return typeof value === 'string' && !findEmailFault(value) && !findForbiddenCharacter(value)
    ? value
    : null;
}

/** A candidate for a user name. Whether it is valid is checked when an account is created. */
function readName(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_NAME || findForbiddenCharacter(value)) {
    return null;
  }
  return normalise(tidyName(value)) || null;
}

function readDisplayName(value: unknown): string | null {
  const name = readName(value);
  return name !== null && !findNameFault(name) ? name : null;
}

function readAddress(value: unknown): string | null {
  const isShort = typeof value === 'string' && value.length <= MAX_ADDRESS;
  if (!isShort || findForbiddenCharacter(value) || !URL.canParse(value)) return null;
  const { protocol, username, password, href } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : null;
}

function readRole(value: unknown): Role | null {
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  return Object.hasOwn(ROLES, name) ? ROLES[name] : null;
}

/** The valid badges; null if one is invalid, or there are too many. */
function readBadges(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MOST_BADGES) return null;
  const badges = value.map((badge) => readBadge(badge));
  return badges.every((badge) => badge !== null) ? [...new Set(badges)] : null;
}

function readBadge(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const badge = normalise(value.trim());
  return findTextFault(badge, BADGE) ? null : badge;
}
