import type { ThreadRow } from './public-texts.repository.js';
import { publicThread } from './public-thread.js';

const TEXT = { text: {} } as Pick<ThreadRow, 'text'>;
const HIDDEN = { text: null };

async function* listed(rows: ThreadRow[]) {
  yield* rows;
}

describe('the public comments of a thread', () => {
  it('answer the nearest one above that is public, under a smaller number', async () => {
    const rows = [
      { id: 'a', parentId: null, rootId: 'a', ...TEXT },
      { id: 'b', parentId: 'a', rootId: 'a', ...HIDDEN },
      { id: 'c', parentId: 'b', rootId: 'a', ...HIDDEN },
      { id: 'd', parentId: 'c', rootId: 'a', ...TEXT },
      { id: 'e', parentId: null, rootId: 'e', ...HIDDEN },
      { id: 'f', parentId: 'e', rootId: 'e', ...TEXT },
      { id: 'g', parentId: 'f', rootId: 'e', ...TEXT },
    ];
    const found = [];
    for await (const { id, number, parent } of publicThread(
      listed(rows.map((row) => ({ ...row, postId: 'p' }))),
      10,
    ))
      found.push([id, number, parent?.id ?? null, parent?.number ?? null]);
    expect(found).toEqual([
      ['a', 11, null, null],
      ['d', 12, 'a', 11],
      ['f', 13, null, null],
      ['g', 14, 'f', 13],
    ]);
  });
});
