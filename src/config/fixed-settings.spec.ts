import { parseFixedSettings } from './fixed-settings.js';

const NONE = { flagSensitivity: undefined, hideScore: '', holdFirstComments: undefined };

describe('the settings that the environment fixes', () => {
  it('are those that it says', () => {
    expect(parseFixedSettings(NONE)).toEqual({});
    const given = { flagSensitivity: 'high', hideScore: '4', holdFirstComments: '0' };
    expect(parseFixedSettings(given)).toEqual({
      flagSensitivity: 'high',
      hideScore: 4,
      holdFirstComments: 0,
    });
  });

  it.each([
    [{ flagSensitivity: 'loud' }, /^FLAG_SENSITIVITY must be one of disabled, low/],
    [{ hideScore: '3' }, /^HIDE_SCORE must be a whole number from 4 to 1000/],
    [{ holdFirstComments: '1.5' }, /^HOLD_FIRST_COMMENTS must be a whole number from 0 to 100/],
  ])('stop the start when they cannot be: %j', (given, message) => {
    expect(() => parseFixedSettings({ ...NONE, ...given })).toThrow(message);
  });
});
