import { ended, startBulk } from '../support/bulk.js';
import { made } from '../support/decisions.js';
import { connectLive, type LiveClient } from '../support/live-client.js';
import { decide } from '../support/moderation.js';
import { moderator, register, signInAnew } from '../support/people.js';
import { RawLive } from '../support/raw-live.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

/** Ways in which threads of other services broke, leaked or grew out of bounds. */
describe('a thread, as others lost it,', () => {
  const site = useSite({ people: { editor: 'admin', author: 'member', reader: 'member' } });
  let post: string;
  beforeEach(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });
  const remove = async (id: string) => {
    const removal = { action: 'remove', reason: 'spam', version: 1 };
    expect((await decide(site.app, site.editor, `comments/${id}`, removal)).status).toBe(201);
  };

  it('Synapse CVE-2026-45076: does not end at a page of which everything is hidden', async () => {
    const kept = await say(site.app, site.author, post, 'The first');
    for (let count = 0; count < 7; count++)
      await remove((await say(site.app, site.author, post, `Removed ${count}`)).id);
    const last = await say(site.app, site.author, post, 'The last');
    const seen = [];
    let cursor: string | null = null;
    do {
      const query = { sort: 'newest', limit: 1, ...(cursor ? { cursor } : {}) };
      const page = await readPage(site.app, post, query);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([last.id, kept.id]);
    const events = await site.app.request.get(`/api/v1/posts/${post}/events`).query({ after: 0 });
    expect(events.body.events.map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: events.body.seq }, (_, index) => index + 1),
    );
  });

  it('Discourse CVE-2026-28227: a job that runs later asks again who may', async () => {
    const judge = await moderator(site.app, site.editor);
    const { id } = await say(site.app, site.author, post, 'Stays');
    await site.database.query('begin');
    await site.database.query('select 1 from post_heads where post_id = $1 for update', [post]);
    const comments = [{ id, version: 1 }];
    const job = await startBulk(site.app, judge, { action: 'remove', reason: 'spam', comments });
    await site.app.request
      .put(`/api/v1/users/${judge.username}/role`)
      .set(site.editor.auth)
      .send({ role: 'member' })
      .expect(200);
    await site.database.query('rollback');
    expect(await ended(site.app, site.editor, job.id)).toMatchObject({ state: 'failed', done: 0 });
    const { body } = await site.app.request.get(`/api/v1/comments/${id}`).expect(200);
    expect(body.status).toBe('published');
  });

  it('Lemmy #6270: what was removed or its author banned is in no list by another way', async () => {
    const writer = await register(site.app);
    const { id } = await say(site.app, writer, post, 'canary-of-a-removed-text');
    await say(site.app, site.reader, post, 'An answer', id);
    await remove(id);
    await made(site.app, site.editor, `users/${writer.id}`, { action: 'ban', reason: 'spam' });
    for (const address of [
      `/api/v1/posts/${post}/comments`,
      `/api/v1/posts/${post}/events?after=0`,
      `/api/v1/posts/${post}/thread.html`,
      `/api/v1/comments/${id}`,
      `/api/v1/comments/${id}/context`,
      `/api/v1/comments/${id}/revisions`,
      `/api/v1/users/${writer.username}`,
      `/posts/${post}`,
      '/',
    ]) {
      const answer = await site.app.request.get(address).set(site.reader.auth);
      expect(answer.text).not.toContain('canary-of-a-removed-text');
    }
  });

  it('NodeBB CVE-2023-30591: a message of any shape ends nothing but itself', async () => {
    const raw = await (await RawLive.open(site.app.url)).join();
    const shapes = [
      '42/live,[["subscribe"]]',
      '42/live,[{"toString":1},{}]',
      '42/live,["__proto__",{}]',
      '42/live,["constructor",{}]',
      '42/live,["hasOwnProperty"]',
      '42/live,1[null]',
      '42/live,["subscribe",null]',
      '42/live,["subscribe",[[]]]',
      '42/live,2["subscribe",{"postId":{"$gt":""}}]',
      '42/live,["subscribe",{"__proto__":{"postId":"x"}}]',
    ];
    raw.send(shapes.length, (number) => shapes[number - 1]);
    const client = await connectLive(site.app.url);
    const answer = await client.subscribe(post, { after: 0 });
    expect(answer).toMatchObject({ ok: true, seq: 0 });
    client.close();
    raw.end();
  });

  it('Socket.IO CVE-2026-33151: a message that announces attachments is not waited for', async () => {
    const raw = await (await RawLive.open(site.app.url)).join();
    raw.send(1, () => '459999999-/live,["subscribe",{"_placeholder":true,"num":0}]');
    const { socket } = raw;
    if (!raw.isClosed) await new Promise<void>((done) => socket.once('close', () => done()));
    expect(raw.isClosed).toBe(true);
    expect((await site.app.request.get('/health/live')).status).toBe(200);
  });

  describe('Mastodon CVE-2025-62175 and Socket.IO #5491', () => {
    const clients: LiveClient[] = [];
    afterEach(() => clients.splice(0).forEach((client) => client.close()));

    it('hears no banned account, and takes it back on no older session', async () => {
      const member = await register(site.app);
      const client = await connectLive(site.app.url, { token: member.token });
      clients.push(client);
      await client.subscribe(post, { after: 0 });
      await made(site.app, site.editor, `users/${member.id}`, { action: 'ban', reason: 'spam' });
      await client.untilClosed();
      const anew = await signInAnew(site.app, member);
      for (const [{ token }, status] of [[member, 401] as const, [anew, 403] as const]) {
        const again = await connectLive(site.app.url, { token });
        clients.push(again);
        expect(again.refused?.data).toMatchObject({ status });
      }
      await say(site.app, site.author, post, 'Said afterwards');
      expect(client.seqs(post)).toEqual([]);
    });
  });

  it('Mastodon CVE-2026-23961: a ban also stops what was begun before it', async () => {
    const member = await register(site.app);
    const { id } = await say(site.app, member, post, 'Before');
    await made(site.app, site.editor, `users/${member.id}`, { action: 'ban', reason: 'spam' });
    const { refreshToken } = member;
    await site.app.request.post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
    const { auth } = await signInAnew(site.app, member);
    const { request } = site.app;
    const tried = await Promise.all([
      request.post(`/api/v1/posts/${post}/comments`).set(auth).send({ body: 'After' }),
      request
        .patch(`/api/v1/comments/${id}`)
        .set({ ...auth, 'if-match': '1' })
        .send({ body: 'After' }),
      request.put(`/api/v1/comments/${id}/vote`).set(auth).send({ value: 1 }),
      request.post('/api/v1/previews').set(auth).send({ body: 'After' }),
      request.patch('/api/v1/users/me').set(auth).send({ bio: 'After' }),
    ]);
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 403));
  });
});
