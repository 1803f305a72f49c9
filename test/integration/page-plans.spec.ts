import { threadPageSql } from '../../src/comments/thread/thread-page-statement.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Plan {
  'Node Type': string;
  'Subplan Name'?: string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const INDEX = {
  best: 'comments_best_idx',
  newest: 'comments_top_idx',
  oldest: 'comments_top_idx',
  controversial: 'comments_controversial_idx',
} as const;

describe('the first page of a thread', () => {
  let database: TestDatabase;
  let post: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(
      `insert into users (id, kind, username, display_name, email)
       select md5('user ' || n)::uuid, 'member', n, n, n from (select n::text from generate_series(1, 3000) n) t`,
    );
    await database.query(
      `insert into posts (id, slug, title)
       select md5('post ' || n)::uuid, 'post-' || n, 'A post' from generate_series(1, 1000) n`,
    );
    await database.query('insert into post_heads (post_id) select id from posts');
    await database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, best, controversial,
         post_revision, renderer, created_at, published_at, body, html)
       select id, md5('post ' || 1 + n % 10)::uuid, id, 0,
         md5('user ' || 1 + n % 3000)::uuid, 'published', true, (n * 7919 % 10007) / 10007.0, (n * 6101 % 10007) / 10007.0,
         1, 1, now(), now(), repeat('word ', 40), repeat('word ', 40)
       from (select n, md5('comment ' || n)::uuid as id from generate_series(1, 10000) n) rows`,
    );
    await database.query(
      `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
       select id, 1, 'before', 'before', now(), true from comments`,
    );
    await database.query('analyze');
    // The setting of the service's connections.
    await database.query('set plan_cache_mode = force_generic_plan');
    [{ id: post }] = await database.query<{ id: string }>("select md5('post 1')::uuid as id");
  });
  afterAll(() => database.drop());

  function all(plan: Plan): Plan[] {
    return [plan, ...(plan.Plans ?? []).flatMap(all)];
  }

  it.each(['best', 'newest', 'oldest', 'controversial'] as const)(
    'by %s walks its index, and neither sorts nor reads a table',
    async (sort) => {
      await database.query(
        `prepare page_${sort} (uuid, integer, integer, text) as ${threadPageSql(sort, 3, false)}`,
      );
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (format json) execute page_${sort} ('${post}', 20, 3, 'epoch')`,
      );
      const nodes = all(row['QUERY PLAN'][0].Plan);
      const read = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
      expect(read.map((node) => node['Relation Name'])).toEqual([]);
      const first = nodes.find((node) => node['Subplan Name'] === 'CTE l0')!;
      const below = all(first);
      expect(below.filter((node) => node['Node Type'].includes('Sort'))).toEqual([]);
      const walked = below.flatMap((node) => node['Index Name'] ?? []);
      expect(walked[0]).toBe(INDEX[sort]);
      // Ranks have a second index for the hour of hidden scores; replies are found by id.
      const beside = new Set(walked.slice(1).filter((name) => name !== INDEX[sort]));
      beside.delete('comments_top_idx');
      expect([...beside]).toEqual(['comments_replies_idx']);
    },
  );
});
