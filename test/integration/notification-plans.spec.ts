import { MAX, NIL } from '../../src/database/ids.js';
import type { Database, Statement } from '../../src/database/database.js';
import { NotificationsRepository } from '../../src/notifications/bell/notifications.repository.js';
import { DueRepository } from '../../src/notifications/following/due.repository.js';
import {
  FollowedLogsRepository,
  type LogPiece,
} from '../../src/notifications/following/followed-logs.repository.js';
import { RecipientsRepository } from '../../src/notifications/following/recipients.repository.js';
import { planOf } from '../support/plans.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Tables that grow with the site; a scan of a whole one would stall the follower. */
const LARGE = ['comments', 'users', 'post_events', 'notifications', 'subscriptions', 'posts'];

/** Generated: 50,000 comments of 5,000 accounts on 500 posts, each with fifty followers. */
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
   select md5('notification ' || n)::uuid, md5('user ' || 1 + n % 5000)::uuid, 'followed', c.id, c.id, c.post_id, 'told',
     '2026-01-01', case when n % 10 > 0 then now() end
   from generate_series(1, 50000) n join comments c on c.id = md5('comment ' || n)::uuid`,
  'vacuum analyze',
];

const SIZE = { events: 100, bytes: 1_000_000, rows: 1_000 };

describe('what decides who is told', () => {
  let database: TestDatabase;
  let pieces: LogPiece[];
  let user: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const rows of ROWS) await database.query(rows);
    await database.query('set plan_cache_mode = force_generic_plan');
    const posts = await database.query<{ id: string }>('select id from posts limit 20');
    pieces = posts.map(({ id }) => ({
      postId: id,
      after: 50,
      upTo: 100,
      toldTo: null,
      tellTo: null,
      more: false,
    }));
    [{ id: user }] = await database.query<{ id: string }>('select id from users limit 1');
    // So many rows take minutes on a slow machine, and nothing here waits without a timeout.
  }, 600_000);
  afterAll(() => database.drop());

  const named = () =>
    pieces.map(({ postId }, place) => ({ commentId: postId, place, name: `user-${place}` }));
  const works: Record<string, (on: Database) => Promise<unknown>> = {
    'what is new in logs': (on) => new FollowedLogsRepository(on).listPieces(ids(), SIZE),
    'taking logs': (on) => new FollowedLogsRepository(on).take(on, pieces),
    'moving on in logs': (on) => new FollowedLogsRepository(on).move(on, pieces),
    'who is addressed': (on) => new RecipientsRepository(on).listAddressing(pieces),
    'whom comments concern': (on) =>
      new RecipientsRepository(on).tellOfComments(on, pieces, named()),
    'whom updates concern': (on) => new RecipientsRepository(on).tellOfCorrections(on, pieces),
    'what is forgotten': (on) => new RecipientsRepository(on).forgetDeleted(on, pieces),
    'whether anything is due': (on) => new DueRepository(on).hasAny(),
    'what is due': (on) => new DueRepository(on).tellOfNotifications(true),
    'the list of a reader': (on) => new NotificationsRepository(on).list(user, 21, MAX),
    'what a reader has not read': (on) => new NotificationsRepository(on).countUnread(user),
    'what is marked as read': (on) =>
      new NotificationsRepository(on).markRead(on, user, { upTo: MAX }),
    'what is too old': (on) => new NotificationsRepository(on).dropBefore(NIL, 1_000),
  };
  const ids = () => pieces.map(({ postId }) => postId);

  it.each(Object.keys(works))('reads no large table whole: %s', async (what) => {
    const { nodes, whole } = await planOf(database, LARGE, works[what]);
    expect(nodes).toBeGreaterThan(0);
    expect(whole).toEqual([]);
  });

  const query = ({ text, values }: Statement) => database.query(text, [...(values ?? [])]);
  const logs = new FollowedLogsRepository({ query } as never);
  const next = async (size: object) =>
    (await logs.listPieces(ids().slice(0, 1), { ...SIZE, ...size })).map((piece) => ({
      ...piece,
      upTo: Number(piece.upTo),
    }));

  it('takes so many events of a log as its followers get rows, and one at least', async () => {
    const upTo = async (size: object) => (await next(size)).map((one) => [one.upTo, one.more]);
    // It has fifty followers.
    expect(await upTo({ events: 20, rows: 150 })).toEqual([[53, true]]);
    expect(await upTo({ events: 20, rows: 51 })).toEqual([[51, true]]);
    expect(await upTo({ events: 20, rows: 100_000 })).toEqual([[70, true]]);
  });

  it('takes so many events of a log as its texts have bytes, and one at least', async () => {
    const upTo = async (bytes: number) => (await next({ bytes })).map((one) => one.upTo);
    expect(await upTo(1)).toEqual([51]);
    const [{ two }] = await database.query<{ two: number }>(
      `select sum(octet_length(body))::integer as two from post_events e join comments c on c.id = e.comment_id
       where e.post_id = $1 and seq in (51, 52)`,
      ids().slice(0, 1),
    );
    expect([await upTo(two), await upTo(two - 1)]).toEqual([[52], [51]]);
  });

  it('tells more followers than it writes rows in parts, each once, before it goes on', async () => {
    await database.query('begin');
    const tx = { query } as never;
    const recipients = new RecipientsRepository(undefined as never);
    const parts: number[] = [];
    const toldBy = async () => {
      const [{ count }] = await database.query<{ count: number }>(
        `select count(*)::integer from notifications where state = 'waiting'`,
      );
      return count;
    };
    while (parts.length < 10) {
      const [piece] = await next({ rows: 20 });
      expect(piece.upTo).toBe(51);
      const before = await toldBy();
      expect(await logs.take(tx, [piece])).toHaveLength(1);
      await recipients.tellOfComments(tx, [piece], []);
      await logs.move(tx, [piece]);
      parts.push((await toldBy()) - before);
      if (piece.tellTo === null) break;
      // Another node, so to speak, has taken it meanwhile.
      expect(await logs.take(tx, [piece])).toEqual([]);
    }
    expect([await next({ events: 1 })].flat()).toMatchObject([{ upTo: 52, toldTo: null }]);
    await database.query('rollback');
    expect(parts).toHaveLength(3);
    expect(Math.max(...parts)).toBeLessThanOrEqual(20);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(45);
  });
});
