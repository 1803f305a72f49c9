import {
  controversy,
  controversySql,
  wilsonLowerBound,
  wilsonLowerBoundSql,
} from '../../src/comments/votes/scoring.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Keys {
  best: number;
  controversial: number;
}

describe('the keys of the sorts', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** The keys that the database computes and stores. */
  function compute(pairs: readonly [up: number, down: number][]): Promise<Keys[]> {
    return database.query<Keys>(
      `select (${wilsonLowerBoundSql('up', 'down')})::real as best,
              (${controversySql('up', 'down')})::real as controversial
       from unnest($1::float8[], $2::float8[]) with ordinality as counts (up, down, place)
       order by place`,
      [pairs.map(([up]) => up), pairs.map(([, down]) => down)],
    );
  }

  async function compare(pairs: readonly [up: number, down: number][]): Promise<void> {
    const computed = await compute(pairs);
    expect(computed).toHaveLength(pairs.length);
    const far = pairs.flatMap(([up, down], at) => {
      const expected = {
        best: Math.fround(wilsonLowerBound(up, down)),
        controversial: Math.fround(controversy(up, down)),
      };
      const off = (key: keyof Keys) =>
        Math.abs(computed[at][key] - expected[key]) > 1e-6 * Math.max(1, expected[key]);
      return off('best') || off('controversial') ? [{ up, down, expected, got: computed[at] }] : [];
    });
    expect(far).toEqual([]);
  }

  it('are the same in SQL, for every pair of small counts', async () => {
    const counts = Array.from({ length: 41 }, (_, count) => count);
    await compare(counts.flatMap((up) => counts.map((down): [number, number] => [up, down])));
  });

  it('are the same in SQL, for counts of any size', async () => {
    const sizes = [0, 1, 2, 10, 99, 1_000, 65_536, 1_000_003, 2_147_483_647];
    await compare(sizes.flatMap((up) => sizes.map((down): [number, number] => [up, down])));
    const any = () => Math.floor(10 ** (Math.random() * 9));
    await compare(Array.from({ length: 2_000 }, (): [number, number] => [any(), any()]));
  });
});
