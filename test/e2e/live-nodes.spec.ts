import { spyOn } from 'jest-mock';
import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { range } from '../support/live-client.js';
import { LiveSite, ORIGIN } from '../support/live-site.js';
import { ADMIN } from '../support/people.js';
import { createTestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

describe('two nodes on one database', () => {
  let site: LiveSite;
  let postId: string;
  beforeAll(async () => {
    site = await LiveSite.start(2);
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
  });

  it("feed each other's sockets, each event once and in order", async () => {
    const clients = await Promise.all([0, 1, 1].map((node) => site.connect({ node })));
    for (const client of clients) await client.subscribe(postId, { after: 0 });
    await site.sayMany(postId, 100);
    for (const client of clients) {
      await client.untilSeq(postId, 100);
      expect(client.seqs(postId)).toEqual(range(1, 100));
    }
  });

  it('let a socket go on at the other one where it stopped', async () => {
    const client = await site.connect({ node: 0 });
    await client.subscribe(postId, { after: 0 });
    await site.sayMany(postId, 10);
    await client.untilSeq(postId, 10);
    client.close();
    await site.sayMany(postId, 10);
    const returned = await site.connect({ node: 1 });
    await returned.subscribe(postId, { after: 10 });
    await returned.untilSeq(postId, 20);
    expect(returned.seqs(postId)).toEqual(range(11, 20));
  });

  it('find what nobody told them of', async () => {
    const client = await site.connect({ node: 1 });
    await client.subscribe(postId);
    // Written as by another process, but without a wake.
    await site.database.query(
      `with head as (update post_heads set seq = seq + 1 where post_id = $1 returning seq)
       insert into post_events (post_id, seq, type) select $1, seq, 'post.updated' from head`,
      [postId],
    );
    await client.untilSeq(postId, 1);
    expect(client.events(postId)).toMatchObject([
      { seq: 1, type: 'post.updated', data: { post: { id: postId } } },
    ]);
  });

  it('lose nothing while the connections that listen are cut again and again', async () => {
    const client = await site.connect({ node: 1 });
    await client.subscribe(postId);
    let cut = 0;
    const cuts: Promise<void>[] = [];
    const cutListeners = async () => {
      const rows = await site.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name like '%listener'`,
      );
      cut += rows.length;
    };
    await site.sayMany(postId, 120, (written) => {
      if (written % 20 === 0) cuts.push(cutListeners());
    });
    await Promise.all(cuts);
    await client.untilSeq(postId, 120);
    expect(client.seqs(postId)).toEqual(range(1, 120));
    expect(cut).toBeGreaterThanOrEqual(2);
  });

  it('stop with their sockets open, and let clients come back by themselves', async () => {
    const node = await createTestApp(site.database, { SITE_ORIGINS: ORIGIN, ...ADMIN });
    site.nodes.push(node);
    const client = await site.connect({ node: 2 });
    await client.subscribe(postId);
    const mute = await openMutely(node.url);
    site.nodes.pop();
    // The library would cut a mute peer after thirty seconds; here only the service may do so.
    const { setTimeout: wait } = globalThis;
    const timers = spyOn(globalThis, 'setTimeout').mockImplementation(((
      work: () => void,
      ms?: number,
    ) => wait(work, ms === 30_000 ? 3_600_000 : ms)) as typeof setTimeout);
    try {
      let hasStopped = false;
      const stopping = Promise.all([node.close(), once(mute, 'close')]);
      void stopping.then(() => (hasStopped = true)).catch(() => undefined);
      await until('the node to stop', async () => hasStopped, 50);
      await stopping;
    } finally {
      timers.mockRestore();
    }
    await client.untilClosed();
    // socket.io-client does not reconnect after "io server disconnect".
    expect(client.closed).toBe('transport close');
  });
});

/** A peer that opens a WebSocket and then answers nothing, not even a close. */
async function openMutely(url: string): Promise<Socket> {
  const request = httpRequest(`${url}/socket.io/?EIO=4&transport=websocket`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    },
  });
  request.end();
  const [, socket] = (await once(request, 'upgrade')) as [unknown, Socket];
  socket.on('error', () => undefined);
  socket.resume();
  return socket;
}
