import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import type { TestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a site that is read-only', () => {
  const site = useSite({ people: { editor: 'admin', guard: 'moderator' }, nodes: 2 });

  const setReadOnly = (readOnly: boolean) =>
    site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.editor.auth)
      .send({ readOnly })
      .expect(200);

  it('takes nothing on any node that others would see, and everything again afterwards', async () => {
    const [node, otherNode] = site.nodes;
    const anna = await register(node);
    const post = await createPost(node, site.editor);
    const first = await say(node, anna, post.id, 'before');
    const comment = (on: TestApp) =>
      on.request.post(`/api/v1/posts/${post.id}/comments`).set(anna.auth).send({ body: 'during' });

    await setReadOnly(true);
    const { body, headers } = await comment(node).expect(503);
    expect(body).toMatchObject({ type: '/problems/read-only', status: 503 });
    expect(headers['retry-after']).toBe('60');
    // Uses a request without effect: a comment that was still accepted would stay on the page.
    const noVote = () =>
      otherNode.request
        .put(`/api/v1/comments/${first.id}/vote`)
        .set(site.guard.auth)
        .send({ value: 0 });
    await until('the other node has heard', async () => (await noVote()).status === 503);
    await comment(otherNode).expect(503);
    const vote = { value: 1 };
    await node.request
      .put(`/api/v1/comments/${first.id}/vote`)
      .set(site.guard.auth)
      .send(vote)
      .expect(503);
    await node.request
      .post(`/api/v1/moderation/comments/${first.id}/decisions`)
      .set(site.guard.auth)
      .send({ action: 'remove', reason: 'spam', version: first.version })
      .expect(503);

    const { body: page } = await node.request.get(`/api/v1/posts/${post.id}/comments`).expect(200);
    expect(page.items).toHaveLength(1);
    await node.request
      .post('/api/v1/auth/login')
      .send({ login: anna.username, password: 'correct horse battery' })
      .expect(200);
    await node.request
      .put(`/api/v1/posts/${post.id}/viewer`)
      .set(anna.auth)
      .send({ lastSeenSeq: page.seq })
      .expect(200);

    await setReadOnly(false);
    await comment(node).expect(201);
    await until('the other node, too', async () => (await comment(otherNode)).status === 201);
  });

  it('is so from its start where the environment says it, and still takes what came back of its mail', async () => {
    const secret = 'e7c1a9d04b62f85311aa90cc';
    const fixed = await site.start({ READ_ONLY: 'on', MAIL_BOUNCE_SECRET: secret });
    await fixed.request
      .post('/api/v1/posts')
      .set(site.editor.auth)
      .send({ slug: 'not-now', title: 'Not now' })
      .expect(503);
    const { email } = (await fixed.request.get('/api/v1/users/me').set(site.guard.auth).expect(200))
      .body;
    const { body } = await fixed.request
      .post('/api/v1/mail/bounces')
      .set('x-mail-secret', secret)
      .send({ bounces: [{ address: email, kind: 'permanent' }] })
      .expect(200);
    expect(body).toEqual({ stopped: 1 });
  });
});
