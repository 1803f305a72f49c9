import { trustOf } from './trust.js';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const HOUR = 3_600_000;
const member = { since: NOW - 30 * 24 * HOUR, role: 'member', standing: 'active' } as const;

describe('the trust of an account', () => {
  it.each([
    [0, 0],
    [23, 0],
    [24, 1],
    [7 * 24 - 1, 1],
    [7 * 24, 2],
  ])('of %d hours is %d', (hours, trust) => {
    expect(trustOf({ ...member, since: NOW - hours * HOUR }, NOW)).toBe(trust);
  });

  it('is that of a new one for a guest, however long the session lasts', () => {
    expect(trustOf({ ...member, guest: true }, NOW)).toBe(0);
  });

  it('is that of a new one while it is premoderated, and the highest of staff from the first hour', () => {
    expect(trustOf({ ...member, standing: 'premoderated' }, NOW)).toBe(0);
    expect(trustOf({ ...member, since: NOW, role: 'moderator' }, NOW)).toBe(3);
  });
});
