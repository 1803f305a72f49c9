import type { Sso } from '../../config/sso.js';
import { isObject } from '../../input/fields.js';
import { findForbiddenCharacter } from '../../text/plain/text-gate.js';
import { type ClaimedProfile, readProfile } from './claimed-profile.js';

/**
 * One requirement for a token, and whether it is met. The sentence repeats nothing of the token.
 */
export interface TokenCheck {
  code: string;
  ok: boolean;
  detail: string;
}

/** The user of a token. */
export interface SsoClaims {
  subject: string;
  /** When it was issued, in seconds; null if unknown. */
  issuedAt: number | null;
  profile: ClaimedProfile;
}

type Claims = Readonly<Record<string, unknown>>;

const DAY = 24 * 60 * 60;
/** The tolerated difference of two clocks. */
const LEEWAY = 60;
const MAX_SUBJECT = 255;

/**
 * Checks the claims of a token, each separately.
 * @param now in seconds
 */
export function judgeClaims(
  claims: Claims,
  { issuer, audience }: Pick<Sso, 'issuer' | 'audience'>,
  now: number,
): { checks: TokenCheck[]; read: SsoClaims | null } {
  const user = claims.user ?? {};
  const subject = readSubject(claims.sub, isObject(user) ? (user as Claims).id : null);
  const { profile, leftOut } = readProfile(isObject(user) ? (user as Claims) : {});
  const checks = [
    check('issuer', claims.iss === issuer, `"iss" is ${issuer}.`, `"iss" must be ${issuer}.`),
    check(
      'audience',
      [claims.aud].flat().includes(audience),
      `"aud" is ${audience}, or has it.`,
      `"aud" must be ${audience}, or a list that has it.`,
    ),
    judgeExpiry(claims.exp, now),
    check(
      'start',
      claims.nbf === undefined || (isTime(claims.nbf) && claims.nbf <= now + LEEWAY),
      'The time from which it is good has come, or is not given.',
      '"nbf" must be a time in seconds that has come.',
    ),
    check(
      'issued',
      claims.iat === undefined || (isTime(claims.iat) && claims.iat <= now + LEEWAY),
      claims.iat === undefined
        ? 'Without "iat" a token changes nothing of an account that is there.'
        : '"iat" is a time that has come.',
      '"iat" must be a time in seconds that has come: compare the clocks.',
    ),
    check(
      'subject',
      subject !== null,
      'The reader has an id.',
      `"sub" or "user.id" must be the id of the reader, of 1 to ${MAX_SUBJECT} characters; where both are given, they must be the same.`,
    ),
    check(
      'user',
      isObject(user),
      leftOut.length > 0
        ? `Left out, since they cannot be used: ${leftOut.map((name) => `user.${name}`).join(', ')}.`
        : 'The claims of "user" can be used.',
      '"user" must be an object.',
    ),
  ];
  if (subject === null || checks.some(({ ok }) => !ok)) return { checks, read: null };
  return { checks, read: { subject, issuedAt: (claims.iat as number) ?? null, profile } };
}

export function check(code: string, ok: boolean, good: string, bad: string): TokenCheck {
  return { code, ok, detail: ok ? good : bad };
}

function judgeExpiry(exp: unknown, now: number): TokenCheck {
  const bad = !isTime(exp)
    ? '"exp" must be there: a time in seconds.'
    : exp <= now
      ? 'The token has expired.'
      : '"exp" must be at most a day ahead.';
  const ok = isTime(exp) && exp > now && exp <= now + DAY + LEEWAY;
  return check('expiry', ok, 'It has not expired, and will within a day.', bad);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** @returns null when there is none, or more than one */
function readSubject(sub: unknown, id: unknown): string | null {
  const given = [sub, id].filter((value) => value !== undefined && value !== null);
  const ids = new Set(
    given.map((value) =>
      typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value,
    ),
  );
  const [subject] = ids;
  const isOne = ids.size === 1 && typeof subject === 'string' && subject !== '';
  if (!isOne || subject.length > MAX_SUBJECT || findForbiddenCharacter(subject)) return null;
  return subject;
}
