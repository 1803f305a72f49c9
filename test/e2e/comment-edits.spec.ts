import { createPost, makeYoung, readPage, say } from '../support/threads.js';
import { decide } from '../support/moderation.js';
import { useSite } from '../support/site.js';

describe('a comment of one’s own', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member', other: 'member' } });

  const newPost = async () => (await createPost(site.app, site.editor)).id;
  const age = (id: string, interval: string) =>
    site.database.query(
      `update comments set created_at = created_at - $2::interval where id = $1`,
      [id, interval],
    );

  describe('edit', () => {
    it('is silent at first, and marked once it was answered', async () => {
      const post = await newPost();
      const comment = await say(site.app, site.reader, post, 'frist');
      const edit = (version: number, body: string) =>
        site.app.request
          .patch(`/api/v1/comments/${comment.id}`)
          .set(site.reader.auth)
          .set('if-match', `"${version}"`)
          .send({ body });
      const silent = await edit(1, 'first').expect(200);
      expect(silent.body).toMatchObject({ body: 'first', version: 2, editedAt: null });
      await say(site.app, site.other, post, 'answer', comment.id);
      const marked = await edit(2, 'second').expect(200);
      expect(marked.body).toMatchObject({
        body: 'second',
        version: 3,
        editedAt: expect.any(String),
      });
      const history = await site.app.request
        .get(`/api/v1/comments/${comment.id}/revisions`)
        .expect(200);
      expect(history.body.items.map((item: { body: string }) => item.body)).toEqual(['first']);
      const own = await site.app.request
        .get(`/api/v1/comments/${comment.id}/revisions`)
        .set(site.reader.auth)
        .expect(200);
      expect(own.body.items.map((item: { body: string }) => item.body)).toEqual(['frist', 'first']);
    });

    it('compares the version', async () => {
      const post = await newPost();
      const { id } = await say(site.app, site.reader, post, 'text');
      const edit = () =>
        site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set(site.reader.auth)
          .send({ body: 'other text' });
      await edit().expect(428);
      await edit().set('if-match', '"7"').expect(412);
      await edit().set('if-match', 'soon').expect(422);
      await edit().set('if-match', '1').expect(200);
    });

    it('ends after 24 hours, and is the author’s alone', async () => {
      const post = await newPost();
      const { id } = await say(site.app, site.reader, post, 'text');
      await site.app.request
        .patch(`/api/v1/comments/${id}`)
        .set(site.other.auth)
        .set('if-match', '1')
        .send({ body: 'x' })
        .expect(403);
      await age(id, '25 hours');
      const late = await site.app.request
        .patch(`/api/v1/comments/${id}`)
        .set(site.reader.auth)
        .set('if-match', '1')
        .send({ body: 'x' });
      expect(late.status).toBe(409);
      expect(late.body.type).toMatch(/edit-window-closed$/);
    });
  });

  describe('that readers would see nothing of', () => {
    it.each(['![]()', '# ', '>', '- ', '```\n```', '&nbsp;', '***'])(
      'is refused, new or changed: %j',
      async (body) => {
        const post = await newPost();
        const { id } = await say(site.app, site.reader, post, 'text');
        const detail = 'Must hold at least one visible character.';
        const fault = { pointer: '/body', detail, rule: 'nothing-shown' };
        const made = await site.app.request
          .post(`/api/v1/posts/${post}/comments`)
          .set(site.reader.auth)
          .send({ body });
        const changed = await site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set(site.reader.auth)
          .set('if-match', '1')
          .send({ body });
        for (const { status, body: problem } of [made, changed]) {
          expect(status).toBe(422);
          expect(problem.errors).toEqual([fault]);
        }
      },
    );
  });

  describe('that waits again after it was public', () => {
    const correct = (id: string, version: number, body: string) =>
      site.app.request
        .patch(`/api/v1/comments/${id}`)
        .set(site.reader.auth)
        .set('if-match', `"${version}"`)
        .send({ body });

    it('may be corrected after 24 hours, and the text that was hidden stays so', async () => {
      const post = await newPost();
      const { id } = await say(site.app, site.reader, post, 'first');
      await say(site.app, site.other, post, 'answer', id);
      await site.app.request
        .patch(`/api/v1/posts/${post}`)
        .set(site.editor.auth)
        .send({ mode: 'premoderated' })
        .expect(200);
      const insult = await correct(id, 1, 'insult').expect(200);
      expect(insult.body.status).toBe('held');
      await age(id, '25 hours');
      const corrected = await correct(id, insult.body.version, 'corrected').expect(200);
      const { version } = corrected.body;
      const approved = await decide(site.app, site.editor, `comments/${id}`, {
        action: 'approve',
        version,
      });
      expect(approved.status).toBe(201);
      const { body } = await site.app.request.get(`/api/v1/comments/${id}/revisions`).expect(200);
      expect(body.items.map((item: { body: string }) => item.body)).toEqual(['first']);
    });
  });

  describe('deletion', () => {
    it('leaves no trace within 15 seconds', async () => {
      const post = await newPost();
      const { id } = await say(site.app, site.reader, post, 'slip');
      await makeYoung(site.database, id);
      await site.app.request.delete(`/api/v1/comments/${id}`).set(site.reader.auth).expect(204);
      await site.app.request.get(`/api/v1/comments/${id}`).set(site.reader.auth).expect(404);
      expect(await readPage(site.app, post)).toMatchObject({
        post: { commentCount: 0 },
        items: [],
      });
    });

    it('leaves a tombstone above replies, and none when the last of them goes', async () => {
      const post = await newPost();
      const top = await say(site.app, site.reader, post, 'secret words');
      const reply = await say(site.app, site.other, post, 'reply', top.id);
      await age(top.id, '1 minute');
      await age(reply.id, '1 minute');
      await site.app.request.delete(`/api/v1/comments/${top.id}`).set(site.reader.auth).expect(204);
      const page = await readPage(site.app, post);
      expect(page.post.commentCount).toBe(1);
      expect(page.items[0]).toMatchObject({
        id: top.id,
        status: 'deleted',
        body: null,
        html: null,
        author: null,
        score: null,
        removal: { by: 'author', reason: null },
        replyCount: 1,
      });
      await site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.other.auth)
        .send({ body: 'late', parentId: top.id })
        .expect(409);
      await site.app.request
        .delete(`/api/v1/comments/${reply.id}`)
        .set(site.other.auth)
        .expect(204);
      expect(await readPage(site.app, post)).toMatchObject({
        post: { commentCount: 0 },
        items: [],
      });
    });
  });
});
