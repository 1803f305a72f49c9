import { MAX, NIL } from 'uuid';
import type { Database, Statement } from '../../src/database/database.js';
import { NotificationsRepository } from '../../src/notifications/bell/notifications.repository.js';
import { DueRepository } from '../../src/notifications/following/due.repository.js';
import {
  FollowedLogsRepository,
  type LogPiece,
} from '../../src/notifications/following/followed-logs.repository.js';
import { RecipientsRepository } from '../../src/notifications/following/recipients.repository.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** Tables that grow with the site; a plan that reads one whole would stop the follower. */
const LARGE = ['comments', 'users', 'post_events', 'notifications', 'subscriptions', 'posts'];

/** Made of numbers: 50,000 comments of 5,000 accounts on 500 posts, each followed by fifty. */
const ROWS = [
  `insert into users (id, kind, username, display_name, email)
   select md5('user ' || n)::uuid, 'member', 'user-' || n, n, n from generate_series(1, 5000) n`,
  `insert into posts (id, slug, title)
   select md5('post ' || n)::uuid, 'post-' || n, 'A post' from generate_series(1, 500) n`,
  'insert into post_heads (post_id, seq) select id, 100 from posts',
  'insert into followed_posts (post_id, seq) select id, 50 from posts',
  `insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, post_revision, renderer,
     created_at, published_at, body, html)
   select md5('comment ' || n)::uuid, md5('post ' || 1 + n % 500)::uuid,
     case when n > 25000 then md5('comment ' || n - 25000)::uuid end, md5('comment ' || n)::uuid, 0,
     md5('user ' || 1 + n * 7 % 5000)::uuid, 'published', true, 1, 1, now(), now(),
     case when n % 10 = 0 then 'Ask @user-' || n % 5000 else repeat('word ', 40) end, 'x'
   from generate_series(1, 50000) n`,
  `insert into post_events (post_id, seq, type, comment_id, facts)
   select post_id, row_number() over (partition by post_id order by id), 'comment.created', id, '{}' from comments`,
  `insert into subscriptions (user_id, post_id, level, since)
   select md5('user ' || 1 + (p * 50 + n) % 5000)::uuid, md5('post ' || p)::uuid, 'all', '2026-01-01'
   from generate_series(1, 500) p, generate_series(1, 50) n`,
  `insert into ignored_users (user_id, ignored_id)
   select md5('user ' || n)::uuid, md5('user ' || 1 + n % 5000)::uuid from generate_series(1, 5000) n`,
  `insert into notifications (id, user_id, type, cause, comment_id, post_id, state, ready_at, read_at)
   select gen_random_uuid(), md5('user ' || 1 + n % 5000)::uuid, 'followed', c.id, c.id, c.post_id, 'told',
     '2026-01-01', case when n % 10 > 0 then now() end
   from generate_series(1, 50000) n join comments c on c.id = md5('comment ' || n)::uuid`,
  'vacuum analyze',
];

describe('what decides who is told', () => {
  let database: TestDatabase;
  let pieces: LogPiece[];
  let user: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const rows of ROWS) await database.query(rows);
    await database.query('set plan_cache_mode = force_generic_plan');
    const posts = await database.query<{ id: string }>('select id from posts limit 20');
    pieces = posts.map(({ id }) => ({ postId: id, after: 50, upTo: 100, more: false }));
    [{ id: user }] = await database.query<{ id: string }>('select id from users limit 1');
  });
  afterAll(() => database.drop());

  let count = 0;
  /** Carries out what a repository asks for, and takes it back. @returns the nodes of its plans */
  async function plan(work: (on: Database) => Promise<unknown>): Promise<Plan[]> {
    const nodes: Plan[] = [];
    const query = async ({ text, values = [] }: Statement) => {
      const name = `asked_${++count}`;
      await database.query(`prepare ${name} as ${text}`);
      await database.query('begin');
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, format json) execute ${name} ${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`,
      );
      await database.query('rollback');
      nodes.push(...all(row['QUERY PLAN'][0].Plan));
      return [];
    };
    await work({ query, execute: query } as unknown as Database).catch(() => undefined);
    return nodes;
  }

  const all = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];

  const named = () =>
    pieces.map(({ postId }, place) => ({ commentId: postId, place, name: `user-${place}` }));
  const works: Record<string, (on: Database) => Promise<unknown>> = {
    'taking logs': (on) =>
      new FollowedLogsRepository(on).take(on, ids(), { events: 500, rows: 1_000 }),
    'moving on in logs': (on) => new FollowedLogsRepository(on).move(on, pieces),
    'who is addressed': (on) => new RecipientsRepository().listAddressing(on, pieces),
    'whom comments concern': (on) => new RecipientsRepository().tellOfComments(on, pieces, named()),
    'whom updates concern': (on) => new RecipientsRepository().tellOfCorrections(on, pieces),
    'what is forgotten': (on) => new RecipientsRepository().forgetDeleted(on, pieces),
    'what is due': (on) => new DueRepository(on).tellOfNotifications(),
    'the list of a reader': (on) => new NotificationsRepository(on).list(user, 21, MAX),
    'what a reader has not read': (on) => new NotificationsRepository(on).countUnread(user),
    'what is marked as read': (on) =>
      new NotificationsRepository(on).markRead(on, user, { upTo: MAX }),
    'what is too old': (on) => new NotificationsRepository(on).dropBefore(NIL, 1_000),
  };
  const ids = () => pieces.map(({ postId }) => postId);

  it.each(Object.keys(works))('reads no large table whole: %s', async (what) => {
    const nodes = await plan(works[what]);
    expect(nodes).not.toHaveLength(0);
    const whole = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name']!),
    );
    expect(whole.map((node) => node['Relation Name'])).toEqual([]);
  });

  it('takes so many events of a log as its followers get rows, and one at least', async () => {
    const query = ({ text, values }: Statement) => database.query(text, [...(values ?? [])]);
    const logs = new FollowedLogsRepository(undefined as never);
    const upTo = async (rows: number) => {
      const taken = await logs.take({ query } as never, ids().slice(0, 1), { events: 20, rows });
      return taken.map((piece) => [Number(piece.upTo), piece.more]);
    };
    // Fifty follow it.
    expect(await upTo(150)).toEqual([[53, true]]);
    expect(await upTo(1)).toEqual([[51, true]]);
    expect(await upTo(100_000)).toEqual([[70, true]]);
  });
});

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `'{${value.map((one) => `"${String(one)}"`).join(',')}}'`;
  return `'${String(value as string | number)}'`;
}
