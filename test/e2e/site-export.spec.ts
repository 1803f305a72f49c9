import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runExport } from '../../src/cli/export.command.js';
import { runImport } from '../../src/cli/import.command.js';
import { withClient } from '../../src/database/connection.js';
import { NEWEST_MIGRATION } from '../../src/database/migrate.js';
import { ArchiveReads } from '../../src/transfer/archive/archive-reads.repository.js';
import { ARCHIVE_TABLES, LEFT_OUT } from '../../src/transfer/archive/archive-tables.js';
import { ArchiveWriter } from '../../src/transfer/archive/write-archive.js';
import { ACCESS_ENV, Cast } from '../support/access/viewers.js';
import { CANARY, Planting } from '../support/canaries/planting.js';
import { commandHere } from '../support/command-here.js';
import { inFull } from '../support/full-form.js';
import { createLimitedRole } from '../support/limited-role.js';
import { addOddRows } from '../support/odd-rows.js';
import { admin, logIn, PASSWORD } from '../support/people.js';
import { describeTables } from '../support/schema.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import type { Page } from '../support/threads.js';

/** A site with something of everything, and its export. */
describe('npm run export', () => {
  let source: TestDatabase;
  let app: TestApp;
  let cast: Cast;
  let planting: Planting;
  let folder: string;
  const others: TestDatabase[] = [];
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-export-'));
    source = await createTestDatabase();
    app = await createTestApp(source, ACCESS_ENV);
    cast = await Cast.of(app, source, await admin(app));
    planting = new Planting(app, source, cast);
    await planting.plantPost(async () => undefined);
    await planting.plantBanned();
    await write('site.ndjson');
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    for (const database of [source, ...others]) await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = (database: TestDatabase) => ({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PUBLIC_URL: 'https://talk.example',
  });
  const write = (file: string, { from = source, format = 'colloquy' } = {}) =>
    commandHere(settings(from), () => runExport([at(file), '--format', format]));
  const read = (file: string, into: TestDatabase, env = settings(into), format = 'colloquy') =>
    commandHere(env, () => runImport([format, at(file)]));
  const anotherDatabase = async () => {
    const database = await createTestDatabase();
    others.push(database);
    return database;
  };
  const pageOf = async (of: TestApp): Promise<Page> =>
    (await of.request.get(`/api/v1/posts/${planting.posts[0]}/comments?limit=100`).expect(200))
      .body;

  it('brings a site back, whose people and discussions are as they were', async () => {
    const target = await anotherDatabase();
    const { code, output } = await read('site.ndjson', target);
    const [{ comments, posts }] = await source.query<{ comments: number; posts: number }>(
      `select (select count(*)::int from comments) as comments, (select count(*)::int from posts) as posts`,
    );
    expect(code).toBe(0);
    const report = output.split('\n').at(-1)!;
    expect(JSON.parse(report)).toEqual({ posts, imported: comments, skipped: {} });
    const there = await createTestApp(target, ACCESS_ENV);
    try {
      const [before, after] = [await pageOf(app), await pageOf(there)];
      expect(after.items.length).toBeGreaterThan(3);
      expect({ ...after, epoch: '' }).toEqual({ ...before, epoch: '' });
      expect(after.epoch).not.toBe(before.epoch);
      const { user } = await logIn(there, cast.person('author').username, PASSWORD);
      expect(user.id).toBe(cast.person('author').id);
      const { refreshToken } = cast.person('member');
      await there.request.post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
      // The triggers are enabled again.
      await expect(target.query('delete from decisions')).rejects.toThrow(/append-only|change/i);
    } finally {
      await there.close();
    }
  });

  it('brings every row and value back, and leaves the schema as it was', async () => {
    const odd = await anotherDatabase();
    const [target, untouched] = [await anotherDatabase(), await anotherDatabase()];
    expect(await read('site.ndjson', odd)).toMatchObject({ code: 0 });
    await addOddRows(odd);
    await write('odd.ndjson', { from: odd });
    writeFileSync(at('odd.ndjson.gz'), gzipSync(readFileSync(at('odd.ndjson'))));
    expect(await read('odd.ndjson.gz', target)).toMatchObject({ code: 0, error: '' });
    for (const { name, key } of ARCHIVE_TABLES) {
      const rows = (database: TestDatabase) => rowsOf(database, name, key);
      expect([name, await rows(target)]).toEqual([name, await rows(odd)]);
    }
    expect(await describeTables(target)).toBe(await describeTables(untouched));
    const asleep = await target.query(`select tgname from pg_trigger where tgenabled <> 'O'`);
    expect(asleep).toEqual([]);
    await write('again.ndjson', { from: target });
    const [[header, ...lines], [first, ...others]] = ['again.ndjson', 'odd.ndjson'].map((file) =>
      readFileSync(at(file), 'utf8').split('\n'),
    );
    expect(lines).toEqual(others);
    expect(JSON.parse(header).epoch).not.toBe(JSON.parse(first).epoch);
  });

  it('leaves no session and no job in the file, which its owner alone may read', () => {
    const text = readFileSync(at('site.ndjson'), 'utf8');
    expect(text).toMatch(/^\{"colloquy":1,"schema":\d+,"at":"[^"]+Z","epoch":"[^"]+"\}\n/);
    for (const table of Object.keys(LEFT_OUT)) expect(text).not.toContain(`{"table":"${table}"`);
    expect(statSync(at('site.ndjson')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('is refused by a database that is not empty, without waiting for who reads there', async () => {
    const target = await anotherDatabase();
    await target.query(
      `insert into posts (id, slug, title) values (gen_random_uuid(), 'one', 'One')`,
    );
    await target.query('begin');
    await target.query('select slug from posts');
    const { code, error } = await read('site.ndjson', target);
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('not empty') });
    await target.query('commit');
    expect(await target.query('select slug from posts')).toEqual([{ slug: 'one' }]);
  });

  inFull('is refused where something else reads the empty database', async () => {
    const target = await anotherDatabase();
    await target.query('begin');
    await target.query('select slug from posts');
    const { code, error } = await read('site.ndjson', target);
    await target.query('commit');
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('something else') });
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const database = await anotherDatabase();
    await withClient(database.connection, 'test', async (client) => {
      const writer = new ArchiveWriter(new ArchiveReads(client), NEWEST_MIGRATION, () => undefined);
      const lines = writer.write();
      await lines.next();
      await database.query(
        `insert into posts (id, slug, title) values (gen_random_uuid(), 'late', 'Late')`,
      );
      const rest: string[] = [];
      for await (const line of lines) rest.push(line);
      expect(rest.length).toBeGreaterThan(ARCHIVE_TABLES.length);
      expect(writer.counts).toMatchObject({ site: 1, posts: 0 });
    });
  });

  const LAST_LINE = /\{"end".*\n$/;
  it.each<[string, RegExp, (text: string) => string]>([
    ['a cut one', /cut off/, (text) => text.slice(0, -500)],
    ['one without its last line', /cut off/, (text) => text.replace(LAST_LINE, '')],
    [
      'one that lacks a row',
      /not as many rows/,
      (text) => text.replace(/\n\["[^\n]*(?=\n\{"table":"user_names")/, ''),
    ],
    [
      'one with a broken row',
      /line 3: no row of the table site/,
      (text) => text.replace('\n["true"', '\n[true'),
    ],
    [
      'one of a newer form',
      /newer version/,
      (text) => text.replace('"colloquy":1', '"colloquy":2'),
    ],
    ['one of a newer schema', /newer version/, (text) => text.replace(/"schema":\d/, '"schema":9')],
    [
      'one of an older schema',
      /older version/,
      (text) => text.replace(/"schema":\d\d/, '"schema":10'),
    ],
    ['one of something else', /no export of Colloquy/, () => '<rss></rss>'],
    [
      'one whose row the database refuses',
      /row of the table users/,
      (text) => text.replace('"admin"', '"king"'),
    ],
    [
      'one with a reference to nothing',
      /constraint/,
      (text) =>
        text.replace(
          /(\{"table":"user_names".*\n\["[^"]*", )"[^"]*"/,
          `$1"${'0'.repeat(8)}-0000-0000-0000-000000000000"`,
        ),
    ],
  ])('as %s is refused, and nothing is written', async (_, error, damage) => {
    const target = await anotherDatabase();
    const text = readFileSync(at('site.ndjson'), 'utf8');
    writeFileSync(at('damaged.ndjson'), damage(text));
    expect(damage(text) === text).toBe(false);
    const outcome = await read('damaged.ndjson', target);
    expect(outcome).toMatchObject({ code: 1, error: expect.stringMatching(error) });
    const rows = await target.query(
      'select (select count(*)::int from users) as users, (select count(*)::int from site) as sites',
    );
    expect(rows).toEqual([{ users: 0, sites: 1 }]);
  });

  it('is brought in by the owner where the service runs as a role that owns nothing', async () => {
    const target = await anotherDatabase();
    const role = await createLimitedRole(target);
    try {
      const env = { ...settings(target), DATABASE_URL: role.url };
      const alone = await read('site.ndjson', target, env);
      expect(alone).toMatchObject({
        code: 1,
        error: expect.stringContaining('DATABASE_MIGRATE_URL'),
      });
      const owned = await read('site.ndjson', target, {
        ...env,
        DATABASE_MIGRATE_URL: target.url,
      } as never);
      expect(owned).toMatchObject({ code: 0, error: '' });
    } finally {
      await role.drop();
    }
  });

  it('keeps the file that was there when it cannot write another', async () => {
    const newer = await anotherDatabase();
    await newer.query(
      `insert into migrations (timestamp, name) values (9796000000000, 'Newer9796000000000')`,
    );
    writeFileSync(at('kept.ndjson'), 'before');
    const { code, error } = await write('kept.ndjson', { from: newer });
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('newer build') });
    expect(readFileSync(at('kept.ndjson'), 'utf8')).toBe('before');
    expect(await write('no-such-folder/site.ndjson')).toMatchObject({ code: 1 });
    expect(existsSync(at('no-such-folder'))).toBe(false);
  });

  it.each(['wxr', 'csv'])(
    'shows in %s what everybody may read, and nothing else',
    async (format) => {
      expect(await write(`public.${format}`, { format })).toMatchObject({ code: 0 });
      const text = readFileSync(at(`public.${format}`), 'utf8');
      expect(text.includes('Everybody may read')).toBe(true);
      const shown = new Set(text.match(CANARY));
      const hidden = [...planting.planted].filter(([canary]) => shown.has(canary));
      expect(hidden.map(([, { where }]) => where)).toEqual([]);
      expect(text.match(/.*@example.org.*/)?.[0]).toBeUndefined();
    },
  );

  it('in wxr is read by the import of WordPress, with times, authors and replies', async () => {
    const target = await anotherDatabase();
    await write('public.xml', { format: 'wxr' });
    expect(await read('public.xml', target, settings(target), 'wordpress')).toMatchObject({
      code: 0,
    });
    const comments = (database: TestDatabase) =>
      database.query(
        `select replace(c.html, E'\\n', '') as html, u.display_name as name,
           date_trunc('second', c.created_at) as at, a.html as above
         from comments c join users u on u.id = c.author_id
           left join comments a on a.id = c.parent_id and a.status = 'published'
         where c.status = 'published' order by at, html`,
      );
    expect(await comments(target)).toEqual(await comments(source));
  });
});

/** Rows as text, since JavaScript numbers are less precise; without the columns not exported. */
async function rowsOf(database: TestDatabase, name: string, key: readonly string[]) {
  const left = Object.keys(LEFT_OUT).flatMap((path) =>
    path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : [],
  );
  const order = key.map((column) => `t.${column}::text collate "C"`).join(', ');
  return database.query<{ row: string }>(
    `select (to_jsonb(t) - $1::text[])::text as row from ${name} t order by ${order}`,
    [left],
  );
}
