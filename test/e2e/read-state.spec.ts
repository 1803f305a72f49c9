import { type Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('what depends on the viewer', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member', other: 'member' } });

  const view = async (post: string, by?: Person) => {
    const request = site.app.request.get(`/api/v1/posts/${post}/viewer`);
    return (await (by ? request.set(by.auth) : request).expect(200)).body;
  };

  it('is nothing for guests', async () => {
    const { id } = await createPost(site.app, site.editor);
    expect(await view(id)).toEqual({
      votes: [],
      held: [],
      removed: [],
      credits: [],
      permissions: { comment: false, vote: false, moderate: false },
      slowMode: { seconds: 0, until: null },
      lastSeenSeq: 0,
      subscription: null,
    });
  });

  it('is bounded in bytes: the newest of one’s own held comments', async () => {
    const { id } = await createPost(site.app, site.editor, { mode: 'premoderated' });
    const written: string[] = [];
    for (let n = 0; n < 30; n++) {
      const { body } = await site.app.request
        .post(`/api/v1/posts/${id}/comments`)
        .set(site.reader.auth)
        .send({ body: 'Ж'.repeat(9_900) })
        .expect(202);
      written.unshift(body.id);
    }
    const { held } = (await view(id, site.reader)) as { held: { id: string }[] };
    expect(held.map((comment) => comment.id)).toEqual(written.slice(0, held.length));
    expect(held.length).toBeGreaterThan(5);
    expect(Buffer.byteLength(JSON.stringify(held))).toBeLessThanOrEqual(600_000);
  });

  it('holds one’s own votes and held comments, and nobody else’s', async () => {
    const { id } = await createPost(site.app, site.editor);
    const comment = await say(site.app, site.other, id, 'published');
    await site.app.request
      .put(`/api/v1/comments/${comment.id}/vote`)
      .set(site.reader.auth)
      .send({ value: -1 })
      .expect(200);
    await site.app.request
      .patch(`/api/v1/posts/${id}`)
      .set(site.editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    const held = await site.app.request
      .post(`/api/v1/posts/${id}/comments`)
      .set(site.reader.auth)
      .send({ body: 'waiting' })
      .expect(202);
    const mine = await view(id, site.reader);
    expect(mine.votes).toEqual([{ commentId: comment.id, value: -1 }]);
    expect(mine.held).toEqual([held.body]);
    expect(await view(id, site.other)).toMatchObject({ votes: [], held: [] });
  });

  it('says what one may do here', async () => {
    const { id } = await createPost(site.app, site.editor);
    expect((await view(id, site.reader)).permissions).toEqual({
      comment: true,
      vote: true,
      moderate: false,
    });
    expect((await view(id, site.editor)).permissions).toMatchObject({ moderate: true });
    await site.app.request
      .patch(`/api/v1/posts/${id}`)
      .set(site.editor.auth)
      .send({ locked: true })
      .expect(200);
    expect((await view(id, site.reader)).permissions).toMatchObject({
      comment: false,
      vote: false,
    });
  });

  it('keeps how far one has read: forwards, and not beyond the log', async () => {
    const { id } = await createPost(site.app, site.editor);
    for (const text of ['one', 'two', 'three']) await say(site.app, site.other, id, text);
    const put = async (lastSeenSeq: number) =>
      (
        await site.app.request
          .put(`/api/v1/posts/${id}/viewer`)
          .set(site.reader.auth)
          .send({ lastSeenSeq })
          .expect(200)
      ).body;
    expect(await put(2)).toEqual({ lastSeenSeq: 2 });
    expect(await put(1)).toEqual({ lastSeenSeq: 2 });
    expect(await put(99)).toEqual({ lastSeenSeq: 3 });
    expect((await view(id, site.reader)).lastSeenSeq).toBe(3);
    expect((await view(id, site.other)).lastSeenSeq).toBe(0);
    await site.app.request.put(`/api/v1/posts/${id}/viewer`).send({ lastSeenSeq: 1 }).expect(401);
    await site.app.request
      .put(`/api/v1/posts/${id}/viewer`)
      .set(site.reader.auth)
      .send({ lastSeenSeq: -1 })
      .expect(422);
  });

  it('is not there for a post that is not', async () => {
    await site.app.request.get('/api/v1/posts/nothing-here/viewer').expect(404);
  });
});
