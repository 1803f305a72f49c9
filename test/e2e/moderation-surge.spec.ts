import { QueueKeeper } from '../../src/moderation/queue/queue-keeper.js';
import { decide, readQueue } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

describe('a surge of new accounts', () => {
  let database: TestDatabase;
  let app: TestApp;
  let staff: Person;
  let author: Person;
  let crowd: Person[];
  let post: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    const editor = await admin(app);
    staff = await moderator(app, editor);
    author = await register(app);
    crowd = await Promise.all(Array.from({ length: 20 }, () => register(app)));
    post = (await createPost(app, editor)).id;
    await database.query(`update users set created_at = now() - interval '1 year'`);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const keep = () => app.app.get(QueueKeeper).raiseSurges();
  const surges = async () =>
    (await readQueue(app, staff, { kind: 'reported' })).items.map(({ id, surge }) => [id, surge]);
  const age = (interval: string) =>
    database.query(`update users set created_at = now() - $1::interval where id = any($2)`, [
      interval,
      crowd.map((person) => person.id),
    ]);

  it('is one item of its branch, among people who are known none', async () => {
    const { id } = await say(app, author, post, 'A contested claim');
    const reply = await say(app, author, post, 'With a source', id);
    await Promise.all(
      crowd.slice(0, 12).map((person, n) => say(app, person, post, `Nonsense ${n}`, reply.id)),
    );
    await keep();
    expect(await surges()).toEqual([]);
    await age('1 day');
    await keep();
    // Nobody is new on a site that is.
    expect(await surges()).toEqual([]);
    await database.query(`update site set created_at = now() - interval '1 year'`);
    await keep();
    const counts = { comments: 14, newComments: 12, votes: 0, newVotes: 0, newAccounts: 12 };
    expect(await surges()).toEqual([[id, counts]]);
    await say(app, crowd[12], post, 'More of it', reply.id);
    await keep();
    const more = { ...counts, comments: 15, newComments: 13, newAccounts: 13 };
    expect(await surges()).toEqual([[id, more]]);
    const decision = await decide(app, staff, `comments/${id}`, { action: 'approve', version: 1 });
    expect(decision.status).toBe(201);
    await say(app, crowd[13], post, 'And more', reply.id);
    await keep();
    expect(await surges()).toEqual([]);
  });

  it('is seen in votes, too', async () => {
    const { id } = await say(app, author, post, 'Voted down by a crowd');
    for (const person of crowd) {
      await app.request
        .put(`/api/v1/comments/${id}/vote`)
        .set(person.auth)
        .send({ value: -1 })
        .expect(200);
    }
    await keep();
    expect(await surges()).toEqual([
      [id, { comments: 1, newComments: 0, votes: 20, newVotes: 20, newAccounts: 20 }],
    ]);
    await app.request.delete(`/api/v1/comments/${id}`).set(author.auth).expect(204);
    expect(await surges()).toEqual([]);
    await keep();
    expect(await surges()).toEqual([]);
  });
});
