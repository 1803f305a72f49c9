import { validate, version } from 'uuid';
import { madeAt, newId } from './ids.js';

describe('new ids', () => {
  it('are UUIDs of version 7 that ascend, and no two are the same', () => {
    const before = Date.now();
    const ids = Array.from({ length: 5_000 }, newId);
    const after = Date.now();
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(madeAt(ids[0])).toBeGreaterThanOrEqual(before);
    expect(madeAt(ids.at(-1)!)).toBeLessThanOrEqual(after);
  });

  it('cannot be guessed from one another: the last 40 bits of each are random', () => {
    const tails = Array.from({ length: 2_000 }, () => newId().slice(-10));
    expect(new Set(tails).size).toBe(tails.length);
    for (let digit = 0; digit < 10; digit++)
      expect(new Set(tails.map((tail) => tail[digit])).size).toBe(16);
  });
});
