import { migrations } from '../../src/database/migrations/index.js';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { databaseFunctions } from '../../src/app/database-functions.js';
import { databaseFunction } from '../../src/database/functions.js';
import { migrate } from '../../src/database/migrate.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { ADMIN, admin, register } from '../support/people.js';
import { describeTables, listFunctions } from '../support/schema.js';
import { createTestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, readPage, say } from '../support/threads.js';
import { vote } from '../support/votes.js';

/** A database of version 0.1 with all of its migrations, and rows in each table. */
const FORMER = 'test/fixtures/version-0.1.sql';

/** Tables that a start itself writes. */
const OF_THE_START = ['migrations', 'function_builds'];

describe('a database of version 0.1', () => {
  let database: TestDatabase;
  let before: Awaited<ReturnType<typeof contents>>;
  let migrated: unknown[];
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('drop schema public cascade');
    await database.query('drop schema graphile_worker cascade');
    await database.query('create schema public');
    const loading = new Client(database.connection);
    await loading.connect();
    await loading.query(readFileSync(FORMER, 'utf8'));
    await loading.end();
    before = await contents();
    migrated = await migrationNames();
  });
  afterAll(() => database.drop());

  const tables = async () => {
    const rows = await database.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    return rows.map(({ name }) => name);
  };

  const contents = async () => {
    const names = (await tables()).filter((name) => !OF_THE_START.includes(name));
    const found: Record<string, unknown[]> = {};
    for (const name of names)
      found[name] = await database.query(`select to_jsonb(t) as row from ${name} t order by 1`);
    return found;
  };

  const functions = () => listFunctions(database);
  const migrationNames = () => database.query('select name from migrations order by id');

  it('has rows in every table', () => {
    const found = Object.entries(before);
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
  });

  it('is refused with a sentence, and left alone, when it lacks the last migration', async () => {
    const [last] = await database.query(
      `delete from migrations where name = 'BulkRest1795960000000' returning *`,
    );
    await expect(migrate(database.connection, databaseFunctions)).rejects.toThrow(
      'This database is of a version before 0.1 (the migration BulkRest1795960000000 is missing): ' +
        'start version 0.1 on it once, then this version.',
    );
    expect(await functions()).toContain('cast_votes');
    const [{ count }] = await database.query<{ count: string }>('select count(*) from migrations');
    expect(Number(count)).toBe(24);
    await database.query(
      'insert into migrations select * from jsonb_populate_record(null::migrations, $1)',
      [last],
    );
  });

  it('comes to the same schema as an empty one, and loses no row', async () => {
    await migrate(database.connection, databaseFunctions);
    // Later migrations add columns and tables, and drop a column that was never written.
    for (const { row } of before.notices as { row: { statement: null } }[])
      delete (row as Partial<typeof row>).statement;
    expect(await contents()).toMatchObject(before);
    const empty = await createTestDatabase();
    try {
      expect(await describeTables(database)).toBe(await describeTables(empty));
    } finally {
      await empty.drop();
    }
  });

  it('serves, counts and logs as ever', async () => {
    await migrate(database.connection, databaseFunctions);
    // The former version left a bulk job, which would log a removal between the two reads.
    const app = await createTestApp(database, ADMIN, (starting) => {
      starting.get(Rounds).periods.set('bulk', 3_600_000);
    });
    try {
      const [{ id: post }] = await database.query<{ id: string }>('select id from posts');
      const former = await readPage(app, post);
      expect(former.items).toHaveLength(3);
      const reader = await register(app);
      const { id } = await say(app, reader, post, 'After the update');
      expect((await readPage(app, post)).seq).toBe(former.seq + 1);
      const other = await register(app);
      await vote(app, other, id, 1);
      await createPost(app, await admin(app));
      await expect(database.query('delete from decisions')).rejects.toThrow('append-only');
    } finally {
      await app.close();
    }
  });

  it('keeps the functions of its nodes for one build, and their migrations', async () => {
    await migrate(database.connection, databaseFunctions);
    expect(await functions()).toEqual(expect.arrayContaining(['cast_votes', 'signal_queue']));
    expect(await migrationNames()).toEqual([
      ...migrated,
      ...migrations.map(({ name }) => ({ name })),
    ]);
    const next = databaseFunction('of_this_test', `() returns integer language sql as 'select 1'`);
    await migrate(database.connection, [...databaseFunctions, next]);
    const unhashed = (await functions()).filter((name) => !/_[0-9a-f]{8}$/.test(name));
    expect(unhashed).toEqual([]);
  });
});
