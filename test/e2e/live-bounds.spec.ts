import { spyOn } from 'jest-mock';
import { Replays } from '../../src/live/replays.js';
import type { LiveClient } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { whileClockStands } from '../support/standing-clock.js';
import { until } from '../support/until.js';

describe('the bounds of sockets', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(1, { RATE_LIMITS: 'on' });
  });
  afterAll(() => site.stop());

  it('let one address open fifty, and another one when one is closed', async () => {
    const open: LiveClient[] = [];
    for (let count = 0; count < 50; count++) open.push(await site.connect());
    expect(open.every((client) => client.socket.connected)).toBe(true);
    const refused = await site.connect();
    expect(refused.socket.connected).toBe(false);
    open[0].close();
    await until('a place to be free', async () => (await site.connect()).socket.connected);
    for (const client of site.clients) client.close();
  });

  it('answer more than forty messages a second with a refusal, and go on', async () => {
    const postId = await site.post();
    await until('a place to be free', async () => (await site.connect()).socket.connected);
    const client = site.clients.at(-1)!;
    const answers = await whileClockStands(() =>
      Promise.all(Array.from({ length: 80 }, () => client.send('unsubscribe', { postId }))),
    );
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(40);
    expect(refused[0].problem?.type).toBe('/problems/too-many-messages');
    await until('the next second', async () => (await client.subscribe(postId)).ok);
  });

  it('begin with one reading for all who come back to a post at once', async () => {
    const postId = await site.post();
    const replays = site.nodes[0].app.get(Replays, { strict: false });
    const pieces = await Promise.all(
      Array.from({ length: 2_000 }, () => replays.begin(postId, { after: 0 }, () => false)),
    );
    expect(new Set(pieces).size).toBe(1);
    expect(pieces[0]).toMatchObject({ seq: 0, events: [] });
  });

  it('cut who is refused more than a hundred times a minute, for whatever reason', async () => {
    await until('a place to be free', async () => (await site.connect()).socket.connected);
    const client = site.clients.at(-1)!;
    const refusals: [string, object][] = [
      ['subscribe', { postId: crypto.randomUUID() }],
      ['subscribe', { postId: 'a', and: 'more' }],
      ['unheard', {}],
    ];
    let refused = 0;
    let now = performance.now();
    const clock = spyOn(performance, 'now').mockImplementation(() => now);
    try {
      for (let nth = 0; nth < 200 && client.socket.connected; nth++) {
        const answer = await client.send(...refusals[nth % refusals.length]).catch(() => null);
        if (!answer) break;
        expect(answer).toMatchObject({ ok: false });
        expect(answer.problem?.type).not.toBe('/problems/too-many-messages');
        refused += 1;
        // At the maximum allowed rate, so that no rate limit interferes.
        now += 30;
      }
    } finally {
      clock.mockRestore();
    }
    expect(refused).toBe(100);
  });

  it('cut who sends nested messages after the fifth', async () => {
    await until('a place to be free', async () => (await site.connect()).socket.connected);
    const client = site.clients.at(-1)!;
    const nested = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as object;
    let refused = 0;
    while (refused < 20 && client.socket.connected) {
      const answer = await client.send('subscribe', nested).catch(() => null);
      if (!answer) break;
      expect(answer.problem?.type).toBe('/problems/invalid-input');
      refused += 1;
    }
    expect(refused).toBe(4);
  });
});
