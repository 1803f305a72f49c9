import { createColloquy } from '../../packages/client/src/index.js';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { LiveSite } from '../support/live-site.js';
import { readPage } from '../support/threads.js';
import { until } from '../support/until.js';

describe('another history, while the node runs', () => {
  let site: LiveSite;
  let postId: string;
  beforeAll(async () => {
    site = await LiveSite.start(1, { PAGE_CACHE: 'on' }, (starting) => {
      starting.get(Rounds).periods.set('epoch', 500);
    });
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) await site.say(postId, text);
  });

  const page = () => readPage(site.nodes[0], postId, {});
  /** Restores an older state of the database, as an operator would. */
  const rollBack = async (seq: number): Promise<string> => {
    await site.database.query('delete from post_events where post_id = $1 and seq > $2', [
      postId,
      seq,
    ]);
    await site.database.query('update post_heads set seq = $2 where post_id = $1', [postId, seq]);
    const [{ epoch }] = await site.database.query<{ epoch: string }>(
      'update site set epoch = gen_random_uuid() returning epoch',
    );
    return epoch;
  };

  it('brings open sockets back once, tells them to load the thread, and goes on from there', async () => {
    const client = await site.connect({ reconnects: true });
    const { epoch: before } = await client.subscribe(postId, { after: 0 });
    let returns = 0;
    client.socket.on('connect', () => {
      returns += 1;
      void client.subscribe(postId, { after: 5, epoch: before });
    });
    const epoch = await rollBack(2);
    await client.until('the word to load the thread', () => lastAck()?.resync === true);
    expect(lastAck()).toMatchObject({ ok: true, seq: 2, epoch, events: [] });
    await site.say(postId, 'Another third');
    await client.until('what is written now', () => client.events(postId).at(-1)?.seq === 3);
    expect(client.received.findLast(({ kind }) => kind === 'events')).toMatchObject({
      epoch,
      events: [{ seq: 3, data: { comment: { body: 'Another third' } } }],
    });
    expect(returns).toBe(1);

    function lastAck() {
      const acks = client.received.flatMap((one) => (one.kind === 'ack' ? [one.answer] : []));
      return acks.at(-1);
    }
  });

  it('reaches a page that is open with the client', async () => {
    const client = createColloquy({ baseUrl: site.nodes[0].url });
    try {
      const seqs: number[] = [];
      const resyncs: string[] = [];
      const { seq, epoch } = await page();
      const watch = client.watchThread(postId, {
        seq,
        epoch,
        onEvents: (events) => seqs.push(...events.map((event) => event.seq)),
        onResync: (resync) => void resyncs.push(resync.epoch),
      });
      await until('the watch to be live', async () => watch.status === 'live');
      const other = await rollBack(3);
      await until('the watch to begin anew', async () => resyncs.length > 0);
      await until('the watch to be live again', async () => watch.status === 'live');
      await site.say(postId, 'Another fourth');
      await until('what is written now', async () => seqs.length > 0);
      expect(seqs).toEqual([4]);
      expect(resyncs).toEqual([other]);
    } finally {
      client.close();
    }
  });

  it('drops pages, also those whose numbers are the same again', async () => {
    const before = await page();
    const epoch = await rollBack(5);
    expect(epoch).not.toBe(before.epoch);
    await until('the page of the other history', async () => (await page()).epoch === epoch);
  });
});
