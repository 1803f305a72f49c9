import type { Database } from '../../src/database/database.js';
import { CaseMailingsRepository } from '../../src/notifications/cases/case-mailings.repository.js';
import { planOf } from '../support/plans.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const STAFF = 50;
const KINDS = 3;

/** Generated: 20,000 accounts with fifty staff, and as many news items as one round takes. */
const ROWS = [
  `insert into users (id, kind, role, username, display_name, email, email_verified_at)
   select md5('user ' || n)::uuid, 'member', case when n <= ${STAFF} then 'admin' else 'member' end, n, n, n, now()
   from generate_series(1, 20000) n`,
  `insert into notification_preferences (user_id, type, bell, mail)
   select id, wanted.kind, true, 'at_once' from users, unnest(array['held', 'reported', 'notice']) as wanted (kind)
   where role = 'admin' and username::integer % 2 = 0`,
  `insert into posts (id, slug, title) values (md5('post')::uuid, 'post', 'A post')`,
  'insert into post_heads (post_id) select id from posts',
  `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer, created_at,
     published_at, body, html)
   select id, md5('post')::uuid, id, 0, md5('user ' || n)::uuid, 'published', true, 1, 1, now(), now(), 'x', 'x'
   from generate_series(1001, 3000) n, lateral (select md5('comment ' || n)::uuid as id) c`,
  `insert into case_news (kind, comment_id)
   select case n % 2 when 0 then 'held' else 'reported' end, md5('comment ' || n)::uuid
   from generate_series(1001, 3000) n`,
  `insert into case_mails (id, user_id, kind, comment_id, cause, mail_id, mailed_at)
   select gen_random_uuid(), id, 'held', id, gen_random_uuid(), case when n > 20 then id end, case when n > 20 then now() end
   from users, generate_series(1, 200) n where role = 'admin'`,
  'vacuum analyze',
];

describe('what decides whom to mail of cases', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    for (const rows of ROWS) await database.query(rows);
    await database.query('set plan_cache_mode = force_generic_plan');
  });
  afterAll(() => database.drop());

  const tell = (on: Database) => new CaseMailingsRepository(on).tell();

  it('asks each of the staff once a kind, however much news there is', async () => {
    const { nodes, loops } = await planOf(
      database,
      ['notification_preferences', 'case_mails'],
      tell,
    );
    expect(nodes).toBeGreaterThan(0);
    expect(loops).toBeGreaterThan(0);
    expect(loops).toBeLessThanOrEqual(STAFF * KINDS);
  });

  it('reads no large table whole', async () => {
    expect((await planOf(database, ['users', 'comments'], tell)).whole).toEqual([]);
  });
});
