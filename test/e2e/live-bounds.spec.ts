import type { LiveClient } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { until } from '../support/until.js';

describe('the bounds of sockets', () => {
  let site: LiveSite;
  beforeAll(async () => {
    site = await LiveSite.start(1);
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
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => client.send('unsubscribe', { postId })),
    );
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0].problem?.type).toBe('/problems/too-many-messages');
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(40);
    await until('the next second', async () => (await client.subscribe(postId)).ok);
  });
});
