import { Client } from 'pg';
import { ArchiveReads } from '../../src/transfer/archive/archive-reads.repository.js';
import { ARCHIVE_TABLES } from '../../src/transfer/archive/archive-tables.js';
import { PublicTexts } from '../../src/transfer/export/public-texts.repository.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const POSTS = 30;
/** Characters of HTML in some versions of each. */
const LARGE = 300_000;
/** The maximum number of characters read at once. */
const MOST = 2_500_000;

describe('an export of large texts', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(
      `with made as (
         insert into posts (id, slug, title) select gen_random_uuid(), 'post-' || n, 'A post' from generate_series(1, ${POSTS}) n
         returning id
       )
       insert into post_revisions (post_id, revision, title, body, html)
       select id, n, 'A post', 'body', case when n <= 5 then repeat('x', ${LARGE}) else 'small' end
       from made cross join generate_series(1, 20) n`,
    );
    client = new Client(database.connection);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('reads few of them at once, and small ones together', async () => {
    const reads = new ArchiveReads(client);
    await reads.begin();
    const portions: string[][] = [];
    const table = ARCHIVE_TABLES.find(({ name }) => name === 'post_revisions')!;
    for await (const lines of reads.listRows(table)) portions.push(lines);
    await reads.end();
    const lettersOf = (lines: string[]) => lines.join('').length;
    expect(Math.max(...portions.map(lettersOf))).toBeLessThan(MOST);
    expect(portions.length).toBeLessThan(2 * POSTS);
    const keys = portions.flat().map((line) => (JSON.parse(line) as string[]).slice(0, 2));
    const order = keys.map(([post, revision]) => `${post} ${revision.padStart(2, '0')}`);
    expect(order).toHaveLength(20 * POSTS);
    expect(order).toEqual([...order].sort());
  });

  it('reads few articles at once for other programs, and none of them twice', async () => {
    type Answer = { rows: { html?: string }[] };
    const ask = client.query.bind(client) as unknown as (...asked: unknown[]) => Promise<Answer>;
    let most = 0;
    const watched = Object.create(client) as Client;
    watched.query = (async (...asked: unknown[]) => {
      const answer = await ask(...asked);
      const letters = answer.rows.reduce((sum, { html }) => sum + (html?.length ?? 0), 0);
      most = Math.max(most, letters);
      return answer;
    }) as unknown as Client['query'];
    const texts = new PublicTexts(watched);
    await texts.begin();
    const ids: string[] = [];
    for await (const { id } of texts.listPosts()) ids.push(id);
    await texts.end();
    expect(new Set(ids).size).toBe(POSTS);
    expect(ids).toHaveLength(POSTS);
    expect(most).toBeLessThan(MOST);
  });
});
