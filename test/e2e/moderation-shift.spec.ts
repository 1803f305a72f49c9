import type { LiveClient } from '../support/live-client.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { LiveSite } from '../support/live-site.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { moderator, type Person, register } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import type { TestApp } from '../support/test-app.js';
import { makeYoung } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a shift', () => {
  let site: LiveSite;
  let app: TestApp;
  let one: Person;
  let two: Person;
  let reader: Person;
  let post: string;
  let desk: LiveClient;
  let visitor: LiveClient;

  beforeAll(async () => {
    site = await LiveSite.start(2, {}, waitLongForLocks);
    app = site.nodes[0];
    [one, two] = [await moderator(app, site.staff), await moderator(app, site.staff)];
    reader = await register(app);
    post = await site.post();
    desk = await site.connect({ token: one.token, node: 1 });
    visitor = await site.connect({ token: reader.token, node: 1 });
  });
  afterAll(() => site.stop());

  const report = async (text: string) => {
    const id = await site.say(post, text);
    expect((await flag(app, reader, id)).status).toBe(201);
    return id;
  };
  const claim = (by: Person, id: string) =>
    app.request.put(`/api/v1/moderation/queue/${id}/claim`).set(by.auth);
  const release = (by: Person, id: string) =>
    app.request.delete(`/api/v1/moderation/queue/${id}/claim`).set(by.auth);
  const escalation = (method: 'put' | 'delete', by: Person, id: string) =>
    app.request[method](`/api/v1/moderation/queue/${id}/escalation`).set(by.auth);
  const find = async (id: string) =>
    (await readQueue(app, two, { limit: 100 })).items.find((item) => item.id === id);
  const told = (id: string, ...changes: string[]) =>
    desk.until(`${changes.join()} of ${id}, after ${desk.changes(id).join()}`, () =>
      changes.every((change, at) => desk.changes(id)[at] === change),
    );

  it('sees on every node what comes, is taken and is decided, and readers see nothing', async () => {
    const id = await report('Somebody has to look at this');
    await told(id, 'new');
    const taken = await claim(one, id).expect(200);
    expect(taken.body).toMatchObject({ by: { id: one.id } });
    expect(Date.parse(taken.body.endsAt) - Date.parse(taken.body.claimedAt)).toBe(600_000);
    expect((await find(id))!.claim).toEqual(taken.body);
    expect(outcomeOf(await claim(two, id))).toBe('409 already-claimed');
    await claim(one, id).expect(200);
    expect(
      (await decide(app, two, `comments/${id}`, { action: 'approve', version: 1 })).status,
    ).toBe(201);
    await told(id, 'new', 'claimed', 'decided');
    expect(outcomeOf(await claim(one, id))).toBe('404 queue-item-not-found');
    const last = desk.received.filter((entry) => entry.kind === 'queue').at(-1)!;
    expect(last).toEqual({
      kind: 'queue',
      change: { id, kind: 'reported', change: 'decided', by: two.id },
    });
    expect(visitor.received.filter((entry) => entry.kind === 'queue')).toEqual([]);
  });

  it('takes a claim from two who reach for it once', async () => {
    const id = await report('Wanted by all');
    const answers = await Promise.all([one, two, site.staff].map((by) => claim(by, id)));
    expect(answers.map(outcomeOf).sort()).toEqual([
      '200',
      '409 already-claimed',
      '409 already-claimed',
    ]);
    await release(site.staff, id).expect(204);
    expect((await find(id))!.claim).toBeNull();
    await release(one, id).expect(204);
  });

  it('ends a claim by letting go, by idleness, and by signing out', async () => {
    const id = await report('Taken and left');
    await claim(one, id).expect(200);
    expect(outcomeOf(await release(two, id))).toBe('409 already-claimed');
    await release(one, id).expect(204);
    await told(id, 'new', 'claimed', 'released');

    await claim(one, id).expect(200);
    await site.database.query(
      `update queue_claims set active_at = now() - interval '11 minutes' where item_id = $1`,
      [id],
    );
    expect((await find(id))!.claim).toBeNull();
    await claim(two, id).expect(200);
    await release(two, id).expect(204);

    const leaving = await moderator(app, site.staff);
    await claim(leaving, id).expect(200);
    await app.request.post('/api/v1/auth/logout').set(leaving.auth).expect(204);
    expect((await find(id))!.claim).toBeNull();
    await until('the claim to be swept', async () => {
      const rows = await site.database.query('select 1 from queue_claims where item_id = $1', [id]);
      return rows.length === 0;
    });
    await desk.until('the release', () => desk.changes(id).at(-1) === 'released');
  });

  it('leaves to administrators what it cannot decide, and gets it back', async () => {
    const id = await report('A hard one');
    await claim(one, id).expect(200);
    await escalation('put', one, id).expect(204);
    await escalation('put', one, id).expect(204);
    await told(id, 'new', 'claimed', 'escalated');
    const [item] = (await readQueue(app, two, { kind: 'escalated' })).items;
    expect(item).toMatchObject({ id, kind: 'escalated', claim: null, flagCount: 1 });
    expect(item.escalation!.by!.id).toBe(one.id);
    const approve = { action: 'approve', version: 1 };
    expect(outcomeOf(await decide(app, two, `comments/${id}`, approve))).toBe('403 escalated');
    await escalation('delete', two, id).expect(403);
    await escalation('delete', site.staff, id).expect(204);
    expect((await find(id))!.kind).toBe('reported');
    expect(outcomeOf(await escalation('delete', site.staff, id))).toBe('404 queue-item-not-found');
    await escalation('put', two, id).expect(204);
    expect((await decide(app, site.staff, `comments/${id}`, approve)).status).toBe(201);
    expect(await find(id)).toBeUndefined();
  });

  it('passes notes on, and hands over', async () => {
    const since = new Date(Date.now() - 1_000).toISOString();
    const [waiting, decided] = [await report('Still there'), await report('Done')];
    const noted = await app.request
      .post(`/api/v1/moderation/comments/${waiting}/notes`)
      .set(one.auth)
      .send({ body: 'The third time this week.' })
      .expect(201);
    expect(noted.body).toMatchObject({ commentId: waiting, by: { id: one.id } });
    const notes = `/api/v1/moderation/comments/${waiting}/notes`;
    await app.request.get(notes).set(reader.auth).expect(403);
    const list = await app.request.get(notes).set(two.auth).expect(200);
    expect(list.body).toEqual({ items: [noted.body], nextCursor: null });
    expect((await find(waiting))!.noteCount).toBe(1);
    await claim(two, waiting).expect(200);
    await decide(app, one, `comments/${decided}`, { action: 'remove', reason: 'spam', version: 1 });
    const handover = await app.request
      .get('/api/v1/moderation/handover')
      .set(two.auth)
      .query({ since })
      .expect(200);
    expect(handover.body).toMatchObject({ since, notes: [noted.body] });
    expect(handover.body.came).toBeGreaterThanOrEqual(2);
    expect(handover.body.decided).toContainEqual({ action: 'remove', count: 1 });
    expect(handover.body.longest.map((item: { id: string }) => item.id)).toContain(waiting);
    expect(handover.body.claimed).toContainEqual(
      expect.objectContaining({
        id: waiting,
        claim: expect.objectContaining({ by: expect.objectContaining({ id: two.id }) }),
      }),
    );
    expect(handover.body.waiting.reported).toBeGreaterThanOrEqual(1);
    for (const wrong of ['2020-01-01T00:00:00Z', '2199-01-01T00:00:00Z', 'yesterday', '']) {
      await app.request
        .get('/api/v1/moderation/handover')
        .set(two.auth)
        .query({ since: wrong })
        .expect(422);
    }
  });

  it('goes on without a moderator who loses the role, from that moment', async () => {
    const former = await moderator(app, site.staff);
    const socket = await site.connect({ token: former.token, node: 1 });
    const before = await report('Seen by the former moderator');
    await socket.until('what staff sees', () => socket.changes(before).length > 0);
    await app.request
      .put(`/api/v1/users/${former.username}/role`)
      .set(site.staff.auth)
      .send({ role: 'member' })
      .expect(200);
    let seen = '';
    await until('the socket to be told no more', async () => {
      seen = await report('Seen no more');
      await told(seen, 'new');
      return socket.changes(seen).length === 0;
    });
    expect(socket.closed).toBeNull();
    const after = await report('Never seen');
    await told(after, 'new');
    // Everything sent before the answer to this message has arrived by then.
    await socket.send('unsubscribe', { postId: post });
    expect(socket.changes(after)).toEqual([]);
  });

  it('goes on without a moderator who is suspended, and still sees it', async () => {
    const idle = await moderator(app, site.staff);
    const socket = await site.connect({ token: idle.token, node: 1 });
    const id = await report('Taken by the suspended');
    await claim(idle, id).expect(200);
    const end = new Date(Date.now() + 3_600_000).toISOString();
    const suspension = { action: 'suspend', reason: 'other', until: end };
    expect((await decide(app, site.staff, `users/${idle.id}`, suspension)).status).toBe(201);
    await told(id, 'new', 'claimed', 'released');
    await claim(two, id).expect(200);
    await told(id, 'new', 'claimed', 'released', 'claimed');
    await socket.until('what staff sees', () => socket.changes(id).length === 4);
    expect(socket.closed).toBeNull();
    expect(outcomeOf(await claim(idle, id))).toBe('403 account-suspended');
    await app.request.get('/api/v1/moderation/queue').set(idle.auth).expect(200);
    const viewer = await app.request.get(`/api/v1/posts/${post}/viewer`).set(idle.auth).expect(200);
    expect(viewer.body.permissions).toEqual({ comment: false, vote: false, moderate: false });
  });

  it('takes no note on what was erased while it was written', async () => {
    const id = await site.say(post, 'Erased');
    await site.database.query('begin');
    await site.database.query('delete from comments where id = $1', [id]);
    const waiting = app.request
      .post(`/api/v1/moderation/comments/${id}/notes`)
      .set(one.auth)
      .send({ body: 'Too late' })
      .then((answer) => answer);
    await untilLocksAwaited(site.database);
    await site.database.query('commit');
    expect(outcomeOf(await waiting)).toBe('404 comment-not-found');
  });

  it('tells the reporters what became of it, never by whom, and the author nothing', async () => {
    const author = await site.connect({ token: site.author.token });
    const [agreed, disagreed, gone] = [
      await report('Foul'),
      await report('Fair'),
      await report('Gone'),
    ];
    await decide(app, one, `comments/${agreed}`, { action: 'remove', reason: 'spam', version: 1 });
    await decide(app, two, `comments/${disagreed}`, { action: 'approve', version: 1 });
    await makeYoung(site.database, gone);
    await app.request.delete(`/api/v1/comments/${gone}`).set(site.author.auth).expect(204);
    const mine = (query: object) =>
      app.request.get('/api/v1/users/me/flags').set(reader.auth).query(query).expect(200);
    const { body } = await mine({ limit: 1 });
    const next = await mine({ limit: 1, cursor: body.nextCursor });
    const items = [...body.items, ...next.body.items];
    // A comment deleted within seconds leaves no trace, and so no report.
    expect(items.map(({ commentId, state }) => [commentId, state])).toEqual([
      [disagreed, 'disagreed'],
      [agreed, 'agreed'],
    ]);
    for (const person of [one, two]) {
      expect(JSON.stringify(items)).not.toContain(person.id);
      expect(JSON.stringify(items)).not.toContain(person.username);
    }
    const flagOf = (id: string) => items.find((item) => item.commentId === id).id;
    await visitor.until('both notifications', () =>
      [agreed, disagreed].every((id) =>
        visitor.received.some(
          (entry) => entry.kind === 'notification' && entry.note.id === flagOf(id),
        ),
      ),
    );
    const note = visitor.received.find(
      (entry) => entry.kind === 'notification' && entry.note.id === flagOf(agreed),
    );
    expect(note).toEqual({
      kind: 'notification',
      note: { type: 'flag.resolved', id: flagOf(agreed), state: 'agreed' },
    });
    expect(author.received.filter((entry) => entry.kind === 'notification')).toEqual([]);
    expect(
      (await app.request.get('/api/v1/users/me/flags').set(site.author.auth)).body.items,
    ).toEqual([]);
  });
});
