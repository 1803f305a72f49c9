import { outcomeOf, readQueue } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';

describe('a report of a name or bio', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator', rude: 'member' } });
  let readers: Person[];

  beforeAll(async () => {
    readers = [await register(site.app), await register(site.app)];
    await site.app.request
      .patch('/api/v1/users/me')
      .set(site.rude.auth)
      .send({ displayName: 'You Are Fools', bio: 'I say what others think.' })
      .expect(200);
  });

  const report = (by: Person, username: string, body: object) =>
    site.app.request.post(`/api/v1/users/${username}/flags`).set(by.auth).send(body);
  const dismiss = (by: Person, id: string) =>
    site.app.request
      .post(`/api/v1/moderation/queue/${id}/dismissal`)
      .set(by.auth)
      .send({ note: 'Mild.' });

  it('is one item of the account, with what was reported as it was', async () => {
    const name = { reason: 'offensive', field: 'name', detail: 'An insult to all.' };
    const made = await report(readers[0], site.rude.username, name);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      username: site.rude.username,
      ...name,
      state: 'open',
      createdAt: expect.any(String),
    });
    expect(outcomeOf(await report(readers[0], site.rude.username, name))).toBe(
      '409 already-flagged',
    );
    await report(readers[0], site.rude.username, { reason: 'other', field: 'bio' }).expect(201);
    await report(readers[1], site.rude.username, { reason: 'offensive', field: 'name' }).expect(
      201,
    );
    await site.app.request
      .patch('/api/v1/users/me')
      .set(site.rude.auth)
      .send({ displayName: 'Polite Now' })
      .expect(200);
    const { items, counts } = await readQueue(site.app, site.staff, { kind: 'reported' });
    expect(counts.reported).toBe(1);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: site.rude.id,
      subject: 'user',
      comment: null,
      post: null,
      user: { id: site.rude.id, displayName: 'Polite Now', bio: 'I say what others think.' },
      flagCount: 3,
      score: 3,
    });
    expect(items[0].flags.map(({ field, text }) => [field, text])).toEqual([
      ['name', `You Are Fools (${site.rude.username})`],
      ['bio', 'I say what others think.'],
      ['name', `You Are Fools (${site.rude.username})`],
    ]);
  });

  it('is not made of oneself, nor of whom nobody sees', async () => {
    const name = { reason: 'spam', field: 'name' };
    expect(outcomeOf(await report(site.rude, site.rude.username, name))).toBe('403 own-profile');
    const banned = await register(site.app);
    await site.database.query(`update users set standing = 'banned' where id = $1`, [banned.id]);
    for (const username of [banned.username, 'nobody-at-all', '%20']) {
      expect(outcomeOf(await report(readers[0], username, name))).toBe('404 user-not-found');
    }
    expect(outcomeOf(await report(site.staff, banned.username, name))).toBe('404 user-not-found');
    await report(readers[0], site.rude.username, { reason: 'spam' }).expect(422);
    await report(readers[0], site.rude.username, { ...name, field: 'avatar' }).expect(422);
  });

  it('is dismissed by a moderator who has not made it, and its maker learns so', async () => {
    await report(site.staff, site.rude.username, { reason: 'offensive', field: 'name' }).expect(
      201,
    );
    expect(outcomeOf(await dismiss(site.staff, site.rude.id))).toBe('409 conflict-of-interest');
    await dismiss(readers[0], site.rude.id).expect(403);
    const { body } = await dismiss(site.editor, site.rude.id).expect(201);
    expect(body.decision).toMatchObject({
      subject: 'user',
      userId: site.rude.id,
      action: 'dismiss',
    });
    expect(outcomeOf(await dismiss(site.editor, site.rude.id))).toBe('404 queue-item-not-found');
    expect((await readQueue(site.app, site.staff)).items).toEqual([]);
    const mine = await site.app.request
      .get('/api/v1/users/me/flags')
      .set(readers[0].auth)
      .expect(200);
    expect(mine.body.items.map((item: object) => Object.entries(item))).toHaveLength(2);
    for (const item of mine.body.items) {
      expect(item).toMatchObject({
        subject: 'user',
        username: site.rude.username,
        state: 'disagreed',
      });
    }
  });
});
