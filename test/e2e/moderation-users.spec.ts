import { inFull } from '../support/full-form.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { decide, outcomeOf } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register, signInAnew } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

describe('a ban', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator' },
    prepare: waitLongForLocks,
  });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const ban = (by: Person, ref: string) =>
    decide(site.app, by, `users/${ref}`, { action: 'ban', reason: 'harassment' });
  const reinstate = (by: Person, ref: string) =>
    decide(site.app, by, `users/${ref}`, { action: 'reinstate' });
  const trySaying = (by: Person) =>
    site.app.request.post(`/api/v1/posts/${post}/comments`).set(by.auth).send({ body: 'Hello' });

  it('stops posting at once, and leaves the own account open', async () => {
    const member = await register(site.app);
    const comment = await say(site.app, member, post, 'While I could');
    const answer = await ban(site.staff, member.id);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      decision: { subject: 'user', action: 'ban', userId: member.id, reason: 'harassment' },
      user: { id: member.id, username: member.username, standing: 'banned' },
    });
    expect(outcomeOf(await trySaying(member))).toBe('401 session-ended');
    const anew = await signInAnew(site.app, member);
    expect(outcomeOf(await trySaying(anew))).toBe('403 banned');
    const others = [
      site.app.request
        .patch(`/api/v1/comments/${comment.id}`)
        .set('if-match', '1')
        .send({ body: 'x' }),
      site.app.request.delete(`/api/v1/comments/${comment.id}`),
      site.app.request.post(`/api/v1/comments/${comment.id}/flags`).send({ reason: 'spam' }),
    ];
    for (const request of others) {
      expect(outcomeOf(await request.set(anew.auth))).toBe('403 banned');
    }
    const me = await site.app.request.get('/api/v1/users/me').set(anew.auth).expect(200);
    expect(me.body.standing).toBe('banned');
  });

  inFull('that was answered is heeded by every comment sent later', async () => {
    for (let round = 0; round < 20; round++) {
      const member = await register(site.app);
      const meanwhile = [trySaying(member), trySaying(member), trySaying(member)];
      expect(outcomeOf(await ban(site.staff, member.id))).toBe('201');
      expect(outcomeOf(await trySaying(member))).toBe('401 session-ended');
      for (const answer of await Promise.all(meanwhile)) {
        expect(['201', '403 banned', '401 session-ended']).toContain(outcomeOf(answer));
      }
    }
  });

  it('does not wait for what its subject does meanwhile', async () => {
    let answered: number | null = null;
    const rogue = await moderator(site.app, site.editor);
    const { id } = await createPost(site.app, site.editor);
    await site.database.query('begin');
    await site.database.query('select from posts where id = $1 for update', [id]);
    const change = site.app.request
      .patch(`/api/v1/posts/${id}`)
      .set(rogue.auth)
      .send({ title: 'Under way' })
      .then(({ status }) => (answered = status));
    await untilLocksAwaited(site.database);
    expect(outcomeOf(await ban(site.editor, rogue.id))).toBe('201');
    expect(answered).toBeNull();
    await site.database.query('rollback');
    await change;
  });

  it('is told to every node in the same transaction, once', async () => {
    const member = await register(site.app);
    await ban(site.staff, member.id);
    await reinstate(site.staff, member.id);
    const signals = await site.database.query(
      'select type from signals where user_id = $1 order by id',
      [member.id],
    );
    expect(signals).toEqual([{ type: 'user.banned' }, { type: 'user.changed' }]);
  });

  it('needs a reason, and takes the user name as well as the id', async () => {
    const member = await register(site.app);
    const answer = await decide(site.app, site.staff, `users/${member.id}`, { action: 'ban' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe('/reason');
    expect(outcomeOf(await ban(site.staff, member.username.toUpperCase()))).toBe('201');
    expect(outcomeOf(await reinstate(site.staff, member.username))).toBe('201');
    expect(outcomeOf(await trySaying(await signInAnew(site.app, member)))).toBe('201');
  });

  it('finds nobody who is not there', async () => {
    for (const ref of ['nobody-here', '01900000-0000-7000-8000-000000000000', 'ab', '%25']) {
      expect(outcomeOf(await ban(site.staff, ref))).toBe('404 user-not-found');
    }
  });

  it.each([
    'delete from users',
    "update users set kind = 'erased', username = null, email = null, email_key = null",
  ])('finds nobody who goes before it has locked them: %s', async (change) => {
    const { id } = await register(site.app);
    await site.database.query('begin');
    await site.database.query(`${change} where id = $1`, [id]);
    const banned = ban(site.staff, id).then(outcomeOf);
    await untilLocksAwaited(site.database);
    await site.database.query('commit');
    expect(await banned).toBe('404 user-not-found');
  });

  it('is refused when it changes nothing', async () => {
    const member = await register(site.app);
    expect(outcomeOf(await reinstate(site.staff, member.id))).toBe('409 decision-does-not-fit');
    const answers = await Promise.all([ban(site.staff, member.id), ban(site.editor, member.id)]);
    expect(answers.map(outcomeOf).sort()).toEqual(['201', '409 decision-does-not-fit']);
  });

  it('reaches only accounts below the role of who decides', async () => {
    const colleague = await moderator(site.app, site.editor);
    const member = await register(site.app);
    const outcomes = {
      'member by member': await ban(member, (await register(site.app)).id),
      'moderator by herself': await ban(site.staff, site.staff.id),
      'moderator by moderator': await ban(site.staff, colleague.id),
      'administrator by moderator': await ban(site.staff, site.editor.id),
      'administrator by himself': await ban(site.editor, site.editor.id),
      'moderator by administrator': await ban(site.editor, colleague.id),
      'member by administrator': await ban(site.editor, member.id),
    };
    expect(
      Object.fromEntries(Object.entries(outcomes).map(([who, answer]) => [who, outcomeOf(answer)])),
    ).toEqual({
      'member by member': '403 role-required',
      'moderator by herself': '403 not-above',
      'moderator by moderator': '403 not-above',
      'administrator by moderator': '403 not-above',
      'administrator by himself': '403 not-above',
      'moderator by administrator': '201',
      'member by administrator': '201',
    });
    const banned = await signInAnew(site.app, colleague);
    expect(outcomeOf(await ban(banned, (await register(site.app)).id))).toBe('403 banned');
    expect(outcomeOf(await reinstate(site.staff, colleague.id))).toBe('403 not-above');
  });
});

