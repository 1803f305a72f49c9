/**
 * The rules for texts of users. Clients use these names to identify faults and to translate them.
 */
export const FIELD_RULES: readonly string[] = [
  'nothing-shown',
  'too-short',
  'too-long',
  'single-line',
  'forbidden-character',
  'invisible-character',
  'white-space',
  'many-marks',
  'no-letter',
  'username',
  'email',
  'password-length',
  'common-password',
  'own-password',
  'reserved-name',
];
