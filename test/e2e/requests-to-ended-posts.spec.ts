import { undo } from '../support/decisions.js';
import { LiveClient } from '../support/live-client.js';
import { outcomeOf } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

describe('a request to a post that has ended', () => {
  const site = useSite({
    people: { editor: 'admin', reader: 'member' },
    env: { RATE_LIMITS: 'off', PUBLIC_URL: 'http://127.0.0.1:9/talk' },
  });
  let post: { id: string; slug: string };
  let other: string;
  beforeEach(async () => {
    post = await createPost(site.app, site.editor);
    other = (await createPost(site.app, site.editor)).id;
  });

  type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
  const send = (method: Method, path: string, body?: object, headers: object = {}) => {
    const request = site.app.request[method](`/api/v1${path}`)
      .set({ ...site.editor.auth, ...headers })
      .redirects(0);
    return body === undefined ? request : request.send(body);
  };
  const merge = (headers: object = {}) =>
    send('post', `/posts/${post.id}/merge`, { into: other }, headers);
  const remove = (headers: object = {}) =>
    send('delete', `/posts/${post.slug}`, undefined, headers);

  describe('that was merged', () => {
    beforeEach(() => merge().expect(201));

    const acts: [string, Method, string, object | undefined][] = [
      ['a change', 'patch', '', { title: 'Other words' }],
      ['a deletion', 'delete', '', undefined],
      ['a merge', 'post', '/merge', { into: '00000000-0000-7000-8000-000000000000' }],
      ['an update', 'post', '/updates', { text: 'News' }],
      ['another address', 'post', '/urls', { url: 'http://127.0.0.1:9/another' }],
    ];
    it.each(acts)('is no act on the other one: %s', async (_, method, path, body) => {
      for (const ref of [post.id, post.slug]) {
        const answer = await send(method, `/posts/${ref}${path}`, body);
        expect(outcomeOf(answer)).toBe('409 post-ended');
        expect(answer.headers.location).toBeUndefined();
      }
    });

    it('is no decision on the other one', async () => {
      const path = `/moderation/posts/${post.id}/decisions`;
      expect(outcomeOf(await send('post', path, { action: 'lock' }))).toBe('409 post-ended');
    });

    it.each<[Method, string, object | undefined]>([
      ['get', '/comments?limit=5', undefined],
      ['get', '/viewer', undefined],
      ['post', '/comments', { body: 'A comment' }],
      ['put', '/viewer', { lastSeenSeq: 1 }],
    ])(
      'leads to the other one, below the path of the service: %s %s',
      async (method, path, body) => {
        const answer = await send(method, `/posts/${post.slug}${path}`, body);
        expect(answer.status).toBe(308);
        expect(answer.headers.location).toBe(`/talk/api/v1/posts/${other}${path}`);
      },
    );

    it('leads there from its page, and nobody keeps where', async () => {
      const { status, headers } = await site.app.request.get(`/posts/${post.slug}`).redirects(0);
      expect({ status, location: headers.location }).toEqual({ status: 308, location: other });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    });

    it('is refused on the socket', async () => {
      const socket = await new LiveClient(site.app.url).settled();
      const refused = await socket.send('subscribe', { postId: post.id });
      expect(refused).toMatchObject({ ok: false, problem: { type: '/problems/post-moved' } });
      socket.socket.disconnect();
    });
  });

  describe('that was answered before', () => {
    const key = { 'idempotency-key': 'the-same' };
    const twice = async (
      ask: () => PromiseLike<{ status: number; text: string }>,
      status = 201,
    ) => {
      const first = await ask();
      expect(first.status).toBe(status);
      return { first, again: async () => expect((await ask()).text).toBe(first.text) };
    };
    let at = 0;
    beforeEach(() => void (key['idempotency-key'] = `act-${++at}`));

    it('gets its first answer again: a deletion, and a merge', async () => {
      expect((await remove(key)).status).toBe(204);
      expect((await remove(key)).status).toBe(204);
      const decision = await send('get', '/moderation/log?limit=1');
      await undo(site.app, site.editor, decision.body.items[0].id);
      key['idempotency-key'] += '-merge';
      const { again } = await twice(() => merge(key));
      await again();
    });

    it('gets its first answer again: whatever was done to the post before', async () => {
      const comment = await say(site.app, site.reader, post.id, 'A comment');
      const decision = { action: 'feature', version: 1 };
      const acts: [Method, string, object][] = [
        ['patch', `/posts/${post.slug}`, { title: 'Other words' }],
        ['post', `/posts/${post.slug}/updates`, { text: 'News' }],
        ['post', `/posts/${post.slug}/urls`, { url: `http://127.0.0.1:9/${post.slug}` }],
        ['post', `/posts/${post.slug}/comments`, { body: 'A reply' }],
        ['post', `/moderation/comments/${comment.id}/decisions`, decision],
        ['post', `/moderation/posts/${post.slug}/decisions`, { action: 'lock' }],
      ];
      const replays = [];
      for (const [place, act] of acts.entries()) {
        const { again } = await twice(
          () => send(...act, { 'idempotency-key': `${key['idempotency-key']}-${place}` }),
          act[0] === 'patch' ? 200 : 201,
        );
        replays.push(again);
      }
      await remove().expect(204);
      for (const replay of replays) await replay();
    });
  });
});