describe('the moderation log', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let staff: Person;
  let member: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    editor = await admin(app);
    staff = await moderator(app, editor);
    member = await register(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const readLog = async (query: object = {}) =>
    (await app.request.get('/api/v1/moderation/log').set(staff.auth).query(query).expect(200)).body;

  it('is for moderators', async () => {
    await app.request.get('/api/v1/moderation/log').expect(401);
    await app.request.get('/api/v1/moderation/log').set(member.auth).expect(403);
  });

  it('holds one entry for every decision, the newest first, and pages them', async () => {
    const post = (await createPost(app, editor)).id;
    const comment = await say(app, member, post, 'Out of line');
    const on = `comments/${comment.id}`;
    await decide(app, staff, on, { action: 'remove', reason: 'abusive', note: 'Rude', version: 1 });
    await decide(app, staff, on, { action: 'restore', version: 1 }); // refused, and so not logged
    await decide(app, editor, on, { action: 'restore', version: 2 });
    await decide(app, staff, `posts/${post}`, { action: 'lock', reason: 'off_topic' });
    await decide(app, staff, `users/${member.id}`, { action: 'ban', reason: 'spam' });
    const { items, nextCursor } = await readLog();
    expect(nextCursor).toBeNull();
    const subjects = items.map((item: Record<string, unknown>) => [
      item.subject,
      item.action,
      item.reason,
      item.note,
      (item.moderator as { id: string }).id,
      item.commentId,
      item.postId,
      item.userId,
    ]);
    expect(subjects).toEqual([
      ['user', 'ban', 'spam', null, staff.id, null, null, member.id],
      ['post', 'lock', 'off_topic', null, staff.id, null, post, null],
      ['comment', 'restore', null, null, editor.id, comment.id, post, member.id],
      ['comment', 'remove', 'abusive', 'Rude', staff.id, comment.id, post, member.id],
    ]);
    const first = await readLog({ limit: 3 });
    const second = await readLog({ limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.nextCursor).toBeNull();
  });
});
