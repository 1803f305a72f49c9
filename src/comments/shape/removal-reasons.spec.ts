import { REASONS } from './reasons.js';
import { explanationOf } from './removal-reasons.js';

describe('explanationOf', () => {
  it('has a sentence of its own for every reason that moderators give', () => {
    expect(new Set(REASONS.map(explanationOf)).size).toBe(REASONS.length);
  });

  it('explains what has no reason by the rules of the site', () => {
    expect(explanationOf(null)).toBe(explanationOf('other'));
    expect(explanationOf('a reason of another version')).toBe(explanationOf('other'));
  });
});
