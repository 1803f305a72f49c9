import { accuracyBonus, flagScore, hides, hideThreshold } from './flag-scoring.js';

describe('the weight of a report', () => {
  it('is 1 and the trust of a member without a record, and 6 of staff', () => {
    expect(flagScore({ role: 'member', agreed: 0, disagreed: 0 })).toBe(2);
    expect(flagScore({ role: 'moderator', agreed: 0, disagreed: 0 })).toBe(6);
  });

  it('takes no account of a record of five', () => {
    expect(accuracyBonus(5, 0)).toBe(0);
    expect(accuracyBonus(0, 5)).toBe(0);
  });

  it('grows and shrinks with the share of reports that were agreed with, and with their number', () => {
    expect(accuracyBonus(16, 0)).toBeCloseTo(10);
    expect(accuracyBonus(64, 0)).toBeCloseTo(15);
    expect(accuracyBonus(0, 16)).toBeCloseTo(-10);
    expect(accuracyBonus(7, 3)).toBeCloseTo(0);
    expect(accuracyBonus(85, 15)).toBeCloseTo(2.5 * Math.log2(10));
  });

  it('is never below nothing', () => {
    expect(flagScore({ role: 'member', agreed: 0, disagreed: 100 })).toBe(0);
  });
});

describe('reports hide', () => {
  it('from the score of the site, lowered by its sensitivity, or never', () => {
    expect(hideThreshold(12.5, 'low')).toBe(12.5);
    expect(hideThreshold(12.5, 'medium')).toBeCloseTo(8.333);
    expect(hideThreshold(12.5, 'high')).toBeCloseTo(4.167);
    expect(hideThreshold(12.5, 'disabled')).toBeNull();
  });

  it('when enough networks say so, and never on the word of two', () => {
    expect(hides([2, 2, 2, 2, 2, 2], 12.5)).toBe(false);
    expect(hides([2, 2, 2, 2, 2, 2, 2], 12.5)).toBe(true);
    expect(hides([100, 100], 12.5)).toBe(false);
    expect(hides([100, 100, 100], null)).toBe(false);
  });
});
