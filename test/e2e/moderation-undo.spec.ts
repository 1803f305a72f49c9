import { findDrift } from '../support/counters.js';
import { made, passGrace, readStatements, undo } from '../support/decisions.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { ADMIN, admin, moderator, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { type Comment, createPost, readPage, say } from '../support/threads.js';

describe('taking a decision back', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let staff: Person;
  let author: Person;
  let reader: Person;
  let post: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    editor = await admin(app);
    staff = await moderator(app, editor);
    [author, reader] = [await register(app), await register(app)];
    post = (await createPost(app, editor)).id;
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const remove = (id: string, version = 1) =>
    made(app, staff, `comments/${id}`, { action: 'remove', reason: 'spam', version });
  const see = async (id: string): Promise<Comment> =>
    (await app.request.get(`/api/v1/comments/${id}`).set(staff.auth).expect(200)).body;
  const hold = async () => {
    const { id } = await createPost(app, editor, { mode: 'premoderated' });
    const answer = await app.request
      .post(`/api/v1/posts/${id}/comments`)
      .set(author.auth)
      .send({ body: 'Waiting' })
      .expect(202);
    return answer.body.id as string;
  };
  const caseOf = async (person: Person) =>
    (await app.request.get(`/api/v1/moderation/users/${person.id}`).set(staff.auth).expect(200))
      .body;

  it('puts a removed comment back, and its reports wait again', async () => {
    const { id } = await say(app, author, post, 'Said');
    await flag(app, reader, id);
    const before = await readPage(app, post);
    const decision = await remove(id);
    const answer = await undo(app, staff, decision, { note: 'The wrong one.' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      decision: { action: 'undo', undoes: decision, note: 'The wrong one.', commentId: id },
      comment: { id, status: 'published', version: 3, removal: null },
    });
    const after = await readPage(app, post);
    expect(after.seq).toBe(before.seq + 2);
    expect(after.post.commentCount).toBe(before.post.commentCount);
    const { items } = await readQueue(app, staff, { kind: 'reported' });
    expect(items.find((item) => item.id === id)).toMatchObject({ flagCount: 1, score: 2 });
    const flags = await app.request.get('/api/v1/users/me/flags').set(reader.auth).expect(200);
    expect(flags.body.items[0]).toMatchObject({ commentId: id, state: 'open' });
  });

  it('holds an approved comment again, and removes a restored one again', async () => {
    const held = await hold();
    const approved = await made(app, staff, `comments/${held}`, { action: 'approve', version: 1 });
    expect(outcomeOf(await undo(app, staff, approved))).toBe('201');
    expect(await see(held)).toMatchObject({
      status: 'held',
      hold: [{ rule: 'post-premoderated' }],
    });
    const waiting = await readQueue(app, staff, { kind: 'held' });
    expect(waiting.items.map((item) => item.id)).toContain(held);

    const { id } = await say(app, author, post, 'Said');
    await remove(id);
    const restored = await made(app, staff, `comments/${id}`, { action: 'restore', version: 2 });
    await undo(app, staff, restored);
    expect(await see(id)).toMatchObject({
      status: 'removed',
      removal: { by: 'moderation', reason: 'spam' },
    });
  });

  it('takes pins and locks away again', async () => {
    const { id } = await say(app, author, post, 'Said');
    const pinned = await made(app, staff, `comments/${id}`, { action: 'pin', version: 1 });
    await undo(app, staff, pinned);
    const locked = await made(app, staff, `comments/${id}`, { action: 'lock', version: 3 });
    expect(await see(id)).toMatchObject({ pinned: false, locked: true });
    await undo(app, staff, locked);
    expect(await see(id)).toMatchObject({ locked: false, version: 5 });
    const closed = await made(app, staff, `posts/${post}`, { action: 'lock' });
    expect((await undo(app, staff, closed)).body.post).toMatchObject({ locked: false });
  });

  it('lets a notice of illegal content wait again', async () => {
    const { id } = await say(app, author, post, 'Said');
    const receipt = await app.request
      .post('/api/v1/notices')
      .send({
        url: id,
        category: 'child_abuse',
        explanation: 'This is against the law of every country.',
        goodFaith: true,
      })
      .expect(201);
    const stateOf = async () => {
      const { id: notice, secret } = receipt.body;
      const path = `/api/v1/notices/${notice}`;
      return (await app.request.get(path).query({ secret }).expect(200)).body.state;
    };
    const decision = await remove(id);
    expect(await stateOf()).toBe('decided');
    await undo(app, staff, decision);
    expect(await stateOf()).toBe('received');
    const { items } = await readQueue(app, staff, { kind: 'reported' });
    expect(items.find((item) => item.id === id)).toMatchObject({ noticeCount: 1, score: 10 });
    const { body } = await app.request.get('/api/v1/moderation/log').set(staff.auth).expect(200);
    const ledBy = body.items.find((item: { id: string }) => item.id === decision).ledBy;
    expect(ledBy).toBe('notice');
  });

  it('is refused when something came in between', async () => {
    const { id } = await say(app, author, post, 'Said');
    const removed = await remove(id);
    await made(app, staff, `comments/${id}`, { action: 'restore', version: 2 });
    expect(outcomeOf(await undo(app, staff, removed))).toBe('409 version-conflict');

    const suspended = await made(app, staff, `users/${reader.id}`, {
      action: 'premoderate',
      reason: 'spam',
    });
    await made(app, staff, `users/${reader.id}`, { action: 'ban', reason: 'spam' });
    expect(outcomeOf(await undo(app, staff, suspended))).toBe('409 version-conflict');
    await made(app, staff, `users/${reader.id}`, { action: 'reinstate' });
  });

  it('happens once, however often it is asked for', async () => {
    const { id } = await say(app, author, post, 'Said');
    const removed = await remove(id);
    const answers = await Promise.all([undo(app, staff, removed), undo(app, editor, removed)]);
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
    expect((await see(id)).version).toBe(3);
    expect(outcomeOf(await undo(app, staff, removed))).toMatch(/^409/);
    const undone = answers.find(({ status }) => status === 201)!.body.decision.id;
    expect(outcomeOf(await undo(app, staff, undone))).toBe('409 decision-does-not-fit');
  });

  it('gives an account its standing back, and its name', async () => {
    const person = await register(app);
    const on = `users/${person.id}`;
    await made(app, staff, on, { action: 'premoderate', reason: 'spam' });
    const banned = await made(app, staff, on, { action: 'ban', reason: 'spam' });
    const answer = await undo(app, staff, banned);
    expect(answer.body.user).toMatchObject({ id: person.id, standing: 'premoderated' });
    const renamed = await made(app, staff, on, {
      action: 'rename',
      reason: 'offensive',
      displayName: 'Somebody Milder',
    });
    expect((await caseOf(person)).user.displayName).toBe('Somebody Milder');
    await undo(app, staff, renamed);
    expect((await caseOf(person)).user.displayName).toBe(person.username);
  });

  it('within a minute leaves nothing for the author to hear of', async () => {
    const person = await register(app);
    const { id } = await say(app, person, post, 'Said');
    const first = await remove(id);
    await undo(app, staff, first);
    const second = await remove(id, 3);
    expect(await readStatements(app, person)).toEqual([]);
    await passGrace(database);
    expect(await readStatements(app, person)).toMatchObject([{ id: second, undone: false }]);
    await undo(app, staff, second);
    await passGrace(database);
    const told = await readStatements(app, person);
    expect(told.map(({ action, undone }) => [action, undone])).toEqual([
      ['undo', false],
      ['remove', true],
    ]);
  });

  it('is refused for what is not there, what changed nothing, and who is not above', async () => {
    expect(outcomeOf(await undo(app, staff, '01900000-0000-7000-8000-000000000000'))).toBe(
      '404 decision-not-found',
    );
    const noted = await made(app, staff, `users/${author.id}`, { action: 'note', note: 'Seen.' });
    expect(outcomeOf(await undo(app, staff, noted))).toBe('409 decision-does-not-fit');
    const colleague = await moderator(app, editor);
    const banned = await made(app, editor, `users/${colleague.id}`, {
      action: 'ban',
      reason: 'spam',
    });
    expect(outcomeOf(await undo(app, staff, banned))).toBe('403 not-above');
    expect(outcomeOf(await undo(app, author, banned))).toBe('403 role-required');
  });

  it('keeps every counter', async () => {
    expect(await findDrift(database)).toEqual([]);
    expect(
      outcomeOf(await decide(app, staff, 'comments/nothing', { action: 'pin', version: 1 })),
    ).toBe('404 comment-not-found');
  });
});
