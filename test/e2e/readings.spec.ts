import { admin, ADMIN, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, say } from '../support/threads.js';

describe('what depends on the viewer', () => {
  let database: TestDatabase;
  let app: TestApp;
  let editor: Person;
  let reader: Person;
  let other: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createTestApp(database, ADMIN);
    [editor, reader, other] = [await admin(app), await register(app), await register(app)];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const view = async (post: string, by?: Person) => {
    const request = app.request.get(`/api/v1/posts/${post}/viewer`);
    return (await (by ? request.set(by.auth) : request).expect(200)).body;
  };

  it('is nothing for guests', async () => {
    const { id } = await createPost(app, editor);
    expect(await view(id)).toEqual({
      votes: [],
      held: [],
      removed: [],
      credits: [],
      permissions: { comment: false, vote: false, moderate: false },
      slowMode: { seconds: 0, until: null },
      lastSeenSeq: 0,
    });
  });

  it('is bounded in bytes: the newest of one’s own held comments', async () => {
    const { id } = await createPost(app, editor, { mode: 'premoderated' });
    const written: string[] = [];
    for (let n = 0; n < 30; n++) {
      const { body } = await app.request
        .post(`/api/v1/posts/${id}/comments`)
        .set(reader.auth)
        .send({ body: 'Ж'.repeat(9_900) })
        .expect(202);
      written.unshift(body.id);
    }
    const { held } = (await view(id, reader)) as { held: { id: string }[] };
    expect(held.map((comment) => comment.id)).toEqual(written.slice(0, held.length));
    expect(held.length).toBeGreaterThan(5);
    expect(Buffer.byteLength(JSON.stringify(held))).toBeLessThanOrEqual(600_000);
  });

  it('holds one’s own votes and held comments, and nobody else’s', async () => {
    const { id } = await createPost(app, editor);
    const comment = await say(app, other, id, 'published');
    await app.request
      .put(`/api/v1/comments/${comment.id}/vote`)
      .set(reader.auth)
      .send({ value: -1 })
      .expect(200);
    await app.request
      .patch(`/api/v1/posts/${id}`)
      .set(editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    const held = await app.request
      .post(`/api/v1/posts/${id}/comments`)
      .set(reader.auth)
      .send({ body: 'waiting' })
      .expect(202);
    const mine = await view(id, reader);
    expect(mine.votes).toEqual([{ commentId: comment.id, value: -1 }]);
    expect(mine.held).toEqual([held.body]);
    expect(await view(id, other)).toMatchObject({ votes: [], held: [] });
  });

  it('says what one may do here', async () => {
    const { id } = await createPost(app, editor);
    expect((await view(id, reader)).permissions).toEqual({
      comment: true,
      vote: true,
      moderate: false,
    });
    expect((await view(id, editor)).permissions).toMatchObject({ moderate: true });
    await app.request
      .patch(`/api/v1/posts/${id}`)
      .set(editor.auth)
      .send({ locked: true })
      .expect(200);
    expect((await view(id, reader)).permissions).toMatchObject({ comment: false, vote: false });
  });

  it('keeps how far one has read: forwards, and not beyond the log', async () => {
    const { id } = await createPost(app, editor);
    for (const text of ['one', 'two', 'three']) await say(app, other, id, text);
    const put = async (lastSeenSeq: number) =>
      (
        await app.request
          .put(`/api/v1/posts/${id}/viewer`)
          .set(reader.auth)
          .send({ lastSeenSeq })
          .expect(200)
      ).body;
    expect(await put(2)).toEqual({ lastSeenSeq: 2 });
    expect(await put(1)).toEqual({ lastSeenSeq: 2 });
    expect(await put(99)).toEqual({ lastSeenSeq: 3 });
    expect((await view(id, reader)).lastSeenSeq).toBe(3);
    expect((await view(id, other)).lastSeenSeq).toBe(0);
    await app.request.put(`/api/v1/posts/${id}/viewer`).send({ lastSeenSeq: 1 }).expect(401);
    await app.request
      .put(`/api/v1/posts/${id}/viewer`)
      .set(reader.auth)
      .send({ lastSeenSeq: -1 })
      .expect(422);
  });

  it('is not there for a post that is not', async () => {
    await app.request.get('/api/v1/posts/nothing-here/viewer').expect(404);
  });
});
