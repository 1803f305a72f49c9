import { decide, flag, readQueue } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('the queue', () => {
  const site = useSite({ people: { editor: 'admin', staff: 'moderator', author: 'member' } });
  let readers: Person[];
  let open: string;
  let premoderated: string;

  beforeAll(async () => {
    readers = [await register(site.app), await register(site.app), await register(site.app)];
    open = (await createPost(site.app, site.editor, { title: 'Open' })).id;
    premoderated = (
      await createPost(site.app, site.editor, { title: 'Read first', mode: 'premoderated' })
    ).id;
  });
  afterEach(async () => {
    await site.database.query('delete from comment_flags');
    await site.database.query(`update comments set status = 'removed' where status = 'held'`);
  });

  const hold = async (body: string) =>
    (
      await site.app.request
        .post(`/api/v1/posts/${premoderated}/comments`)
        .set(site.author.auth)
        .send({ body })
        .expect(202)
    ).body.id as string;
  const ids = (queue: { items: { id: string }[] }) => queue.items.map((item) => item.id);

  it('is for moderators', async () => {
    await site.app.request.get('/api/v1/moderation/queue').expect(401);
    await site.app.request.get('/api/v1/moderation/queue').set(site.author.auth).expect(403);
    const answer = await site.app.request
      .get('/api/v1/moderation/queue')
      .set(site.staff.auth)
      .expect(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('shows what waits in one discussion, by age', async () => {
    const other = (await createPost(site.app, site.editor, { mode: 'premoderated' })).id;
    const [first, second] = [await hold('First'), await hold('Second')];
    await site.app.request
      .post(`/api/v1/posts/${other}/comments`)
      .set(site.author.auth)
      .send({ body: 'Elsewhere' })
      .expect(202);
    const page = await readQueue(site.app, site.staff, {
      kind: 'held',
      post: premoderated,
      limit: 1,
    });
    expect(ids(page)).toEqual([first]);
    const query = { kind: 'held', post: premoderated, limit: 1, cursor: page.nextCursor };
    const next = await readQueue(site.app, site.staff, query);
    expect([ids(next), next.nextCursor]).toEqual([[second], null]);
    expect(ids(await readQueue(site.app, site.staff, { post: premoderated }))).toEqual([
      first,
      second,
    ]);
    for (const wrong of [{ kind: 'new' }, { sort: 'score' }, { post: 'no-id' }]) {
      const query = { post: premoderated, ...wrong };
      const answer = await site.app.request
        .get('/api/v1/moderation/queue')
        .set(site.staff.auth)
        .query(query);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('?post');
    }
  });

  it('refuses kinds that it does not know', async () => {
    for (const kind of ['fresh', 'appealed', 'Held', '']) {
      const answer = await site.app.request
        .get('/api/v1/moderation/queue')
        .set(site.staff.auth)
        .query({ kind });
      expect(answer.status).toBe(422);
    }
  });

  it('shows a reported comment once, with who said what', async () => {
    const comment = await say(site.app, site.author, open, 'You again');
    for (const [n, reader] of readers.entries()) {
      await flag(site.app, reader, comment.id, { reason: 'harassment', detail: `Report ${n}` });
    }
    const { items } = await readQueue(site.app, site.staff, { kind: 'reported' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: comment.id,
      kind: 'reported',
      comment: {
        id: comment.id,
        body: 'You again',
        status: 'published',
        author: { id: site.author.id },
      },
      post: { id: open, title: 'Open' },
      flagCount: 3,
    });
    expect(items[0].flags.map(({ reason, detail, by }) => [reason, detail, by.id])).toEqual(
      readers.map((reader, n) => ['harassment', `Report ${n}`, reader.id]),
    );
  });

  it('shows a held comment with the rules that hold it', async () => {
    const id = await hold('Please read me');
    const { items } = await readQueue(site.app, site.staff, { kind: 'held' });
    expect(items).toEqual([
      expect.objectContaining({
        id,
        kind: 'held',
        comment: expect.objectContaining({
          body: 'Please read me',
          hold: [expect.objectContaining({ rule: 'post-premoderated' })],
        }),
        flags: [],
        flagCount: 0,
      }),
    ]);
  });

  it('merges both kinds by how long they wait, and walks them once by cursors', async () => {
    const expected: string[] = [];
    for (let n = 0; n < 7; n++) {
      expected.push(await hold(`Held ${n}`));
      const comment = await say(site.app, site.author, open, `Reported ${n}`);
      await flag(site.app, readers[0], comment.id);
      expected.push(comment.id);
      await flag(site.app, readers[1], expected[1]);
    }
    for (const limit of [1, 3, 14]) expect(await walk({ limit })).toEqual(expected);
    const held = expected.filter((_, n) => n % 2 === 0);
    expect(await walk({ kind: 'held', limit: 2 })).toEqual(held);
    const reported = expected.filter((_, n) => n % 2 === 1);
    expect(await walk({ kind: 'reported', limit: 2 })).toEqual(reported);
  });

  it('refuses the cursor of another kind', async () => {
    await hold('One');
    await hold('Two');
    const { nextCursor } = await readQueue(site.app, site.staff, { kind: 'held', limit: 1 });
    const answer = await site.app.request
      .get('/api/v1/moderation/queue')
      .set(site.staff.auth)
      .query({ kind: 'reported', cursor: nextCursor });
    expect(answer.status).toBe(422);
  });

  it('holds a reported comment that an edit puts before a moderator', async () => {
    const comment = await say(site.app, site.author, open, 'First text');
    await flag(site.app, readers[0], comment.id);
    await site.app.request
      .patch(`/api/v1/posts/${open}`)
      .set(site.editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    await site.app.request
      .patch(`/api/v1/comments/${comment.id}`)
      .set({ ...site.author.auth, 'if-match': '1' })
      .send({ body: 'Second text' })
      .expect(200);
    await site.app.request
      .patch(`/api/v1/posts/${open}`)
      .set(site.editor.auth)
      .send({ mode: 'open' })
      .expect(200);
    const { items } = await readQueue(site.app, site.staff);
    expect(items).toEqual([
      expect.objectContaining({ id: comment.id, kind: 'held', flagCount: 1 }),
    ]);
    expect(items[0].comment.body).toBe('Second text');
  });

  it('no longer holds what is decided', async () => {
    const held = await hold('Good');
    const reported = await say(site.app, site.author, open, 'Bad');
    await flag(site.app, readers[0], reported.id);
    expect(ids(await readQueue(site.app, site.staff))).toEqual([held, reported.id]);
    await decide(site.app, site.staff, `comments/${held}`, { action: 'approve', version: 1 });
    await decide(site.app, site.staff, `comments/${reported.id}`, {
      action: 'remove',
      reason: 'spam',
      version: 1,
    });
    expect(ids(await readQueue(site.app, site.staff))).toEqual([]);
  });

  it('shows the oldest of many flags, and counts them all', async () => {
    const first = await say(site.app, site.author, open, 'Brigaded');
    await site.database.query(
      `with brigade as (
         insert into users (id, kind, display_name)
         select gen_random_uuid(), 'imported', 'Somebody' from generate_series(1, 3000) returning id
       )
       insert into comment_flags (id, comment_id, post_id, user_id, reason)
       select gen_random_uuid(), $1, $2, id, 'other' from brigade`,
      [first.id, open],
    );
    const { items, nextCursor } = await readQueue(site.app, site.staff, {
      kind: 'reported',
      limit: 2,
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: first.id, flagCount: 3000 });
    expect(items[0].flags).toHaveLength(20);
    expect(nextCursor).toBeNull();
  });

  async function walk(query: object): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await readQueue(site.app, site.staff, {
        ...query,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...ids(page));
      cursor = page.nextCursor;
    } while (cursor);
    return seen;
  }
});
