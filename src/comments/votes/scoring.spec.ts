import fc from 'fast-check';
import { controversy, wilsonLowerBound } from './scoring.js';

const counts = fc.nat({ max: 1_000_000 });

describe('the key of the sort best', () => {
  it.each([
    [0, 0, 0],
    [0, 500, 0],
    [1, 0, 0.20654],
    [2, 0, 0.34238],
    [1, 1, 0.0945],
    [10, 10, 0.29929],
    [40, 10, 0.66964],
    [600, 400, 0.5693],
  ])('of %i for and %i against is %d', (up, down, expected) => {
    expect(wilsonLowerBound(up, down)).toBeCloseTo(expected, 4);
  });

  it('is a share, and below that of the votes cast', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), counts, (up, down) => {
        const key = wilsonLowerBound(up, down);
        expect(key).toBeGreaterThan(0);
        expect(key).toBeLessThan(up / (up + down));
      }),
    );
  });

  it('rises with a vote for, and does not with one against', () => {
    fc.assert(
      fc.property(counts, counts, (up, down) => {
        expect(wilsonLowerBound(up + 1, down)).toBeGreaterThan(wilsonLowerBound(up, down));
        expect(wilsonLowerBound(up, down + 1)).toBeLessThanOrEqual(wilsonLowerBound(up, down));
      }),
    );
  });

  it('trusts many more than few', () => {
    expect(wilsonLowerBound(40, 10)).toBeGreaterThan(wilsonLowerBound(2, 0));
    expect(wilsonLowerBound(400, 100)).toBeGreaterThan(wilsonLowerBound(40, 10));
  });
});

describe('the key of the sort controversial', () => {
  it.each([
    [0, 0, 0],
    [7, 0, 0],
    [0, 7, 0],
    [1, 1, 2],
    [50, 50, 100],
    [4, 2, 6 ** 0.5],
    [2, 4, 6 ** 0.5],
  ])('of %i for and %i against is %d', (up, down, expected) => {
    expect(controversy(up, down)).toBeCloseTo(expected, 10);
  });

  it('does not ask which side is which, and is at most the number of votes', () => {
    fc.assert(
      fc.property(counts, counts, (up, down) => {
        expect(controversy(up, down)).toBe(controversy(down, up));
        expect(controversy(up, down)).toBeLessThanOrEqual(up + down);
      }),
    );
  });
});
