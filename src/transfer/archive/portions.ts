const MOST_ROWS = 200;
/** A portion needs several times as much memory: as received, as lines, and as parameters. */
const MOST_BYTES = 2_000_000;

/**
 * How many consecutive rows are read together.
 * @param sizes of the texts of each row, in bytes
 * @returns the number of rows of each portion; a row that is larger than a portion is read alone
 */
export function portionsOf(sizes: readonly number[]): number[] {
  const portions: number[] = [];
  let count = 0;
  let bytes = 0;
  for (const size of sizes) {
    if (count === MOST_ROWS || (count > 0 && bytes + size > MOST_BYTES)) {
      portions.push(count);
      count = 0;
      bytes = 0;
    }
    count += 1;
    bytes += size;
  }
  return count > 0 ? [...portions, count] : portions;
}
