import { outcomeOf } from '../support/moderation.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('an act of a moderator that waits for another', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let author: Person;
  let post: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    [editor, author] = [await admin(app), await register(app)];
    post = (await createPost(app, editor)).id;
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const somebodyWaits = () =>
    until('the act to wait', async () => {
      await database.query('select pg_stat_clear_snapshot()');
      const [{ waiting }] = await database.query<{ waiting: number }>(
        `select count(*)::integer as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting > 0;
    });

  it('leaves nothing to administrators that has been decided on meanwhile', async () => {
    const { id } = await say(app, author, post, 'A comment');
    await database.query('begin');
    await database.query('select 1 from post_heads where post_id = $1 for no key update', [post]);
    const escalated = app.request
      .put(`/api/v1/moderation/queue/${id}/escalation`)
      .set(editor.auth)
      .then(outcomeOf);
    await somebodyWaits();
    await database.query('update comments set reviewed_at = now() where id = $1', [id]);
    await database.query('commit');
    expect(await escalated).toBe('404 queue-item-not-found');
  });

  it('writes no note on a comment that is gone meanwhile', async () => {
    const { id } = await say(app, author, post, 'A comment');
    await database.query('begin');
    await database.query('delete from comments where id = $1', [id]);
    const noted = app.request
      .post(`/api/v1/moderation/comments/${id}/notes`)
      .set(editor.auth)
      .send({ body: 'Look at this' })
      .then(outcomeOf);
    await somebodyWaits();
    await database.query('commit');
    expect(await noted).toBe('404 comment-not-found');
  });
});
