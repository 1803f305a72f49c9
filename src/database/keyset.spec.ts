import { InvalidInput } from '../problems/general.errors.js';
import { MAX, newId } from './ids.js';
import { decodeNumberCursor, encodeCursor, newestFirst, type Page, pageOf } from './keyset.js';

const byNumber = ({ n }: { n: number }): string => `n${n}`;

describe('pageOf', () => {
  it('leads on while more rows than its limit were found', () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
    expect(pageOf(rows, 2, byNumber)).toEqual({ items: [{ n: 1 }, { n: 2 }], nextCursor: 'n2' });
    expect(pageOf(rows, 3, byNumber)).toEqual({ items: rows, nextCursor: null });
    expect(pageOf([], 3, byNumber)).toEqual({ items: [], nextCursor: null });
  });

  it('leads on behind rows that were cut to what fits into an answer, and shows nothing of that', () => {
    const rows = [
      { n: 1, found: 3, filled: '10', nth: '1' },
      { n: 2, found: 3, filled: '30', nth: '2' },
    ];
    expect(pageOf(rows, 20, byNumber)).toEqual({ items: [{ n: 1 }, { n: 2 }], nextCursor: 'n2' });
  });
});

describe('newestFirst', () => {
  it('shows each row of a list on exactly one of its pages', async () => {
    const ids = Array.from({ length: 7 }, newId).toReversed();
    const list = async (limit: number, before: string) =>
      ids
        .filter((id) => id < before)
        .slice(0, limit)
        .map((id) => ({ id }));
    const shown: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<{ id: string }> = await newestFirst(
        't',
        { limit: 3, cursor: cursor ?? undefined },
        list,
      );
      shown.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(shown).toEqual(ids);
  });

  it('refuses the cursor of another order', async () => {
    const reading = newestFirst('t', { cursor: encodeCursor('o', MAX) }, async () => []);
    await expect(reading).rejects.toThrow(InvalidInput);
  });
});

describe('decodeNumberCursor', () => {
  it('takes the letter and at most nine digits', () => {
    expect(decodeNumberCursor('r', 'r12')).toBe(12);
    for (const cursor of ['', 'r', 's12', 'r-1', 'r1234567890', 'r1x']) {
      expect(() => decodeNumberCursor('r', cursor)).toThrow(InvalidInput);
    }
  });
});
