import { newId } from '../../src/database/ids.js';
import { ThreadRepository } from '../../src/comments/thread/thread.repository.js';
import { EVERYONE } from '../../src/comments/shape/visibility.js';
import type { Database, Statement } from '../../src/database/database.js';
import { EventLogRepository } from '../../src/events/event-log.repository.js';
import { FULL } from '../support/full-form.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { queryableBy } from '../support/queryable.js';

/** A deeper index costs one more page per lookup. */
const MOST = 1.5;
const SIZES = [1_000, FULL ? 100_000 : 25_000] as const;

interface Thread {
  post: string;
  /** A comment with a hundredth of the thread as descendants. */
  celebrity: string;
  /** The end of a chain of sixty replies. */
  deepest: string;
}

/**
 * Buffers that each statement of the read path touches, counted by Postgres: pages in memory or on
 * disk, independent of the machine.
 */
describe('the pages of memory that a reader costs', () => {
  let database: TestDatabase;
  let threads: Thread[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(
      `insert into users (id, kind, username, display_name, email)
       select gen_random_uuid(), 'member', n, n, n from (select n::text from generate_series(1, 500) n) t`,
    );
    threads = [];
    for (const size of SIZES) threads.push(await makeThread(size));
    // As after autovacuum: index-only scans skip the table for vacuumed pages.
    await database.query('vacuum analyze');
    // The setting of the service's connections.
    await database.query('set plan_cache_mode = force_generic_plan');
    // So many rows take minutes on a slow machine, and nothing here waits without a timeout.
  }, 600_000);
  afterAll(() => database.drop());

  /** Three in ten are top-level, one in a hundred below one comment, the rest below others. */
  async function makeThread(size: number): Promise<Thread> {
    const post = newId();
    await database.query(
      `insert into posts (id, slug, title, scores_hidden_until) values ($1, $2, 'A post', null)`,
      [post, `thread-${size}`],
    );
    await database.query(
      'insert into post_heads (post_id, seq, comment_count) values ($1, $2::integer, $2::integer)',
      [post, size],
    );
    await database.query(
      `with ids as (
         select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n * 10 + $2::integer), 12, '0'))::uuid as id
         from generate_series(1, $2::integer) n
       ), shape as (
         select n, id, case when n between 2 and 60 then n - 1 when n > 61 and n % 100 = 0 then 61
           when n % 10 < 3 or n < 70 then null else n - 1 - n % 7 end as parent
         from ids
       )
       insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, best, controversial,
         post_revision, renderer, created_at, published_at, body, html)
       select s.id, $1, p.id, s.id, 0, (select array_agg(id) from users)[1 + s.n % 500], 'published', true,
         (s.n * 7919 % 1000) / 1000.0, (s.n * 7907 % 1000) / 1000.0,
         1, 1, now(), now(), repeat('word ', 40), repeat('word ', 40)
       from shape s left join ids p on p.n = s.parent`,
      [post, size],
    );
    await database.query(
      `update comments set reply_count = counted.replies
       from (select parent_id, count(*) as replies from comments where post_id = $1 group by parent_id) counted
       where id = counted.parent_id`,
      [post],
    );
    await database.query(
      `insert into post_events (post_id, seq, type, comment_id)
       select $1, row_number() over (order by id), 'comment.created', id from comments where post_id = $1`,
      [post],
    );
    const idOf = async (place: number) =>
      (
        await database.query<{ id: string }>(
          'select id from comments where post_id = $1 order by id limit 1 offset $2',
          [post, place - 1],
        )
      )[0].id;
    return { post, celebrity: await idOf(61), deepest: await idOf(60) };
  }

  /** Explains the statements of a repository, and sums up their buffers. */
  async function touched(read: (on: Database) => Promise<unknown>): Promise<number> {
    let buffers = 0;
    const query = async ({ text, values }: Statement) => {
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        [...(values ?? [])],
      );
      const { Plan: plan } = row['QUERY PLAN'][0];
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return [];
    };
    await read(queryableBy(query) as Database);
    return buffers;
  }

  const page = { after: null, limit: 20, levels: 3, replies: 3, epoch: newId() };
  const reads: Record<string, (thread: Thread, on: Database) => Promise<unknown>> = {
    'a page by best': ({ post }, on) =>
      new ThreadRepository(on).findPage({ ...page, postId: post, listing: 'best' }),
    'a page by newest': ({ post }, on) =>
      new ThreadRepository(on).findPage({ ...page, postId: post, listing: 'newest' }),
    'a page by oldest, with the comment that everybody answers': ({ post }, on) =>
      new ThreadRepository(on).findPage({ ...page, postId: post, listing: 'oldest' }),
    'more replies of that comment': ({ post, celebrity: parentId }, on) =>
      new ThreadRepository(on).findPage({
        ...page,
        postId: post,
        parentId,
        listing: 'replies',
        limit: 5,
      }),
    'the context of a deep comment': ({ deepest }, on) =>
      new ThreadRepository(on).findContext(deepest, EVERYONE, 20),
    'a hundred events from the middle of the log': ({ post }, on) =>
      new EventLogRepository(on).listAfter(post, 500, 100),
  };

  it.each(Object.keys(reads))('do not grow with the thread: %s', async (what) => {
    const costs: number[] = [];
    for (const thread of threads) costs.push(await touched((on) => reads[what](thread, on)));
    const [small, large] = costs;
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThanOrEqual(small * MOST + 10);
  });
});
