import { portionsOf } from './portions.js';

const rowsOf = (count: number, size: number) => Array.from({ length: count }, () => size);

describe('the portions in which rows are read', () => {
  it.each([
    ['nothing', [], []],
    ['many small rows', rowsOf(450, 100), [200, 200, 50]],
    ['large rows', rowsOf(5, 900_000), [2, 2, 1]],
    ['a row that is larger than a portion', [10, 5_000_000, 10, 10], [1, 1, 2]],
    ['rows that fill a portion', [1_000_000, 1_000_000, 1], [2, 1]],
  ])('of %s', (_, sizes, portions) => {
    expect(portionsOf(sizes)).toEqual(portions);
  });
});
