import { similarity, trigramSet, wordsOf } from '../../src/text/trigrams.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TEXTS = [
  'Režisors rāda tikai to, ko redzēja kareivji',
  'Režisors rāda vienīgi to, ko redzējuši kareivji',
  'эшелон ушёл четырнадцатого июня',
  'эшелоны ушли 14 июня',
  'The figure of 15,424 people is disputed',
  'A figure of 15443 people was never disputed',
  '—',
  '',
] as const;

describe('our trigrams', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('create extension pg_trgm');
  });
  afterAll(() => database.drop());

  it('measure what pg_trgm measures, in Latvian and Russian, too', async () => {
    const pairs = TEXTS.flatMap((one) => TEXTS.map((other) => ({ one, other })));
    const rows = await database.query<{ measured: number }>(
      `select similarity(p->>'one', p->>'other')::float8 as measured
       from jsonb_array_elements($1) with ordinality as pairs (p, place) order by place`,
      [JSON.stringify(pairs)],
    );
    const ours = pairs.map(({ one, other }) =>
      similarity(trigramSet(wordsOf(one)), trigramSet(wordsOf(other))),
    );
    // The extension keeps three bytes of a hash of each trigram beyond ASCII, so that some fall together.
    for (const [at, { measured }] of rows.entries())
      expect(Math.abs(ours[at] - measured)).toBeLessThan(0.02);
    expect(ours.filter((measure) => measure > 0 && measure < 1).length).toBeGreaterThan(5);
  });
});
