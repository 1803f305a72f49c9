import { outcomeOf, readQueue } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a report of a name or bio', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let staff: Person;
  let rude: Person;
  let readers: Person[];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    editor = await admin(app);
    staff = await moderator(app, editor);
    rude = await register(app);
    readers = [await register(app), await register(app)];
    await app.request
      .patch('/api/v1/users/me')
      .set(rude.auth)
      .send({ displayName: 'You Are Fools', bio: 'I say what others think.' })
      .expect(200);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const report = (by: Person, username: string, body: object) =>
    app.request.post(`/api/v1/users/${username}/flags`).set(by.auth).send(body);
  const dismiss = (by: Person, id: string) =>
    app.request
      .post(`/api/v1/moderation/queue/${id}/dismissal`)
      .set(by.auth)
      .send({ note: 'Mild.' });

  it('is one item of the account, with what was reported as it was', async () => {
    const name = { reason: 'offensive', field: 'name', detail: 'An insult to all.' };
    const made = await report(readers[0], rude.username, name);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      username: rude.username,
      ...name,
      state: 'open',
      createdAt: expect.any(String),
    });
    expect(outcomeOf(await report(readers[0], rude.username, name))).toBe('409 already-flagged');
    await report(readers[0], rude.username, { reason: 'other', field: 'bio' }).expect(201);
    await report(readers[1], rude.username, { reason: 'offensive', field: 'name' }).expect(201);
    await app.request
      .patch('/api/v1/users/me')
      .set(rude.auth)
      .send({ displayName: 'Polite Now' })
      .expect(200);
    const { items, counts } = await readQueue(app, staff, { kind: 'reported' });
    expect(counts.reported).toBe(1);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: rude.id,
      subject: 'user',
      comment: null,
      post: null,
      user: { id: rude.id, displayName: 'Polite Now', bio: 'I say what others think.' },
      flagCount: 3,
      score: 6,
    });
    expect(items[0].flags.map(({ field, text }) => [field, text])).toEqual([
      ['name', `You Are Fools (${rude.username})`],
      ['bio', 'I say what others think.'],
      ['name', `You Are Fools (${rude.username})`],
    ]);
  });

  it('is not made of oneself, nor of whom nobody sees', async () => {
    const name = { reason: 'spam', field: 'name' };
    expect(outcomeOf(await report(rude, rude.username, name))).toBe('403 own-profile');
    const banned = await register(app);
    await database.query(`update users set standing = 'banned' where id = $1`, [banned.id]);
    for (const username of [banned.username, 'nobody-at-all', '%20']) {
      expect(outcomeOf(await report(readers[0], username, name))).toBe('404 user-not-found');
    }
    await report(readers[0], rude.username, { reason: 'spam' }).expect(422);
    await report(readers[0], rude.username, { ...name, field: 'avatar' }).expect(422);
  });

  it('is dismissed by whoever has not made it, and whoever made it learns so', async () => {
    await report(staff, rude.username, { reason: 'offensive', field: 'name' }).expect(201);
    expect(outcomeOf(await dismiss(staff, rude.id))).toBe('409 conflict-of-interest');
    await dismiss(readers[0], rude.id).expect(403);
    const { body } = await dismiss(editor, rude.id).expect(201);
    expect(body.decision).toMatchObject({ subject: 'user', userId: rude.id, action: 'dismiss' });
    expect(outcomeOf(await dismiss(editor, rude.id))).toBe('404 queue-item-not-found');
    expect((await readQueue(app, staff)).items).toEqual([]);
    const mine = await app.request.get('/api/v1/users/me/flags').set(readers[0].auth).expect(200);
    expect(mine.body.items.map((item: object) => Object.entries(item))).toHaveLength(2);
    for (const item of mine.body.items) {
      expect(item).toMatchObject({ subject: 'user', username: rude.username, state: 'disagreed' });
    }
  });
});
