import { randomUUID } from 'node:crypto';
import { exchange, request as rawRequest } from '../support/raw-http.js';
import { outcomeOf } from '../support/moderation.js';
import { register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

/** Ways into other services: the path, the form, the cache, the frame, a redirect's address. */
describe('a door that stood open elsewhere', () => {
  const site = useSite({
    people: { editor: 'admin', judge: 'moderator', author: 'member' },
    env: { SITE_ORIGINS: 'https://reviews.example' },
  });
  let post: { id: string; slug: string };
  beforeAll(async () => {
    post = await createPost(site.app, site.editor);
    await say(site.app, site.author, post.id, 'A comment');
  });

  it('C9, Nest CVE-2026-2293 and CVE-2026-54281: no spelling of a path goes round the guard', async () => {
    const path = '/api/v1/moderation/queue';
    const spellings = [
      path,
      `${path}/`,
      `${path}//`,
      `/${path}`,
      path.replaceAll('/', '//'),
      path.replace('/v1/', '/v1/./'),
      path.replace('/v1/', '/v1/x/../'),
      path.replace('/moderation/', '/moderation%2f'),
      path.replace('/moderation/', '/moderation%5c'),
      path.replace('queue', 'Queue'),
      path.replace('queue', 'queu%65'),
      path.replace('queue', '%2571ueue'),
      `${path}%00`,
      `${path};x=1`,
      `${path}%3f`,
      `${path}.json`,
      `${path}%20`,
      `${path}?`,
      `${path}?kind=held#x`,
      `/.${path}`,
      `/posts/..${path}`,
      `/health/live/..${path}`,
      `http://localhost${path}`,
    ];
    for (const headers of [[], [`Authorization: Bearer ${site.author.token}`]]) {
      for (const spelling of spellings) {
        const { status, text } = await exchange(
          site.app.url,
          rawRequest(`GET ${spelling}`, headers),
        );
        expect([spelling, [400, 401, 403, 404, 422].includes(status)]).toEqual([spelling, true]);
        expect(text).not.toContain('"items"');
      }
    }
    const judge = [`Authorization: Bearer ${site.judge.token}`];
    const through = await exchange(site.app.url, rawRequest(`GET ${path}`, judge));
    expect(through.status).toBe(200);
  });

  it('C10: bytes behind a request that is read in two ways are no request of their own', async () => {
    const hidden = rawRequest('DELETE /api/v1/comments/x');
    const framings = [
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      ['Transfer-Encoding: chunked', 'Content-Length: 4'],
      ['Transfer-Encoding: xchunked'],
      ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
      ['Transfer-Encoding : chunked'],
      ['Transfer-Encoding:\x0bchunked'],
      ['Content-Length: 0', 'Content-Length: 44'],
      ['Content-Length: +5'],
      ['Content-Length: 0x5'],
    ];
    for (const framing of framings) {
      const head = ['Host: localhost', 'Content-Type: application/json', ...framing];
      const bytes = `POST /api/v1/auth/login HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n0\r\n\r\n${hidden}`;
      const answer = await exchange(site.app.url, bytes);
      expect([framing, answer.status]).toEqual([framing, 400]);
      expect(answer.text).not.toContain('HTTP/1.1');
    }
  });

  it('E4: a sign-in says the same of an account that is there and of one that is not', async () => {
    const answers = [];
    for (const login of [
      site.author.username,
      `nobody-${randomUUID().slice(0, 8)}`,
      'no@body.example',
    ]) {
      const answer = await site.app.request
        .post('/api/v1/auth/login')
        .send({ login, password: 'not the password' });
      const { requestId: _id, instance: _urn, ...body } = answer.body;
      answers.push([answer.status, body, Object.keys(answer.headers).toSorted()]);
    }
    expect(answers[0][0]).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('E5, WordPress CVE-2019-9787: a form or a cookie of another page writes nothing', async () => {
    const path = `/api/v1/posts/${post.id}/comments`;
    const cookie = [`token=${site.author.token}`, `access_token=${site.author.token}`].join('; ');
    const body = JSON.stringify({ body: 'Forged' });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json',
    ]) {
      const forged = site.app.request.post(path).set({ 'content-type': type, cookie });
      expect((await forged.send(body)).status).toBe(type === 'application/json' ? 401 : 415);
      const foreign = { ...site.author.auth, origin: 'https://evil.example', 'content-type': type };
      expect((await site.app.request.post(path).set(foreign).send(body)).status).toBe(403);
    }
    const { body: page } = await site.app.request.get(path).expect(200);
    expect(page.post.commentCount).toBe(1);
  });

  it('E7: no page of the service stands in a frame of another', async () => {
    for (const address of ['/', `/posts/${post.slug}`, '/posts/none', '/api/docs', '/none']) {
      const { headers } = await site.app.request.get(address);
      expect([address, headers['content-security-policy']]).toEqual([
        address,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    }
  });

  it('E9, Remark42 c9ba8520: nothing that a caller sends decides where a redirect leads', async () => {
    const url = 'https://reviews.example/a-film';
    await site.app.request
      .post(`/api/v1/posts/${(await createPost(site.app, site.editor)).id}/urls`)
      .set(site.editor.auth)
      .send({ url })
      .expect(201);
    for (const address of [
      '//evil.example/%2f..',
      '/\\evil.example',
      '/posts//evil.example',
      `/posts/${post.slug}?next=https://evil.example`,
      `/posts/${post.slug}/?url=//evil.example`,
      '/?return_to=https://evil.example',
      '/api/docs?url=https://evil.example/openapi.json',
      '/api/docs/..//evil.example',
    ]) {
      const answer = await exchange(
        site.app.url,
        rawRequest(`GET ${address}`, [
          'X-Forwarded-Host: evil.example',
          'X-Original-URL: //evil.example',
        ]),
      );
      expect(answer.headers.location ?? '').not.toContain('evil');
      expect(answer.headers['refresh']).toBeUndefined();
    }
  });

  it('Zulip 2021: what somebody reads who is signed in is kept by no cache that others share', async () => {
    const { body: document } = await site.app.request.get('/api/openapi.json').expect(200);
    const paths = Object.entries<Record<string, { security?: object[] }>>(document.paths)
      .filter(([, methods]) => methods.get?.security?.length)
      .map(([path]) => path);
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const address = path
        .replace('{post}', post.id)
        .replace('{username}', site.author.username)
        .replace('{id}', randomUUID());
      const { headers } = await site.app.request.get(address).set(site.editor.auth);
      expect([path, headers['cache-control']]).toEqual([
        path,
        // A public profile contains only public data.
        expect.stringMatching(path === '/api/v1/users/{username}' ? /private/ : /no-store/),
      ]);
    }
  });

  it('Artalk #921: who registers with the name or address of another gets nothing of theirs', async () => {
    const { body: me } = await site.app.request.get('/api/v1/users/me').set(site.author.auth);
    for (const claim of [
      { email: me.email, username: 'somebody-else' },
      { email: me.email.toUpperCase(), username: 'somebody-other' },
      { email: 'other@example.org', username: site.author.username.toUpperCase() },
    ]) {
      const answer = await site.app.request
        .post('/api/v1/auth/register')
        .send({ ...claim, password: 'correct horse battery' });
      expect(answer.status).toBe(409);
      expect(JSON.stringify(answer.body)).not.toContain(site.author.id);
    }
    const guest = site.app.request.post(`/api/v1/posts/${post.id}/comments`);
    const named = { body: 'As a guest', email: me.email, name: me.displayName };
    expect((await guest.send(named)).status).toBe(401);
    const other = await register(site.app);
    const given = { body: 'As another', authorId: site.author.id };
    const asOther = site.app.request.post(`/api/v1/posts/${post.id}/comments`).set(other.auth);
    expect(outcomeOf(await asOther.send(given))).toMatch(/^422/);
  });
});
