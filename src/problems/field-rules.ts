/** The rules for what people write, by which programs tell faults apart and say them in another language. */
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
