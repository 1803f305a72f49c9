import { range } from '../support/live-client.js';
import { LiveSite, ORIGIN } from '../support/live-site.js';

const SOMEWHERE = '0197a3f0-0000-7000-8000-000000000000';

describe('the live socket', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(1);
  });
  afterAll(() => site.stop());
  // One address may open fifty sockets.
  afterEach(() => site.closeSockets());

  describe('opening', () => {
    it('takes guests, members and pages of the site', async () => {
      const guest = await site.connect();
      const member = await site.connect({ token: site.author.token });
      const page = await site.connect({ origin: ORIGIN, token: null });
      expect([guest, member, page].map((client) => client.socket.connected)).toEqual([
        true,
        true,
        true,
      ]);
    });

    it.each(['https://reviews.example.evil', 'http://reviews.example', 'null', 'https://evil'])(
      'refuses a page of the origin %s',
      async (origin) => {
        const client = await site.connect({ origin });
        expect(client.socket.connected).toBe(false);
        expect(client.refused).not.toBeNull();
      },
    );

    it.each([['not a token'], [''], [42], [{ $ne: null }]])(
      'refuses a bad token with its problem: %j',
      async (token) => {
        const client = await site.connect({ token });
        expect(client.socket.connected).toBe(false);
        expect(client.refused?.data).toMatchObject({
          type: '/problems/invalid-token',
          status: 401,
        });
      },
    );

    it('knows no other namespace and no other transport', async () => {
      const answer = await site.nodes[0].request.get('/socket.io/?EIO=4&transport=polling');
      expect(answer.status).toBe(404);
      const client = await site.connect();
      const other = client.socket.io.socket('/');
      const refusal = await new Promise<Error>((resolve) => {
        other.on('connect_error', resolve);
        other.connect();
      });
      expect(refusal.message).toBe('Invalid namespace');
    });

    it('closes a socket that sends a frame above 16 KiB', async () => {
      const client = await site.connect();
      client.socket.emit('unsubscribe', { postId: 'x'.repeat(17_000) });
      await client.untilClosed();
      const careful = await site.connect();
      expect(await careful.send('unsubscribe', { postId: 'x'.repeat(15_000) })).toMatchObject({
        ok: false,
      });
    });
  });

  describe('messages', () => {
    it.each([
      ['no payload', [], ''],
      ['null', [null], ''],
      ['a text', ['subscribe'], ''],
      ['a list', [[SOMEWHERE]], ''],
      ['several arguments', [{ postId: SOMEWHERE }, { after: 0 }], ''],
      ['no post', [{}], '/postId'],
      ['a number for a post', [{ postId: 7 }], '/postId'],
      ['a negative place', [{ postId: SOMEWHERE, after: -1 }], '/after'],
      ['a fraction', [{ postId: SOMEWHERE, after: 1.5 }], '/after'],
      ['a place of null', [{ postId: SOMEWHERE, after: null }], '/after'],
      ['an unknown field', [{ postId: SOMEWHERE, since: 3 }], '/since'],
      ['bytes', [Buffer.alloc(100)], ''],
      ['bytes for a post', [{ postId: Buffer.from('abc') }], ''],
      ['depth', [{ postId: nested(2_500) }], ''],
      ['many fields', [Object.fromEntries(range(1, 1_000).map((n) => [`f${n}`, 1]))], ''],
    ])('are refused with a pointer: %s', async (_, args, pointer) => {
      const client = await site.connect();
      const { ok, problem } = await client.send('subscribe', ...args);
      expect(ok).toBe(false);
      expect(problem).toMatchObject({
        type: '/problems/invalid-input',
        status: 422,
        errors: [{ pointer }],
      });
    });

    it.each([[SOMEWHERE], ['the-slug'], [''], ['\u0000']])(
      'answer that there is no post %j',
      async (postId) => {
        const client = await site.connect();
        const { ok, problem } = await client.subscribe(postId);
        expect(ok).toBe(false);
        expect(problem).toMatchObject({ type: '/problems/post-not-found', status: 404 });
      },
    );

    it('never repeat what they refuse', async () => {
      const client = await site.connect();
      const canary = 'canary-7f3a';
      await client.send('subscribe', { postId: SOMEWHERE, [canary]: canary });
      await client.send('subscribe', { postId: canary, after: canary });
      await client.send('authenticate', { token: canary });
      await client.send(canary, canary);
      const answers = client.received.map((entry) => (entry.kind === 'ack' ? entry.answer : null));
      expect(answers).toHaveLength(4);
      expect(JSON.stringify(answers).replaceAll(`"pointer":"/${canary}"`, '')).not.toContain(
        canary,
      );
    });

    it('are answered even when they are unknown', async () => {
      const client = await site.connect();
      const { problem } = await client.send('shout', { postId: SOMEWHERE });
      expect(problem).toMatchObject({ type: '/problems/unknown-message', status: 404 });
    });

    it('without an ack are refused in a message of their own, where the answer carries something', async () => {
      const client = await site.connect();
      client.socket.emit('subscribe', { postId: await site.post() });
      await client.until('the problem', () => client.received.length > 0);
      expect(client.received).toEqual([
        {
          kind: 'problem',
          problem: expect.objectContaining({ type: '/problems/acknowledgement-required' }),
        },
      ]);
    });

    it('follow at most 20 posts, and another one after one is let go', async () => {
      const client = await site.connect();
      const posts: string[] = [];
      for (let count = 0; count < 21; count++) posts.push(await site.post());
      const answers = await Promise.all(posts.map((id) => client.subscribe(id)));
      expect(answers.slice(0, 20).every((answer) => answer.ok)).toBe(true);
      expect(answers[20].problem).toMatchObject({
        type: '/problems/too-many-subscriptions',
        status: 429,
      });
      expect(await client.subscribe(posts[0])).toMatchObject({ ok: true });
      expect(await client.send('unsubscribe', { postId: posts[3] })).toEqual({ ok: true });
      expect(await client.subscribe(posts[20].toUpperCase())).toMatchObject({ ok: true });
    });
  });

  describe('a long replay', () => {
    const LENGTH = 450;
    let postId: string;
    beforeAll(async () => {
      postId = await site.post();
      await site.sayMany(postId, LENGTH);
    });

    it('brings every event once and in order, the ack first', async () => {
      const client = await site.connect();
      const answer = await client.subscribe(postId, { after: 0 });
      expect(answer).toMatchObject({ ok: true, seq: LENGTH });
      expect(answer.events).toHaveLength(200);
      await client.untilSeq(postId, LENGTH);
      expect(client.received[0].kind).toBe('ack');
      expect(client.seqs(postId)).toEqual(range(1, LENGTH));
    });

    it('goes on with what is written meanwhile', async () => {
      const client = await site.connect();
      const subscribed = client.subscribe(postId, { after: 0 });
      await Promise.all([subscribed, site.say(postId, 'One'), site.say(postId, 'Two')]);
      await client.untilSeq(postId, LENGTH + 2);
      expect(client.seqs(postId)).toEqual(range(1, LENGTH + 2));
    });

    it('starts again when the client asks again, and stops when it leaves', async () => {
      const client = await site.connect();
      await client.subscribe(postId, { after: 0 });
      const again = await client.subscribe(postId, { after: 440 });
      expect(again.events![0].seq).toBe(441);
      await client.send('unsubscribe', { postId });
      const other = await site.connect();
      const { seq } = await other.subscribe(postId);
      await site.say(postId, 'After leaving');
      await other.untilSeq(postId, seq! + 1);
      // Everything sent before the answer to this message has arrived by then.
      await client.send('unsubscribe', { postId });
      expect(client.seqs(postId)).not.toContain(seq! + 1);
    });
  });
});

function nested(depth: number): object {
  return range(1, depth).reduce<object>((inner) => ({ a: inner }), {});
}
