import { Housekeeping } from '../../src/events/housekeeping.js';
import { EventLog } from '../../src/events/event-log.js';
import { admin, ADMIN, type Person } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('what has served its time', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    editor = await admin(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const write = async (count: number) => {
    const { id } = await createPost(app, editor);
    for (let n = 1; n <= count; n++) await say(app, editor, id, `Comment ${n}`);
    return id;
  };
  const age = (post: string, seqs: number[]) =>
    database.query(
      `update post_events set at = now() - interval '31 days' where post_id = $1 and seq = any($2::bigint[])`,
      [post, seqs],
    );
  const kept = async (post: string) =>
    (
      await database.query<{ seq: number }>(
        'select seq::integer from post_events where post_id = $1 order by seq',
        [post],
      )
    ).map(({ seq }) => seq);

  it('goes from the front of a log, never from its middle', async () => {
    const [one, other] = [await write(6), await write(3)];
    // Neighbours may differ in time from their order.
    await age(one, [1, 2, 4]);
    await age(other, [1, 2, 3]);
    await app.app.get(Housekeeping).sweep();
    expect(await kept(one)).toEqual([3, 4, 5, 6]);
    expect(await kept(other)).toEqual([]);
  });

  it('sends readers who come from before it to the thread, and others on', async () => {
    const post = await write(5);
    await age(post, [1, 2, 3]);
    await app.app.get(Housekeeping).sweep();
    const events = async (after: number) =>
      (await app.request.get(`/api/v1/posts/${post}/events?after=${after}`).expect(200)).body;
    expect(await events(2)).toMatchObject({ resync: true, events: [], seq: 5 });
    expect((await events(3)).events.map(({ seq }: { seq: number }) => seq)).toEqual([4, 5]);
    expect((await events(5)).events).toEqual([]);
  });

  it('leaves a new epoch where the database runs in another place than before', async () => {
    const epochOf = async () =>
      (await database.query<{ epoch: string }>('select epoch from site'))[0].epoch;
    const log = app.app.get(EventLog);
    const before = await epochOf();
    const again = await createTestApp(database, ADMIN);
    await again.close();
    expect(await epochOf()).toBe(before);
    await database.query(`update site set place = 'another cluster'`);
    const restored = await createTestApp(database, ADMIN);
    try {
      expect(await epochOf()).not.toBe(before);
      expect(restored.app.get(EventLog).epoch).toBe(await epochOf());
      // Nodes that run hear of it, and send readers of the former history to the thread.
      await until('the running node to know', async () => log.epoch === (await epochOf()));
      const [{ id }] = await database.query<{ id: string }>('select id from posts limit 1');
      const events = await app.request
        .get(`/api/v1/posts/${id}/events?after=0&epoch=${before}`)
        .expect(200);
      expect(events.body).toMatchObject({ resync: true, events: [] });
    } finally {
      await restored.close();
    }
  });
});
