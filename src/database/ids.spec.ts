import { firstIdAt, idAt, madeAt, MAX, newId, NIL } from './ids.js';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('new ids', () => {
  it('are UUIDs of version 7 that ascend, and no two are the same', () => {
    const before = Date.now();
    const ids = Array.from({ length: 5_000 }, newId);
    const after = Date.now();
    expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([]);
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

describe('ids of an earlier time', () => {
  const TIME = new Date('2013-05-06T07:08:09.010Z');

  it('are UUIDs of version 7 with that time, in the given order', () => {
    const ids = [0, 1, 2, 0xfffff, 0x100000, 2 ** 32 - 1].map((order) => idAt(TIME, order));
    expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([]);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.map(madeAt)).toEqual(ids.map(() => TIME.getTime()));
    expect(new Set([idAt(TIME, 5), idAt(TIME, 5)]).size).toBe(2);
  });

  it('lie after the first of their millisecond, and between the least and the greatest', () => {
    const id = idAt(TIME, 0);
    const ids = [NIL, idAt(new Date(-1), 7), firstIdAt(TIME), id, newId(), MAX];
    expect(ids.toSorted()).toEqual(ids);
    expect(madeAt(ids[1])).toBe(0);
  });
});
