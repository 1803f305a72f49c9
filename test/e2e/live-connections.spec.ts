import { range } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { RawLive } from '../support/raw-live.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const LARGE = '"'.repeat(9_990);
const MIB = 1_024 * 1_024;

describe.each(['on', 'off'])('a connection, with limits of number %s,', (limits) => {
  let site: LiveSite;
  const open: RawLive[] = [];
  beforeAll(async () => {
    site = await LiveSite.start(1, { RATE_LIMITS: limits });
  });
  afterAll(() => site.stop());
  afterEach(async () => {
    for (const raw of open.splice(0)) raw.end();
    await until('no socket to be left', async () => (await metric('live_sockets')) === 0);
  });

  const connect = async (): Promise<RawLive> => {
    const raw = await RawLive.open(site.nodes[0].url);
    open.push(raw);
    return raw;
  };
  const metric = async (name: string): Promise<number> => {
    const { text } = await site.nodes[0].request.get('/metrics').expect(200);
    return Number(new RegExp(`^colloquy_${name} (.+)$`, 'm').exec(text)![1]);
  };
  const untilClosed = (raw: RawLive) =>
    until('the connection to be closed', async () => raw.isClosed);

  it('joins once: a burst of CONNECTs ends it, and leaves no socket', async () => {
    const raw = await connect();
    raw.send(500, () => '40/live,');
    await untilClosed(raw);
    expect(raw.count('40')).toBeLessThanOrEqual(1);
  });

  it('does not join again when it has joined, or has left', async () => {
    for (const again of [['40/live,'], ['41/live,', '40/live,']]) {
      const raw = await (await connect()).join();
      for (const frame of again) raw.socket.send(frame);
      await untilClosed(raw);
      expect(raw.count('40')).toBe(1);
    }
  });

  it.each([
    ['other namespaces', '40/other,', '44/other'],
    ['tokens that are none', '40/live,{"token":"a.b.c"}', '44/live'],
  ])('is told a few times that there are no %s, and then closed', async (_, frame, refusal) => {
    const raw = await connect();
    for (let sent = 1; !raw.isClosed; sent++) {
      raw.socket.send(frame);
      await until('an answer', async () => raw.isClosed || raw.count(refusal) === sent);
    }
    expect(raw.count(refusal)).toBe(5);
  });

  it.each([
    ['messages', (number: number) => `42/live,${number}["unsubscribe",{"postId":"x"}]`],
    ['messages that nobody knows', (number: number) => `42/live,${number}["shout"]`],
    ['acknowledgements of nothing', (number: number) => `43/live,${number}[]`],
    ['answers to pings that were not sent', () => '3'],
  ])('is closed for too many %s, most of them unanswered', async (_, frame) => {
    const raw = await (await connect()).join();
    raw.send(10_000, frame);
    await untilClosed(raw);
    expect(raw.count('43')).toBeLessThanOrEqual(400);
  });

  it('is closed for too many pings of the WebSocket', async () => {
    const raw = await connect();
    for (let sent = 0; sent < 10_000; sent++) raw.socket.ping();
    await untilClosed(raw);
  });

  it('may subscribe to twenty posts at once', async () => {
    const posts: string[] = [];
    for (let count = 0; count < 20; count++) posts.push(await site.post());
    const raw = await (await connect()).join();
    raw.send(20, (number) => `42/live,${number}["subscribe",{"postId":"${posts[number - 1]}"}]`);
    await until('the answers', async () => raw.count('43') === 20);
    expect(raw.frames.filter((frame) => frame.includes('"ok":true'))).toHaveLength(20);
    expect(raw.isClosed).toBe(false);
  });

  describe('that does not read', () => {
    let postId: string;
    beforeAll(async () => {
      postId = await site.post();
      for (const number of range(1, 14)) {
        await say(site.nodes[0], site.staff, postId, `${LARGE}${number}`);
      }
    });

    it('holds one piece of a log at a time, and gets all when it reads again', async () => {
      const raw = await (await connect()).join();
      raw.mute();
      raw.send(20, (number) => `42/live,${number}["subscribe",{"postId":"${postId}","after":0}]`);
      await until('something to wait', async () => (await metric('live_waiting_bytes')) > 0);
      // The limit of one message, and the overhead of JSON.
      expect(await metric('live_waiting_bytes')).toBeLessThan(2 * MIB);
      raw.resume();
      await until('all answers', async () => raw.count('43') === 20);
      await until('all to be read', async () => (await metric('live_waiting_bytes')) === 0);
    });

    it('is closed when too much waits for it', async () => {
      const raw = await (await connect()).join();
      raw.socket.send(`42/live,1["subscribe",{"postId":"${postId}"}]`);
      await until('the answer', async () => raw.count('43') === 1);
      raw.mute();
      await until('the socket to be closed', async () => {
        await site.database.query(
          `with head as (update post_heads set seq = seq + 14 where post_id = $1 returning seq)
           insert into post_events (post_id, seq, type, comment_id)
           select $1, head.seq - 14 + e.seq, 'comment.updated', e.comment_id
           from head, post_events e where e.post_id = $1 and e.seq <= 14`,
          [postId],
        );
        expect(await metric('live_waiting_bytes')).toBeLessThan(4 * MIB);
        return (await metric('live_sockets')) === 0;
      });
      expect(await metric('live_waiting_bytes')).toBe(0);
    });
  });
});
