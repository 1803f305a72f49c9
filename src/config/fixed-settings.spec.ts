import { parseFixedSettings } from './fixed-settings.js';

const NONE = { FLAG_SENSITIVITY: undefined, HIDE_SCORE: '' };

describe('the settings that the environment fixes', () => {
  it('are those that it says', () => {
    expect(parseFixedSettings(NONE)).toEqual({});
    const given = {
      FLAG_SENSITIVITY: 'high',
      HIDE_SCORE: '4',
      HOLD_FIRST_COMMENTS: '0',
      GUESTS: 'held',
    };
    expect(parseFixedSettings(given)).toEqual({
      flagSensitivity: 'high',
      hideScore: 4,
      holdFirstComments: 0,
      guests: 'held',
    });
  });

  it.each([
    [{ FLAG_SENSITIVITY: 'loud' }, /^FLAG_SENSITIVITY must be one of disabled, low/],
    [{ TERMS_VERSION: 'the second' }, /^TERMS_VERSION must have at most 40/],
    [{ TERMS_URL: 'javascript:alert(1)' }, /^TERMS_URL must be an http or https address/],
    [{ GUESTS: 'true' }, /^GUESTS must be one of off, held/],
    [{ HIDE_SCORE: '3' }, /^HIDE_SCORE must be a whole number from 4 to 1000/],
    [{ HOLD_FIRST_COMMENTS: '1.5' }, /^HOLD_FIRST_COMMENTS must be a whole number from 0 to 100/],
  ])('stop the start when they cannot be: %j', (given, message) => {
    expect(() => parseFixedSettings({ ...NONE, ...given })).toThrow(message);
  });
});
