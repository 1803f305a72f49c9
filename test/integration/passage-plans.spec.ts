import { MAX } from '../../src/database/ids.js';
import { QuotesRepository } from '../../src/comments/status/quotes.repository.js';
import { ReadStateRepository } from '../../src/comments/read-state/read-state.repository.js';
import type { Database, Statement } from '../../src/database/database.js';
import { PassagesRepository } from '../../src/passages/passages.repository.js';
import { PostUpdatesRepository } from '../../src/passages/post-updates.repository.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { queryableBy } from '../support/queryable.js';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

describe('what asks for passages', () => {
  let database: TestDatabase;
  let post: string;
  let user: string;
  let comment: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(
      `insert into users (id, kind, username, display_name, email)
       select gen_random_uuid(), 'member', n, n, n from (select n::text from generate_series(1, 2000) n) t`,
    );
    await database.query(
      `insert into posts (id, slug, title)
       select gen_random_uuid(), 'post-' || n, 'A post' from generate_series(1, 1000) n`,
    );
    await database.query('insert into post_heads (post_id) select id from posts');
    // One in fifty has a passage, another one a quote.
    await database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, anchor, quotes)
       select id, (select array_agg(id) from posts)[1 + n % 100], id, 0,
         (select array_agg(id) from users)[1 + n % 2000], 'published', true, 1, 1, now(), now(),
         repeat('word ', 40), repeat('word ', 40),
         case when n % 50 = 0 then jsonb_build_object('quote', jsonb_build_object('exact', 'x'), 'state', 'exact',
           'position', jsonb_build_object('start', n, 'end', n + 1),
           'place', jsonb_build_object('start', n, 'end', n + 1), 'placeRevision', 1) end,
         case when n % 50 = 1 then jsonb_build_array(jsonb_build_object('commentId', gen_random_uuid(),
           'version', 1, 'start', 0, 'end', 1)) end
       from (select n, gen_random_uuid() as id from generate_series(1, 20000) n) rows`,
    );
    await database.query(
      `insert into post_updates (id, post_id, author_id, revision, body, html)
       select gen_random_uuid(), (select array_agg(id) from posts)[1 + n % 100],
         (select array_agg(id) from users)[1 + n % 2000], 1, 'x', 'x' from generate_series(1, 5000) n`,
    );
    await database.query(
      `insert into post_update_credits (update_id, comment_id, post_id, user_id)
       select u.id, c.id, c.post_id, c.author_id from post_updates u cross join lateral (
         select * from comments where post_id = u.post_id limit 2) c`,
    );
    await database.query(
      `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
       select id, 1, 'before', 'before', now(), true from comments limit 5000`,
    );
    await database.query('vacuum analyze');
    await database.query('set plan_cache_mode = force_generic_plan');
    [{ post, user, comment }] = await database.query<{
      post: string;
      user: string;
      comment: string;
    }>('select post_id as post, author_id as user, id as comment from comments limit 1');
  });
  afterAll(() => database.drop());

  let count = 0;
  /** The nodes of the generic plan of a repository's statement. */
  async function plan(read: (on: Database) => Promise<unknown>): Promise<Plan[]> {
    const nodes: Plan[] = [];
    const query = async ({ text, values = [] }: Statement) => {
      const name = `asked_${++count}`;
      await database.query(`prepare ${name} as ${text}`);
      const given = values.map((value) =>
        value === null ? 'null' : `'${value as string | number}'`,
      );
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (format json) execute ${name} (${given.join(', ')})`,
      );
      nodes.push(...all(row['QUERY PLAN'][0].Plan));
      return [];
    };
    await read(queryableBy(query) as Database).catch(() => undefined);
    return nodes;
  }

  function all(node: Plan): Plan[] {
    return [node, ...(node.Plans ?? []).flatMap(all)];
  }

  const reads: Record<string, [string, (on: Database) => Promise<unknown>]> = {
    'the passages of a post': [
      'comments_anchored_idx',
      (on) => new PassagesRepository(on).findPage(post),
    ],
    'passages to be found again': [
      'comments_anchored_idx',
      (on) => new PassagesRepository(on).listBefore(post, 2, null, 100),
    ],
    'what quotes a comment': [
      'comments_quoting_idx',
      (on) => new QuotesRepository(on).listQuoting(on as never, comment, 101),
    ],
    'the updates of a post': [
      'post_updates_post_idx',
      (on) => new PostUpdatesRepository(on).list(post, 20, MAX),
    ],
    'the credits of a reader': [
      'post_update_credits_user_idx',
      (on) => new ReadStateRepository(on).listCredits(user, post),
    ],
    'own comments that wait': [
      'comments_author_idx',
      (on) => new ReadStateRepository(on).listHeld(user, post),
    ],
    'the pace of an author': [
      'comments_author_idx',
      (on) => new ReadStateRepository(on).findPace(user, post, 30),
    ],
  };

  it.each(Object.keys(reads))('walks an index and reads no table: %s', async (what) => {
    const [index, read] = reads[what];
    const nodes = await plan(read);
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });
});
