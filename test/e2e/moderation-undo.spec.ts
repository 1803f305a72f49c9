import { findDrift } from '../support/counters.js';
import { made, passGrace, readStatements, undo } from '../support/decisions.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { moderator, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, readPage, say } from '../support/threads.js';

describe('taking a decision back', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', reader: 'member' },
  });
  let post: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const remove = (id: string, version = 1) =>
    made(site.app, site.staff, `comments/${id}`, { action: 'remove', reason: 'spam', version });
  const see = async (id: string): Promise<Comment> =>
    (await site.app.request.get(`/api/v1/comments/${id}`).set(site.staff.auth).expect(200)).body;
  const hold = async () => {
    const { id } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const answer = await site.app.request
      .post(`/api/v1/posts/${id}/comments`)
      .set(site.author.auth)
      .send({ body: 'Waiting' })
      .expect(202);
    return answer.body.id as string;
  };
  const caseOf = async (person: Person) =>
    (
      await site.app.request
        .get(`/api/v1/moderation/users/${person.id}`)
        .set(site.staff.auth)
        .expect(200)
    ).body;

  it('puts a removed comment back, and its reports wait again', async () => {
    const { id } = await say(site.app, site.author, post, 'Said');
    await flag(site.app, site.reader, id);
    const before = await readPage(site.app, post);
    const decision = await remove(id);
    const answer = await undo(site.app, site.staff, decision, { note: 'The wrong one.' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      decision: { action: 'undo', undoes: decision, note: 'The wrong one.', commentId: id },
      comment: { id, status: 'published', version: 3, removal: null },
    });
    const after = await readPage(site.app, post);
    expect(after.seq).toBe(before.seq + 2);
    expect(after.post.commentCount).toBe(before.post.commentCount);
    const { items } = await readQueue(site.app, site.staff, { kind: 'reported' });
    expect(items.find((item) => item.id === id)).toMatchObject({ flagCount: 1, score: 1 });
    const flags = await site.app.request
      .get('/api/v1/users/me/flags')
      .set(site.reader.auth)
      .expect(200);
    expect(flags.body.items[0]).toMatchObject({ commentId: id, state: 'open' });
  });

  it('holds an approved comment again, and removes a restored one again', async () => {
    const held = await hold();
    const approved = await made(site.app, site.staff, `comments/${held}`, {
      action: 'approve',
      version: 1,
    });
    expect(outcomeOf(await undo(site.app, site.staff, approved))).toBe('201');
    expect(await see(held)).toMatchObject({
      status: 'held',
      hold: [{ rule: 'post-premoderated' }],
    });
    const waiting = await readQueue(site.app, site.staff, { kind: 'held' });
    expect(waiting.items.map((item) => item.id)).toContain(held);

    const { id } = await say(site.app, site.author, post, 'Said');
    await remove(id);
    const restored = await made(site.app, site.staff, `comments/${id}`, {
      action: 'restore',
      version: 2,
    });
    await undo(site.app, site.staff, restored);
    expect(await see(id)).toMatchObject({
      status: 'removed',
      removal: { by: 'moderation', reason: 'spam' },
    });
  });

  it('takes pins and locks away again', async () => {
    const { id } = await say(site.app, site.author, post, 'Said');
    const pinned = await made(site.app, site.staff, `comments/${id}`, {
      action: 'pin',
      version: 1,
    });
    await undo(site.app, site.staff, pinned);
    const locked = await made(site.app, site.staff, `comments/${id}`, {
      action: 'lock',
      version: 3,
    });
    expect(await see(id)).toMatchObject({ pinned: false, locked: true });
    await undo(site.app, site.staff, locked);
    expect(await see(id)).toMatchObject({ locked: false, version: 5 });
    const closed = await made(site.app, site.staff, `posts/${post}`, { action: 'lock' });
    expect((await undo(site.app, site.staff, closed)).body.post).toMatchObject({ locked: false });
  });

  it('puts back no pin for which there is no room any more', async () => {
    const { id: full } = await createPost(site.app, site.editor);
    const pin = (id: string, version = 1) =>
      decide(site.app, site.staff, `comments/${id}`, { action: 'pin', version });
    const unpin = (id: string) =>
      made(site.app, site.staff, `comments/${id}`, { action: 'unpin', version: 2 });
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three', 'Four'])
      ids.push((await say(site.app, site.author, full, text)).id);
    for (const id of ids.slice(0, 3)) expect((await pin(id)).status).toBe(201);
    const unpinned = await unpin(ids[0]);
    expect((await pin(ids[3])).status).toBe(201);
    expect(outcomeOf(await undo(site.app, site.staff, unpinned))).toBe('409 decision-does-not-fit');
    // Tests the same for a comment that returns with its pin, one way or the other.
    const removed = await remove(ids[1], 2);
    expect((await pin(ids[0], 3)).status).toBe(201);
    expect(outcomeOf(await undo(site.app, site.staff, removed))).toBe('201');
    await remove(ids[2], 2);
    expect((await pin(ids[1], 4)).status).toBe(201);
    const restore = { action: 'restore', version: 3 };
    expect((await decide(site.app, site.staff, `comments/${ids[2]}`, restore)).status).toBe(201);
    const { items, pinned } = await readPage(site.app, full);
    expect(pinned.map(({ id }) => id).sort()).toEqual([ids[0], ids[1], ids[3]].sort());
    expect(items.filter((item) => item.pinned)).toHaveLength(3);
  });

  it('is refused when something came in between', async () => {
    const { id } = await say(site.app, site.author, post, 'Said');
    const removed = await remove(id);
    await made(site.app, site.staff, `comments/${id}`, { action: 'restore', version: 2 });
    expect(outcomeOf(await undo(site.app, site.staff, removed))).toBe('409 version-conflict');

    const suspended = await made(site.app, site.staff, `users/${site.reader.id}`, {
      action: 'premoderate',
      reason: 'spam',
    });
    await made(site.app, site.staff, `users/${site.reader.id}`, { action: 'ban', reason: 'spam' });
    expect(outcomeOf(await undo(site.app, site.staff, suspended))).toBe('409 version-conflict');
    await made(site.app, site.staff, `users/${site.reader.id}`, { action: 'reinstate' });
  });

  it('happens once, however often it is asked for', async () => {
    const { id } = await say(site.app, site.author, post, 'Said');
    const removed = await remove(id);
    const answers = await Promise.all([
      undo(site.app, site.staff, removed),
      undo(site.app, site.editor, removed),
    ]);
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
    expect((await see(id)).version).toBe(3);
    expect(outcomeOf(await undo(site.app, site.staff, removed))).toMatch(/^409/);
    const undone = answers.find(({ status }) => status === 201)!.body.decision.id;
    expect(outcomeOf(await undo(site.app, site.staff, undone))).toBe('409 decision-does-not-fit');
  });

  it('gives an account its standing back, and its name', async () => {
    const person = await register(site.app);
    const on = `users/${person.id}`;
    await made(site.app, site.staff, on, { action: 'premoderate', reason: 'spam' });
    const banned = await made(site.app, site.staff, on, { action: 'ban', reason: 'spam' });
    const answer = await undo(site.app, site.staff, banned);
    expect(answer.body.user).toMatchObject({ id: person.id, standing: 'premoderated' });
    const renamed = await made(site.app, site.staff, on, {
      action: 'rename',
      reason: 'offensive',
      displayName: 'Somebody Milder',
    });
    expect((await caseOf(person)).user.displayName).toBe('Somebody Milder');
    await undo(site.app, site.staff, renamed);
    expect((await caseOf(person)).user.displayName).toBe(person.username);
  });

  it('within a minute leaves nothing for the author to hear of', async () => {
    const person = await register(site.app);
    const { id } = await say(site.app, person, post, 'Said');
    const first = await remove(id);
    await undo(site.app, site.staff, first);
    const second = await remove(id, 3);
    expect(await readStatements(site.app, person)).toEqual([]);
    await passGrace(site.database);
    expect(await readStatements(site.app, person)).toMatchObject([{ id: second, undone: false }]);
    await undo(site.app, site.staff, second);
    await passGrace(site.database);
    const told = await readStatements(site.app, person);
    expect(told.map(({ action, undone }) => [action, undone])).toEqual([
      ['undo', false],
      ['remove', true],
    ]);
  });

  it('is refused for what is not there, what changed nothing, and who is not above', async () => {
    expect(
      outcomeOf(await undo(site.app, site.staff, '01900000-0000-7000-8000-000000000000')),
    ).toBe('404 decision-not-found');
    const noted = await made(site.app, site.staff, `users/${site.author.id}`, {
      action: 'note',
      note: 'Seen.',
    });
    expect(outcomeOf(await undo(site.app, site.staff, noted))).toBe('409 decision-does-not-fit');
    const colleague = await moderator(site.app, site.editor);
    const banned = await made(site.app, site.editor, `users/${colleague.id}`, {
      action: 'ban',
      reason: 'spam',
    });
    expect(outcomeOf(await undo(site.app, site.staff, banned))).toBe('403 not-above');
    expect(outcomeOf(await undo(site.app, site.author, banned))).toBe('403 role-required');
  });

  it('keeps every counter', async () => {
    expect(await findDrift(site.database)).toEqual([]);
    expect(
      outcomeOf(
        await decide(site.app, site.staff, 'comments/nothing', { action: 'pin', version: 1 }),
      ),
    ).toBe('404 comment-not-found');
  });
});
