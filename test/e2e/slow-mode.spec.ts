import {
  CommentWriterRepository,
  type DraftRow,
} from '../../src/comments/writing/comment-writer.repository.js';
import { newId } from '../../src/database/ids.js';
import { type Person, register } from '../support/people.js';
import { expectProblem } from '../support/problems.js';
import { useSite } from '../support/site.js';
import type { TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';

describe('slow mode', () => {
  const site = useSite({
    people: { editor: 'admin', reader: 'member' },
    env: { RATE_LIMITS: 'on' },
  });
  let hurried: TestApp;

  beforeAll(async () => {
    hurried = await site.start({ RATE_LIMITS: 'off' });
  });

  // A new account has its own rate limit, whichever the post.
  beforeEach(async () => {
    site.reader = await register(site.app);
  });

  const slowPost = () => createPost(site.app, site.editor, { slowModeSeconds: 3_600 });
  const write = (by: Person, post: string, body = 'again', on = site.app, headers = {}) =>
    on.request
      .post(`/api/v1/posts/${post}/comments`)
      .set({ ...by.auth, ...headers })
      .send({ body });
  const viewerOf = async (by: Person, post: string, on = site.app) =>
    (await on.request.get(`/api/v1/posts/${post}/viewer`).set(by.auth).expect(200)).body;
  /** Makes everything in the post an hour older. */
  const passAnHour = (post: string) =>
    site.database.query(
      `update comments set created_at = created_at - interval '1 hour' where post_id = $1`,
      [post],
    );

  it('says until when an account must wait, and lets it write then', async () => {
    const { id } = await slowPost();
    const first = await say(site.app, site.reader, id, 'first');
    const refused = await write(site.reader, id);
    const problem = expectProblem(refused, 429, { slug: 'slow-mode' });
    const until = Date.parse((first as unknown as { createdAt: string }).createdAt) + 3_600_000;
    expect(Date.parse((problem as unknown as { until: string }).until)).toBe(until);
    expect(problem.detail).toContain(new Date(until).toISOString());
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600);
    expect((await viewerOf(site.reader, id)).slowMode).toEqual({
      seconds: 3_600,
      until: new Date(until).toISOString(),
    });
    await passAnHour(id);
    expect((await viewerOf(site.reader, id)).slowMode).toEqual({ seconds: 3_600, until: null });
    await write(site.reader, id).expect(201);
  });

  it('is of one account and one post, and not of staff', async () => {
    const { id } = await slowPost();
    const other = await register(site.app);
    await say(site.app, site.reader, id, 'first');
    await write(other, id).expect(201);
    await write(site.reader, (await createPost(site.app, site.editor)).id).expect(201);
    await write(site.editor, id).expect(201);
    await write(site.editor, id).expect(201);
    expect((await viewerOf(site.editor, id)).slowMode).toEqual({ seconds: 3_600, until: null });
  });

  it('lets one of many pass that come at once, on whatever node', async () => {
    const { id } = await slowPost();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => write(site.reader, id, `attempt ${at}`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    expect(
      await site.database.query('select count(*)::int as rows from comments where post_id = $1', [
        id,
      ]),
    ).toEqual([{ rows: 1 }]);
  });

  it('writes one of two drafts of one account in one batch, and asks for the other again', async () => {
    const { id } = await slowPost();
    const draft = (body: string): DraftRow => ({
      id: newId(),
      postId: id,
      parentId: null,
      authorId: site.reader.id,
      body,
      html: body,
      createdAt: new Date(),
      terms: {
        author: { role: 'member', standing: 'active', newcomer: false },
        post: { mode: 'open', locked: false, verified: true },
      },
      hold: null,
      key: null,
      hash: null,
      anchor: null,
      quotes: null,
    });
    const writer = site.app.app.get(CommentWriterRepository);
    const batch = [draft('one'), draft('two')];
    expect((await writer.write(batch)).map(({ outcome }) => outcome)).toEqual(['write', 'twin']);
    expect((await writer.write([batch[1]])).map(({ outcome }) => outcome)).toEqual(['slow-mode']);
  });

  it('answers a retried request with its first answer', async () => {
    const { id } = await slowPost();
    const key = { 'idempotency-key': 'slow-and-sure' };
    const first = await write(site.reader, id, 'once', site.app, key).expect(201);
    const again = await write(site.reader, id, 'once', site.app, key).expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('counts what its author deleted at once', async () => {
    const { id } = await slowPost();
    const comment = await say(site.app, site.reader, id, 'first');
    await site.app.request
      .delete(`/api/v1/comments/${comment.id}`)
      .set(site.reader.auth)
      .expect(204);
    await write(site.reader, id).expect(429);
    const page = await site.app.request.get(`/api/v1/posts/${id}/comments`).expect(200);
    expect(page.body.items).toEqual([]);
  });

  it('is set by moderators, within a day, and lifted with the limits of number', async () => {
    const { id } = await createPost(site.app, site.editor);
    const change = (by: Person, slowModeSeconds: unknown) =>
      site.app.request.patch(`/api/v1/posts/${id}`).set(by.auth).send({ slowModeSeconds });
    await change(site.editor, 86_401).expect(422);
    await change(site.reader, 30).expect(403);
    expect((await change(site.editor, 30).expect(200)).body.slowModeSeconds).toBe(30);
    await say(site.app, site.reader, id, 'first');
    await write(site.reader, id).expect(429);
    await write(site.reader, id, 'in a load test', hurried).expect(201);
    expect((await viewerOf(site.reader, id, hurried)).slowMode.until).toBeNull();
    expect((await change(site.editor, 0).expect(200)).body.slowModeSeconds).toBe(0);
    await write(site.reader, id).expect(201);
  });
});
