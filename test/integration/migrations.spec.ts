import type { QueryRunner } from 'typeorm';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { QUEUE_VERSION } from '../../src/database/install-queue.js';
import { migrate } from '../../src/database/migrate.js';
import { PageSpellings1796400000000 } from '../../src/database/migrations/1796400000000-page-spellings.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('change nothing when they run again, also at the same time', async () => {
    const before = await database.query('select name from migrations order by id');
    await Promise.all([
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
    ]);
    expect(await database.query('select name from migrations order by id')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('of the queue are all that its library has', async () => {
    const [newest] = await database.query('select max(id) as id from graphile_worker.migrations');
    expect(newest).toEqual({ id: QUEUE_VERSION });
  });

  it('bring an empty database up when several nodes start together', async () => {
    await database.query('drop schema public cascade');
    await database.query('drop schema graphile_worker cascade');
    await database.query('create schema public');
    await Promise.all([
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
      migrate(database.connection, databaseFunctions),
    ]);
    expect(await database.query('select count(*)::int as rows from site')).toEqual([{ rows: 1 }]);
  });

  it('mark addresses that two posts have in two spellings, and drop `replytocom`', async () => {
    const query = (text: string, values?: unknown[]) => database.query(text, values);
    const runner = { query } as unknown as QueryRunner;
    const spellings = new PageSpellings1796400000000();
    await spellings.down(runner);
    const urls = {
      a: ['http://a.test/x', 'https://a.test/y'],
      b: ['https://www.a.test/x'],
      c: ['https://a.test/%C4%93', 'https://a.test/z?replytocom=1&page=2'],
      d: ['https://a.test/e%CC%84', 'https://a.test/z?page=2', 'https://a.test/q?a=1&replytocom=9'],
    };
    for (const [slug, had] of Object.entries(urls)) {
      await database.query(
        `with post as (insert into posts (id, slug, title) values (gen_random_uuid(), $1, $1) returning id)
         insert into post_urls (post_id, normalised, url) select id, url, url from post, unnest($2::text[]) url`,
        [slug, had],
      );
    }
    await spellings.up(runner);
    const rows = await database.query<{ slug: string; normalised: string; alike: string | null }>(
      `select slug, normalised, alike from post_urls join posts on id = post_id order by slug, normalised`,
    );
    expect(rows.map(({ slug, normalised, alike }) => [slug, normalised, alike])).toEqual([
      ['a', 'http://a.test/x', 'a.test/x'],
      ['a', 'https://a.test/y', null],
      ['b', 'https://www.a.test/x', 'a.test/x'],
      ['c', 'https://a.test/%C4%93', 'a.test/%C4%93'],
      ['c', 'https://a.test/z?replytocom=1&page=2', 'a.test/z?page=2'],
      ['d', 'https://a.test/e%CC%84', 'a.test/%C4%93'],
      ['d', 'https://a.test/q?a=1', null],
      ['d', 'https://a.test/z?page=2', 'a.test/z?page=2'],
    ]);
  });

  it('give every column a class of personal data', async () => {
    const unclassified = await database.query(
      `select c.relname || '.' || a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
         and a.attnum > 0 and not a.attisdropped
         and coalesce(col_description(c.oid, a.attnum), '') !~
           '^personal: (none|pseudonym|identity|contact|secret|content|behaviour)$'`,
    );
    expect(unclassified).toEqual([]);
  });
});
