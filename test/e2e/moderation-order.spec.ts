import { untilLocksAwaited } from '../support/lock-waits.js';
import { outcomeOf } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

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

  it('leaves nothing to administrators that has been decided on meanwhile', async () => {
    const { id } = await say(app, author, post, 'A comment');
    await database.query('begin');
    await database.query('select 1 from post_heads where post_id = $1 for no key update', [post]);
    const escalated = app.request
      .put(`/api/v1/moderation/queue/${id}/escalation`)
      .set(editor.auth)
      .then(outcomeOf);
    await untilLocksAwaited(database);
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
    await untilLocksAwaited(database);
    await database.query('commit');
    expect(await noted).toBe('404 comment-not-found');
  });

  describe('that dismisses a reported name', () => {
    let reported: Person;
    beforeEach(async () => {
      reported = await register(app);
      await app.request
        .post(`/api/v1/users/${reported.username}/flags`)
        .set(author.auth)
        .send({ reason: 'offensive', field: 'name' })
        .expect(201);
      await database.query('begin');
      await database.query('select 1 from users where id = $1 for no key update', [reported.id]);
    });

    const dismiss = (by: Person) =>
      app.request
        .post(`/api/v1/moderation/queue/${reported.id}/dismissal`)
        .set(by.auth)
        .send({})
        .then(outcomeOf);

    it('does so once', async () => {
      const dismissed = [dismiss(editor), dismiss(editor)];
      await untilLocksAwaited(database, 2);
      await database.query('commit');
      expect((await Promise.all(dismissed)).toSorted()).toEqual([
        '201',
        '404 queue-item-not-found',
      ]);
    });

    it('leaves it to administrators when it has been escalated meanwhile', async () => {
      const dismissed = dismiss(await moderator(app, editor));
      await untilLocksAwaited(database);
      await database.query(
        `update queue_items set kind = 'escalated', escalated_at = now() where id = $1`,
        [reported.id],
      );
      await database.query('commit');
      expect(await dismissed).toBe('403 escalated');
    });
  });
});
