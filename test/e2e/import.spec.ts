import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runImport } from '../../src/cli/import.command.js';
import { commandHere } from '../support/command-here.js';
import { oneOf } from '../support/full-form.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Outcome {
  code: number;
  /** The report in the last line of the output; null when that is not JSON. */
  report: { posts: number; imported: number; skipped: Record<string, number> } | null;
  output: string;
  error: string;
}

const DISQUS = 'test/fixtures/forum.disqus.xml';
const WORDPRESS = 'test/fixtures/site.wordpress.xml';
const SHARED = resolve('../shared/data');

describe('npm run import', () => {
  let database: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'colloquy-import-'));
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = () => ({ DATABASE_URL: database.url, DATA_DIR: folder });
  const run = (...args: string[]) => runHere(settings(), args);

  const rows = async () => {
    const [{ count }] = await database.query<{ count: number }>(
      'select count(*)::int as count from comments',
    );
    return count;
  };

  /** Rows of the export itself, counted without the service's parser. */
  const elements = (file: string, name: string) =>
    readFileSync(file, 'utf8').split(`<${name}`).length - 1;

  it.each(
    oneOf([
      ['disqus', DISQUS, 'post dsq:id'],
      ['wordpress', WORDPRESS, 'wp:comment>'],
    ]),
  )('brings a %s export once, and counts every row of it', async (format, file, element) => {
    const first = await runAsProcess(settings(), [format, file]);
    expect(first).toMatchObject({ code: 0, report: { imported: expect.any(Number) } });
    const { imported, skipped, posts } = first.report!;
    const skippedRows = Object.values(skipped).reduce((sum, count) => sum + count, 0);
    expect(imported + skippedRows).toBe(elements(file, element));
    expect(imported).toBeGreaterThan(0);
    expect(posts).toBeGreaterThan(0);
    expect(await rows()).toBe(imported);
    const second = await run(format, file);
    expect(second.report).toEqual({
      posts: 0,
      imported: 0,
      skipped: { ...skipped, already_there: imported + (skipped.already_there ?? 0) },
    });
    expect(await rows()).toBe(imported);
  });

  it('keeps counts, states, threads and foreign ids', async () => {
    await run('wordpress', WORDPRESS);
    await run('disqus', DISQUS);
    const drift = await database.query(
      `select p.slug from posts p join post_heads h on h.post_id = p.id
       where h.comment_count <> (select count(*) from comments c where c.post_id = p.id and c.status = 'published')`,
    );
    const replies = await database.query(
      `select c.id from comments c where c.reply_count <>
         (select count(*) from comments r where r.parent_id = c.id and r.listed)
         or c.listed <> (c.status = 'published' or c.reply_count > 0)`,
    );
    expect({ drift, replies }).toEqual({ drift: [], replies: [] });
    const states = await database.query<{ status: string }>(
      'select distinct status from comments order by 1',
    );
    expect(states.map((row) => row.status)).toEqual(['deleted', 'held', 'published', 'removed']);
    const [{ missing }] = await database.query<{ missing: number }>(
      'select count(*)::int as missing from comments where foreign_id is null or source is null',
    );
    expect(missing).toBe(0);
    const misdated = await database.query(
      `select id from comments where ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint
         <> floor(extract(epoch from created_at) * 1000)`,
    );
    expect(misdated).toEqual([]);
    const events = await database.query<{ type: string }>('select distinct type from post_events');
    expect(events).toEqual([{ type: 'thread.replaced' }]);
  });

  it('goes on where an earlier import ended, below what that brought', async () => {
    const text = readFileSync(DISQUS, 'utf8');
    const at = text.lastIndexOf('<post ');
    const shorter = join(folder, 'shorter.xml');
    writeFileSync(
      shorter,
      text.slice(0, at) + text.slice(text.indexOf('</post>', at) + '</post>'.length),
    );
    const before = await run('disqus', shorter);
    const after = await run('disqus', DISQUS);
    expect(after.report!.imported + before.report!.imported).toBe(await rows());
    expect(after.report!.skipped.already_there).toBe(before.report!.imported);
  });

  it('takes a page of another site for another one, whatever its id', async () => {
    const file = (host: string, date: string, page = 'first') => {
      const path = join(folder, `${host}-${page}.xml`);
      writeFileSync(
        path,
        `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>
          <title>On ${host}</title><link>https://${host}/${page}/</link><wp:post_id>1</wp:post_id>
          <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Anna</wp:comment_author>
            <wp:comment_date_gmt>${date} 12:00:00</wp:comment_date_gmt>
            <wp:comment_content>Said in ${date.slice(0, 4)}</wp:comment_content>
            <wp:comment_approved>1</wp:comment_approved></wp:comment>
        </item></channel></rss>`,
      );
      return path;
    };
    const imported = async (...of: Parameters<typeof file>) =>
      (await run('wordpress', file(...of))).report;
    const fresh = { posts: 1, imported: 1, skipped: {} };
    const known = { posts: 0, imported: 0, skipped: { already_there: 1 } };
    expect(await imported('one.example', '2021-01-01')).toEqual(fresh);
    expect(await imported('another.example', '2022-01-01')).toEqual(fresh);
    // The site has changed the addresses of its pages, and then its host name.
    expect(await imported('www.one.example', '2021-01-01', 'new')).toEqual(known);
    expect(await imported('moved.example', '2021-01-01')).toEqual(known);
  });

  it('says by which source it tells ids apart, which --source names', async () => {
    const told = await run('disqus', DISQUS);
    expect(told.output).toContain('The source is disqus amberfilm.');
    const named = await run('wordpress', WORDPRESS, '--source', 'box');
    expect(named.output).toContain('The source is wordpress box.');
    const [{ sources }] = await database.query<{ sources: string[] }>(
      'select array_agg(distinct source order by source) as sources from comments',
    );
    expect(sources).toEqual(['disqus amberfilm', 'wordpress box']);
  });

  it('writes nothing of a broken file, and names the line', async () => {
    const broken = join(folder, 'broken.xml');
    writeFileSync(broken, readFileSync(WORDPRESS, 'utf8').slice(0, -200));
    const outcome = await run('wordpress', broken);
    expect(outcome).toMatchObject({ code: 1, report: null });
    expect(outcome.error).toMatch(/line \d+/);
    const [{ count }] = await database.query<{ count: number }>(
      'select count(*)::int as count from posts',
    );
    expect(count).toBe(0);
  });

  it('repairs with --lenient what it refuses without, and says so', async () => {
    const crooked = join(folder, 'crooked.xml');
    writeFileSync(crooked, `Warning: something\n${readFileSync(DISQUS, 'utf8')}`);
    expect(await run('disqus', crooked)).toMatchObject({
      code: 1,
      error: expect.stringContaining('--lenient'),
    });
    const repaired = await run('disqus', crooked, '--lenient');
    expect(repaired).toMatchObject({ code: 0, output: expect.stringMatching(/Repaired line 1/) });
  });

  const present = existsSync(SHARED) ? it : it.skip;
  present('brings real exports', async () => {
    const disqus = await run('disqus', join(SHARED, 'isso-sample.disqus.xml'));
    expect(disqus.report).toEqual({ posts: 2, imported: 5, skipped: { missing_thread: 1 } });
    const wordpress = await run('wordpress', join(SHARED, 'theme-unit-test.wordpress.xml'));
    expect(wordpress.report).toEqual({
      posts: 5,
      imported: 27,
      skipped: { pingback: 2, trackback: 2, password_protected: 1 },
    });
  });
});

