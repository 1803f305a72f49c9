import { queuePageSql } from '../../src/moderation/queue/queue.repository.js';
import { FULL } from '../support/full-form.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Plan {
  'Node Type': string;
  'Subplan Name'?: string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

const [COMMENTS, FLAGS] = FULL ? [40_000, 100_000] : [12_000, 30_000];
const LIMIT = 20;

describe(`a page of the queue, of ${FLAGS} reports`, () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(
      `insert into users (id, kind, username, display_name, email)
       select gen_random_uuid(), 'member', n, n, n from (select n::text from generate_series(1, 2000) n) t`,
    );
    await database.query(
      `insert into posts (id, slug, title) select gen_random_uuid(), 'post-' || n, 'A post'
       from generate_series(1, 50) n`,
    );
    await database.query('insert into post_heads (post_id) select id from posts');
    await database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html)
       select id, (select array_agg(id) from posts)[1 + n % 50], id, 0,
         (select array_agg(id) from users)[1 + n % 2000],
         case when n % 100 = 0 then 'held' else 'published' end, n % 100 <> 0, 1, 1, now(), now(), 'Text', 'Text'
       from (select n, gen_random_uuid() as id from generate_series(1, ${COMMENTS}) n) rows`,
    );
    await database.query(
      `insert into comment_revisions (comment_id, version, body, html, written_at, marked)
       select id, 1, 'Earlier text', 'Earlier text', now(), true from comments`,
    );
    // Nine of ten reports are decided; the others wait on as many comments.
    await database.query(
      `insert into comment_flags (id, comment_id, post_id, user_id, reason, score, state)
       select gen_random_uuid(), c.id, c.post_id, u.id, 'spam', random() * 10,
         case when n % 10 = 0 then 'open' else 'agreed' end
       from generate_series(1, ${FLAGS}) n
         join (select id, post_id, row_number() over (order by id) as place from comments
           where status = 'published') c on c.place = 1 + n % ${COMMENTS - COMMENTS / 40}
         join (select id, row_number() over () as place from users) u on u.place = 1 + n % 1999`,
    );
    await database.query(
      `update queue_items set kind = 'escalated', escalated_at = now()
       where id in (select id from queue_items where kind = 'reported' limit 300)`,
    );
    await database.query(
      `insert into flagged_texts (comment_id, version, body)
       select distinct comment_id, 1, 'Earlier text' from comment_flags`,
    );
    await database.query('vacuum analyze');
    // The setting of the service's connections.
    await database.query('set plan_cache_mode = force_generic_plan');
    // So many rows with triggers take minutes on a slow machine; nothing waits without a timeout.
  }, 600_000);
  afterAll(() => database.drop());

  function all(plan: Plan): Plan[] {
    return [plan, ...(plan.Plans ?? []).flatMap(all)];
  }

  const WALKED = { age: 'queue_items_age_idx', score: 'queue_items_score_idx' } as const;

  it.each(['held', undefined] as const)(
    'of one discussion and the kind %s walks its index',
    async (kind) => {
      const name = `queue_${kind ?? 'all'}_of_post`;
      await database.query(`prepare ${name} as ${queuePageSql(kind, 'age', true)}`);
      const [{ post }] = await database.query<{ post: string }>(
        `select post_id as post from queue_items where open and kind = 'held' limit 1`,
      );
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, buffers, format json) execute ${name}
           (${LIMIT}, '0', '00000000-0000-0000-0000-000000000000', '${post}')`,
      );
      const plan = row['QUERY PLAN'][0].Plan;
      expect(plan['Actual Rows']).toBe(LIMIT);
      const places = all(plan).find((node) => node['Subplan Name'] === 'CTE places')!;
      const walked = all(places).flatMap((node) => node['Index Name'] ?? []);
      expect(new Set(walked)).toEqual(new Set(['queue_items_post_idx']));
      const read = all(places).map((node) => node['Actual Rows'] * node['Actual Loops']);
      expect(Math.max(...read)).toBeLessThanOrEqual(LIMIT * 3);
    },
  );

  it.each([
    ['new', 'age'],
    ['new', 'score'],
    ['reported', 'age'],
    ['reported', 'score'],
    ['held', 'age'],
    ['held', 'score'],
    ['escalated', 'age'],
    ['escalated', 'score'],
    [undefined, 'age'],
    [undefined, 'score'],
  ] as const)(
    'of the kind %s by %s walks its index, and costs what is shown',
    async (kind, sort) => {
      const name = `queue_${kind ?? 'all'}_${sort}`;
      const first =
        sort === 'age'
          ? '00000000-0000-0000-0000-000000000000'
          : 'ffffffff-ffff-ffff-ffff-ffffffffffff';
      const place =
        kind === 'new' ? `'${first}'` : `${sort === 'age' ? "'0'" : "'Infinity'"}, '${first}'`;
      await database.query(`prepare ${name} as ${queuePageSql(kind, sort)}`);
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, buffers, format json) execute ${name} (${LIMIT}, ${place})`,
      );
      const plan = row['QUERY PLAN'][0].Plan;
      expect(plan['Actual Rows']).toBe(LIMIT);
      const places = all(plan).find((node) => node['Subplan Name'] === 'CTE places')!;
      const walked = all(places).flatMap((node) => node['Index Name'] ?? []);
      expect(walked).toContain(kind === 'new' ? 'comments_new_idx' : WALKED[sort]);
      const scanned = all(plan).filter(
        (node) =>
          node['Node Type'] === 'Seq Scan' &&
          !['sessions', 'queue_claims', 'notices', 'comment_notes', 'user_flags', 'posts'].includes(
            node['Relation Name']!,
          ),
      );
      expect(scanned.map((node) => node['Relation Name'])).toEqual([]);
      // No scan reads more rows than the page shows of its kind.
      const read = all(places).map((node) => node['Actual Rows'] * node['Actual Loops']);
      expect(Math.max(...read)).toBeLessThanOrEqual(LIMIT * 30);
      expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(2_000);
    },
  );

  it('of new ones reads none of the older ones that were reported', async () => {
    await database.query(
      `insert into queue_items (id, subject, kind, post_id)
       select id, 'comment', 'reported', post_id from comments
       where id < (select id from comments order by id desc offset 500 limit 1)
       on conflict (id) do nothing`,
    );
    await database.query('vacuum analyze queue_items, comments');
    const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) execute queue_new_age
         (${LIMIT}, '00000000-0000-0000-0000-000000000000')`,
    );
    const plan = row['QUERY PLAN'][0].Plan;
    expect(plan['Actual Rows']).toBe(LIMIT);
    const read = all(plan).filter(({ 'Index Name': name }) => name?.endsWith('_pkey'));
    expect(read.length).toBeGreaterThan(3);
    expect(Math.max(...read.map((node) => node['Actual Loops']))).toBeLessThanOrEqual(LIMIT * 20);
  });
});
