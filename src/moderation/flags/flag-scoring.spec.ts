import { accuracyBonus, flagScore, hides, hideThreshold } from './flag-scoring.js';

const known = { standing: 'active', since: 0, agreed: 0, disagreed: 0 } as const;

describe('the weight of a report', () => {
  it('is 1 and the trust of a member without a record, and 6 of staff', () => {
    expect(flagScore({ ...known, role: 'member' })).toBe(2);
    expect(flagScore({ ...known, role: 'moderator' })).toBe(6);
  });

  it('is 1 of a new account, and of one that is premoderated', () => {
    expect(flagScore({ ...known, role: 'member', since: Date.now() })).toBe(1);
    expect(flagScore({ ...known, role: 'member', standing: 'premoderated' })).toBe(1);
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
    expect(accuracyBonus(8, 8)).toBeCloseTo(-20 / 7);
    expect(accuracyBonus(85, 15)).toBeCloseTo(2.5 * Math.log2(10));
  });

  it('is never below nothing', () => {
    expect(flagScore({ ...known, role: 'member', disagreed: 100 })).toBe(0);
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
    expect(hides([4, 4, 4.5], 12.5)).toBe(true);
    expect(hides([4, 4, 4.4], 12.5)).toBe(false);
    expect(hides([100, 100, 100], null)).toBe(false);
  });
});
