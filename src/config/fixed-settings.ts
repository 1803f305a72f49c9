import { ConfigFault } from './config-fault.js';
import { parseChoice, parseSwitch, parseWhole } from './env-values.js';

/** How easily reports hide a comment. */
export const SENSITIVITIES = ['disabled', 'low', 'medium', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/**
 * Whether readers without an account may write under a name: never, after approval by a moderator,
 * or at once.
 */
export const GUEST_RULES = ['off', 'held', 'open'] as const;
export type GuestRule = (typeof GUEST_RULES)[number];

/** The settings of a site. Administrators change them by the API; the environment can fix them. */
export interface SiteSettings {
  flagSensitivity: Sensitivity;
  /** The weight at which reports hide a comment, at the sensitivity `low`. */
  hideScore: number;
  /** Comments of an account with fewer published comments than this are held; 0: none. */
  holdFirstComments: number;
  /** Whether all changes that others would see are refused, such as for maintenance. */
  readOnly: boolean;
  /** Whether an account starts with the confirmation of its e-mail address. */
  confirmEmails: boolean;
  /** Whether an account without a confirmed e-mail address may comment. */
  unconfirmedMayComment: boolean;
  /** Whether moderators and administrators can act only in sessions with two factors. */
  staffSecondFactor: boolean;
  /** The permissions of a named guest. */
  guests: GuestRule;
  /** The current version of the terms, and their URL; without both there are no terms. */
  termsVersion: string;
  termsUrl: string;
}

export const SETTING_RANGES = {
  hideScore: { min: 4, max: 1_000 },
  holdFirstComments: { min: 0, max: 100 },
} as const;

/** The key of the environment that fixes a setting. */
export const SETTING_KEYS: Readonly<Record<keyof SiteSettings, string>> = {
  flagSensitivity: 'FLAG_SENSITIVITY',
  hideScore: 'HIDE_SCORE',
  holdFirstComments: 'HOLD_FIRST_COMMENTS',
  readOnly: 'READ_ONLY',
  confirmEmails: 'CONFIRM_EMAILS',
  unconfirmedMayComment: 'UNCONFIRMED_MAY_COMMENT',
  staffSecondFactor: 'STAFF_SECOND_FACTOR',
  guests: 'GUESTS',
  termsVersion: 'TERMS_VERSION',
  termsUrl: 'TERMS_URL',
};

const SWITCHES = [
  'readOnly',
  'confirmEmails',
  'unconfirmedMayComment',
  'staffSecondFactor',
] as const;

/** @throws ConfigFault */
export function parseFixedSettings(
  env: Readonly<Record<string, string | undefined>>,
): Partial<SiteSettings> {
  const fixed: Partial<SiteSettings> = {};
  const { flagSensitivity: key, guests: guestsKey } = SETTING_KEYS;
  const { [key]: sensitivity, [guestsKey]: guests } = env;
  if (sensitivity) fixed.flagSensitivity = parseChoice(key, sensitivity, SENSITIVITIES);
  if (guests) fixed.guests = parseChoice(guestsKey, guests, GUEST_RULES);
  for (const name of ['termsVersion', 'termsUrl'] as const) {
    const value = env[SETTING_KEYS[name]];
    if (value) fixed[name] = parseTerms(name, value);
  }
  for (const name of ['hideScore', 'holdFirstComments'] as const) {
    const value = env[SETTING_KEYS[name]];
    if (value) fixed[name] = parseWhole(SETTING_KEYS[name], value, SETTING_RANGES[name]);
  }
  for (const name of SWITCHES) {
    const value = env[SETTING_KEYS[name]];
    if (value) fixed[name] = parseSwitch(SETTING_KEYS[name], value, false);
  }
  return fixed;
}

/** @throws ConfigFault */
function parseTerms(name: 'termsVersion' | 'termsUrl', value: string): string {
  if (name === 'termsVersion' ? isTermsVersion(value) : isTermsUrl(value)) return value;
  const wanted =
    name === 'termsVersion' ? 'have at most 40 characters of ASCII' : 'be an http or https address';
  throw new ConfigFault(`${SETTING_KEYS[name]} must ${wanted}.`);
}

/** A name such as `2026-11`; empty if there are no terms. */
export function isTermsVersion(text: string): boolean {
  return /^[\x21-\x7e]{0,40}$/.test(text);
}

/** Empty if there are no terms. */
export function isTermsUrl(text: string): boolean {
  return (
    text === '' ||
    (text.length <= 2_000 && /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text))
  );
}
