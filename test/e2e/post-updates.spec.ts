import { LiveSite } from '../support/live-site.js';
import { decide } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import type { TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('updates of a post', () => {
  let site: LiveSite;
  let app: TestApp;
  let writer: Person;
  let reader: Person;
  let postId: string;

  beforeAll(async () => {
    site = await LiveSite.start(1);
    app = site.nodes[0];
    [writer, reader] = [await register(app), await register(app)];
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    const fields = { body: 'Pirmais teksts.', authorId: writer.id };
    postId = (await createPost(app, site.staff, fields)).id;
  });

  const publish = (by: Person, update: object, headers = {}) =>
    app.request
      .post(`/api/v1/posts/${postId}/updates`)
      .set({ ...by.auth, ...headers })
      .send(update);
  const list = async (query: object = {}) =>
    (await app.request.get(`/api/v1/posts/${postId}/updates`).query(query).expect(200)).body;
  const post = async () => (await app.request.get(`/api/v1/posts/${postId}`).expect(200)).body;

  it('are dated, shown with the post, and told to open pages once', async () => {
    expect(await list()).toEqual({ items: [], nextCursor: null });
    expect((await post()).lastUpdateAt).toBeNull();
    const client = await site.connect();
    await client.subscribe(postId, { after: 0 });
    const { body: update } = await publish(writer, {
      text: 'Skaitlis *labots*.',
      body: 'Otrais teksts.',
    }).expect(201);
    expect(update).toMatchObject({
      postId,
      text: 'Skaitlis *labots*.',
      html: '<p>Skaitlis <em>labots</em>.</p>\n',
      revision: 2,
      author: { id: writer.id },
      credits: [],
    });
    expect(await list()).toEqual({ items: [update], nextCursor: null });
    expect(await post()).toMatchObject({
      body: 'Otrais teksts.',
      revision: 2,
      lastUpdateAt: update.createdAt,
    });
    const { body: plain } = await publish(site.staff, { text: 'No change of the text.' }).expect(
      201,
    );
    expect(plain.revision).toBe(2);
    await client.untilSeq(postId, 2);
    expect(client.events(postId).map(({ type }) => type)).toEqual(['post.updated', 'post.updated']);
  });

  it('are published by the author of the post and by staff alone, once for a key', async () => {
    // The second text would be refused, too, if it were rendered first.
    for (const text of ['Mine', '![]()'])
      expectProblem(await publish(reader, { text }), 403, { slug: 'post-not-yours' });
    await app.request.post(`/api/v1/posts/${postId}/updates`).send({ text: 'x' }).expect(401);
    const key = { 'idempotency-key': `update-${postId}` };
    const first = await publish(writer, { text: 'Once' }, key).expect(201);
    expect((await publish(writer, { text: 'Once' }, key).expect(201)).body).toEqual(first.body);
    expect((await list()).items).toHaveLength(1);
    await publish(writer, {}).expect(422);
    await publish(writer, { text: ' ' }).expect(422);
  });

  it('say which comments led to them, and the commenters see it', async () => {
    const comment = await say(app, reader, postId, 'The figure is wrong.');
    const own = await say(app, writer, postId, 'I found it, too.');
    const client = await site.connect({ token: reader.token });
    const { body: update } = await publish(writer, {
      text: 'Thanks to a reader.',
      credits: [comment.id, own.id],
    }).expect(201);
    expect(update.credits).toMatchObject([
      { commentId: comment.id, author: { id: reader.id } },
      { commentId: own.id, author: { id: writer.id } },
    ]);
    const viewer = await app.request
      .get(`/api/v1/posts/${postId}/viewer`)
      .set(reader.auth)
      .expect(200);
    expect(viewer.body.credits).toEqual([
      { commentId: comment.id, updateId: update.id, at: update.createdAt },
    ]);
    const notes = () =>
      client.received.flatMap((one) => (one.kind === 'notification' ? [one.note] : []));
    await until('the commenter to hear of it', async () => notes().length > 0);
    expect(notes()).toEqual([
      { type: 'notification.added', id: expect.any(String), state: 'correction' },
    ]);
    // A credit must not reveal the author of a removed comment.
    await decide(app, site.staff, `comments/${comment.id}`, {
      action: 'remove',
      reason: 'other',
      version: 1,
    });
    expect((await list()).items[0].credits).toMatchObject([{ commentId: own.id }]);
  });

  it('credit published comments of the post, each once', async () => {
    const comment = await say(app, reader, postId, 'A comment');
    const other = await createPost(app, site.staff);
    const elsewhere = await say(app, reader, other.id, 'Elsewhere');
    const pointersOf = async (credits: unknown) => {
      const problem = expectProblem(await publish(writer, { text: 'x', credits }), 422, {
        slug: 'invalid-input',
      });
      return problem.errors!.map(({ pointer }) => pointer);
    };
    expect(await pointersOf([comment.id, elsewhere.id])).toEqual(['/credits/1']);
    expect(await pointersOf([comment.id, comment.id.toUpperCase()])).toEqual(['/credits']);
    expect(await pointersOf(['text'])).toEqual(['/credits']);
    expect(await pointersOf(comment.id)).toEqual(['/credits']);
    await app.request.delete(`/api/v1/comments/${comment.id}`).set(reader.auth).expect(204);
    expect(await pointersOf([comment.id])).toEqual(['/credits/0']);
    expect((await list()).items).toEqual([]);
    expect((await post()).revision).toBe(1);
  });

  it('are listed the newest first, page by page', async () => {
    for (const text of ['one', 'two', 'three']) await publish(writer, { text }).expect(201);
    const first = await list({ limit: 2 });
    const texts = (items: { text: string }[]) => items.map(({ text }) => text);
    expect(texts(first.items)).toEqual(['three', 'two']);
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(texts(second.items)).toEqual(['one']);
    expect(second.nextCursor).toBeNull();
    await app.request.get(`/api/v1/posts/${postId}/updates?cursor=p00`).expect(422);
    await app.request.get('/api/v1/posts/nothing-here/updates').expect(404);
  });
});
