import { similarity, trigramSet, wordsOf } from '../../packages/passages/src/trigrams.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TEXTS = [
  'The figure of 15,424 people is disputed',
  'A figure of 15443 people was never disputed',
  'the list ENDS in July, the list ends',
  'In July the lists end; nothing else is known.',
  '--',
  '',
] as const;

describe('our trigrams', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('create extension pg_trgm');
  });
  afterAll(() => database.drop());

  const measure = async (pairs: readonly { one: string; other: string }[]) => {
    const rows = await database.query<{ measured: number }>(
      `select similarity(p->>'one', p->>'other')::float8 as measured
       from jsonb_array_elements($1) with ordinality as pairs (p, place) order by place`,
      [JSON.stringify(pairs)],
    );
    return rows.map(({ measured }) => measured);
  };
  const ours = ({ one, other }: { one: string; other: string }) =>
    similarity(trigramSet(wordsOf(one)), trigramSet(wordsOf(other)));

  it('measure what pg_trgm measures', async () => {
    const pairs = TEXTS.flatMap((one) => TEXTS.map((other) => ({ one, other })));
    const measured = await measure(pairs);
    for (const [at, pair] of pairs.entries()) expect(ours(pair)).toBeCloseTo(measured[at], 5);
    expect(measured.filter((one) => one > 0 && one < 1).length).toBeGreaterThan(5);
  });

  it('measure Russian, too, of which pg_trgm sees nothing in a database of the locale C', async () => {
    const pair = { one: 'эшелон ушёл четырнадцатого июня', other: 'эшелоны ушли 14 июня' };
    expect(await measure([pair])).toEqual([0]);
    expect(ours(pair)).toBeCloseTo(13 / 40, 5);
  });
});
