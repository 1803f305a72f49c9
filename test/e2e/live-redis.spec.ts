import { RedisBus } from '../../src/nodes/redis-bus.js';
import { FaultProxy } from '../chaos/fault-proxy.js';
import { inFull } from '../support/full-form.js';
import { decide } from '../support/moderation.js';
import { LiveSite } from '../support/live-site.js';
import { hasRedis, Redis } from '../support/redis.js';
import { until } from '../support/until.js';

(hasRedis ? describe : describe.skip)('nodes that wake each other over Redis', () => {
  let redis: Redis;
  let site: LiveSite;

  beforeAll(async () => {
    redis = await Redis.start();
    site = await LiveSite.start(2, { REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await site?.stop();
    await redis?.kill();
  });

  const wakesBy = async (name: string) => {
    const { text } = await site.nodes[1].request.get('/metrics').expect(200);
    return Number(new RegExp(`colloquy_wakes_total\\{by="${name}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };

  it('are told of comments by it, and not by Postgres', async () => {
    const postId = await site.post();
    const client = await site.connect({ node: 1 });
    await client.subscribe(postId, { after: 0 });
    const before = await wakesBy('redis');
    await site.sayMany(postId, 20);
    await client.untilSeq(postId, 20);
    // The node may have polled the log before the wake arrived.
    await until('a wake over Redis', async () => (await wakesBy('redis')) > before);
    expect(await wakesBy('notify')).toBe(0);
  });

  it('go on without it, and cut the banned', async () => {
    const postId = await site.post();
    const client = await site.connect({ node: 1 });
    const holder = await site.connect({ node: 1, token: site.author.token });
    await client.subscribe(postId, { after: 0 });
    await redis.kill();
    await site.say(postId, 'Without Redis');
    await client.untilSeq(postId, 1);
    const ban = { action: 'ban', reason: 'spam' };
    const decided = await decide(site.nodes[0], site.staff, `users/${site.author.id}`, ban);
    expect(decided.status).toBe(201);
    await holder.untilClosed();
    expect(client.socket.connected).toBe(true);
  });

  it('use it again when it is back', async () => {
    const postId = await site.post();
    const client = await site.connect({ node: 1 });
    await client.subscribe(postId, { after: 0 });
    await redis.start();
    const before = await wakesBy('redis');
    let written = 0;
    await until('a wake over Redis', async () => {
      const { status } = await site.nodes[0].request
        .post(`/api/v1/posts/${postId}/comments`)
        .set(site.staff.auth)
        .send({ body: `Comment ${++written}` });
      expect(status).toBe(201);
      return (await wakesBy('redis')) > before;
    });
    await client.untilSeq(postId, written);
  });

  inFull('are told over a new connection when one has died unseen', async () => {
    const proxy = await FaultProxy.open(() => [{ host: '127.0.0.1', port: redis.port }]);
    const bus = new RedisBus(`redis://127.0.0.1:${proxy.port}`);
    const heard = new Set<string>();
    const untilHeard = (word: string) =>
      until(`the word ${word}`, async () => {
        void bus.publish('words', word);
        return heard.has(word);
      });
    try {
      await bus.listen('words', (word) => heard.add(word));
      await untilHeard('first');
      proxy.swallowOpen();
      await untilHeard('later');
    } finally {
      bus.beforeApplicationShutdown();
      await proxy.close();
    }
  });
});