describe('what npm run import refuses', () => {
  it.each([
    [['disqus', WORDPRESS]],
    [['disqus', 'no-such-file.xml']],
    [['ghost', DISQUS]],
    [['disqus']],
    [['disqus', DISQUS, '--faster']],
    [['disqus', DISQUS, '--source', ' ']],
  ])('it refuses with a sentence: %j', async (args) => {
    const outcome = await runHere({}, args);
    expect(outcome.code).toBe(1);
    expect(outcome.error.trim()).not.toBe('');
  });

  it('ends the process with 1 and that sentence, and no trace', async () => {
    const outcome = await runAsProcess({}, ['disqus', WORDPRESS]);
    expect(outcome.code).toBe(1);
    expect(outcome.error.trim()).not.toBe('');
    expect(outcome.error).not.toMatch(/\n\s+at /);
  });
});

/** Runs the command in this process, which has already loaded the service's modules. */
async function runHere(env: Record<string, string>, args: string[]): Promise<Outcome> {
  const { code, output, error } = await commandHere(env, () => runImport(args));
  return outcomeOf(code, output, error);
}

function runAsProcess(env: Record<string, string>, args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('dist/cli/main.js'), 'import', ...args],
      { env: { PATH: process.env.PATH, ...env } },
      (fault, output, error) => done(outcomeOf(fault ? Number(fault.code) : 0, output, error)),
    );
  });
}

function outcomeOf(code: number, output: string, error: string): Outcome {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return { code, report: last.startsWith('{') ? JSON.parse(last) : null, output, error };
}
