import { parseChoice, parseWhole } from './env-values.js';

/** How easily reports hide a comment. */
export const SENSITIVITIES = ['disabled', 'low', 'medium', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** The settings of a site. Administrators change them by the API, the environment fixes them. */
export interface SiteSettings {
  flagSensitivity: Sensitivity;
  /** The weight at which reports hide a comment, at the sensitivity `low`. */
  hideScore: number;
  /** An account with fewer published comments than this waits for a moderator; 0: none does. */
  holdFirstComments: number;
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
};

/** @throws ConfigFault */
export function parseFixedSettings(
  given: Readonly<Record<keyof SiteSettings, string | undefined>>,
): Partial<SiteSettings> {
  const { flagSensitivity, hideScore, holdFirstComments } = given;
  return {
    ...(flagSensitivity && {
      flagSensitivity: parseChoice(SETTING_KEYS.flagSensitivity, flagSensitivity, SENSITIVITIES),
    }),
    ...(hideScore && { hideScore: parseSetting('hideScore', hideScore) }),
    ...(holdFirstComments && {
      holdFirstComments: parseSetting('holdFirstComments', holdFirstComments),
    }),
  };
}

function parseSetting(setting: keyof typeof SETTING_RANGES, value: string): number {
  return parseWhole(SETTING_KEYS[setting], value, SETTING_RANGES[setting]);
}
