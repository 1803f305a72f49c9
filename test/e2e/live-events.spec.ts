import { spyOn } from 'jest-mock';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { EventLogRepository } from '../../src/events/event-log.repository.js';
import { Announcer } from '../../src/nodes/announcer.js';
import { ThreadRepository } from '../../src/comments/thread/thread.repository.js';
import { FULL, inFull } from '../support/full-form.js';
import { range } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { decide } from '../support/moderation.js';
import { until } from '../support/until.js';

/** Instead of 25 s; long enough that no other test gets a heartbeat. */
const HEARTBEATS_MS = 5_000;

describe('live events', () => {
  let site: LiveSite;
  let postId: string;
  beforeAll(async () => {
    // More sockets than one address may open, and faster requests than one may send.
    site = await LiveSite.start(
      1,
      { RATE_LIMITS: 'off' },
      (app) => void app.get(Rounds).periods.set('heartbeats', HEARTBEATS_MS),
    );
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
  });

  it('come to everybody once and in order, also across a reconnect', async () => {
    const reader = await site.connect();
    const member = await site.connect({ token: site.author.token });
    for (const client of [reader, member]) await client.subscribe(postId, { after: 0 });
    for (const text of ['One', 'Two', 'Three']) await site.say(postId, text);
    await reader.untilSeq(postId, 3);
    reader.close();
    for (const text of ['Four', 'Five']) await site.say(postId, text);
    const returned = await site.connect();
    await returned.subscribe(postId, { after: 3 });
    await site.say(postId, 'Six');
    await returned.untilSeq(postId, 6);
    await member.untilSeq(postId, 6);
    expect([...reader.seqs(postId), ...returned.seqs(postId)]).toEqual(range(1, 6));
    expect(member.seqs(postId)).toEqual(range(1, 6));
    expect(member.events(postId).map((event) => event.data.comment?.body)).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six',
    ]);
  });

  it('come to a socket also when a poll knew of them before the read of the log', async () => {
    const client = await site.connect();
    await client.subscribe(postId, { after: 0 });
    const { app, request } = site.nodes[0];
    const log = app.get(EventLogRepository);
    const listAfter = log.listAfter.bind(log);
    const reads = spyOn(log, 'listAfter').mockImplementationOnce(async (...args) => {
      const events = await listAfter(...args);
      await site.say(postId, 'Meanwhile');
      await until('a poll that knows of it', async () => {
        const { text } = await request.get('/metrics').expect(200);
        return text.includes('colloquy_log_lag_events 1\n');
      });
      return events;
    });
    app.get(Announcer).local.emit('posts', [postId]);
    await client.untilSeq(postId, 1);
    expect(client.closed).toBeNull();
    reads.mockRestore();
  });

  it('are the same bytes for a guest and for the author', async () => {
    const guest = await site.connect();
    const author = await site.connect({ token: site.author.token });
    for (const client of [guest, author]) await client.subscribe(postId);
    await site.say(postId, 'A reply');
    for (const client of [guest, author]) await client.untilSeq(postId, 1);
    expect(JSON.stringify(guest.events(postId))).toBe(JSON.stringify(author.events(postId)));
  });

  it('begin now where no place is given', async () => {
    await site.say(postId, 'Before');
    const client = await site.connect();
    const answer = await client.subscribe(postId);
    expect(answer).toMatchObject({ ok: true, seq: 1, events: [] });
    expect(answer).not.toHaveProperty('resync');
    await site.say(postId, 'After');
    await client.untilSeq(postId, 2);
    expect(client.seqs(postId)).toEqual([2]);
  });

  it('follow on the page that was read, whose seq is the place', async () => {
    await site.say(postId, 'On the page');
    const page = await site.nodes[0].request.get(`/api/v1/posts/${postId}/comments`);
    await site.say(postId, 'Not on it');
    const client = await site.connect();
    const { seq, epoch } = page.body;
    expect(await client.subscribe(postId, { after: seq, epoch })).toMatchObject({ epoch });
    await client.untilSeq(postId, 2);
    expect(client.seqs(postId)).toEqual([2]);
  });

  it.each([
    ['is ahead of the log', { after: 3 }],
    ['is of another history', { after: 1, epoch: '00000000-0000-4000-8000-000000000000' }],
    ['is of no history of ours', { after: 1, epoch: 'before the flood' }],
  ])('are not guessed when the place %s: the client loads the thread', async (_, place) => {
    await site.say(postId, 'One');
    const client = await site.connect();
    const answer = await client.subscribe(postId, place);
    expect(answer).toMatchObject({ ok: true, seq: 1, resync: true, events: [] });
    await site.say(postId, 'Two');
    await client.untilSeq(postId, 2);
    expect(client.seqs(postId)).toEqual([2]);
  });

  it('are not guessed when the place is older than what is kept', async () => {
    for (const text of ['One', 'Two', 'Three']) await site.say(postId, text);
    await site.database.query('delete from post_events where post_id = $1 and seq < 3', [postId]);
    const client = await site.connect();
    expect(await client.subscribe(postId, { after: 1 })).toMatchObject({ resync: true, seq: 3 });
    const late = await client.subscribe(postId, { after: 2 });
    expect(late.events?.map((event) => event.seq)).toEqual([3]);
    expect(late).not.toHaveProperty('resync');
  });

  it.each([
    ['comment.deleted', 'deleted'],
    ['comment.removed', 'removed'],
  ])('carry no text after %s, nor does what came before it', async (type, status) => {
    const canary = 'canary-51c0ffee';
    const id = await site.say(postId, canary);
    await site.say(postId, 'Something else');
    const watcher = await site.connect();
    await watcher.subscribe(postId);
    const { request } = site.nodes[0];
    if (status === 'deleted') {
      await request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);
    } else {
      await request
        .post(`/api/v1/moderation/comments/${id}/decisions`)
        .set(site.staff.auth)
        .send({ action: 'remove', reason: 'abusive', note: canary, version: 1 })
        .expect(201);
    }
    await watcher.untilSeq(postId, 3);
    const hidden = { id, status, body: null, html: null, author: null };
    expect(watcher.events(postId)).toMatchObject([{ type, data: { comment: hidden } }]);
    const newcomer = await site.connect();
    await newcomer.subscribe(postId, { after: 0 });
    expect(newcomer.seqs(postId)).toEqual([1, 2, 3]);
    for (const client of [watcher, newcomer]) {
      expect(JSON.stringify(client.received)).not.toContain(canary);
    }
  });

  it('carry no text that was removed while a connection to the database stood still', async () => {
    const canary = 'canary-1a7e';
    const watcher = await site.connect();
    await watcher.subscribe(postId);
    const thread = site.nodes[0].app.get(ThreadRepository, { strict: false });
    const read = thread.listPublic.bind(thread);
    let id = '';
    const reads = spyOn(thread, 'listPublic').mockImplementationOnce(async (...asked) => {
      const comments = await read(...asked);
      expect(JSON.stringify(comments)).toContain(canary);
      // The answer is delayed for longer than hiding the comment takes.
      const end = performance.now() + 600;
      await until('the comment to be known', async () => id !== '');
      const removal = { action: 'remove', reason: 'abusive', version: 1 };
      const answer = await decide(site.nodes[0], site.staff, `comments/${id}`, removal);
      expect(answer.status).toBe(201);
      await until('what was read to be old', async () => performance.now() > end);
      return comments;
    });
    try {
      id = await site.say(postId, canary);
      await watcher.untilSeq(postId, 2);
      expect(watcher.events(postId).map(({ type }) => type)).toEqual([
        'comment.created',
        'comment.removed',
      ]);
      expect(JSON.stringify(watcher.received)).not.toContain(canary);
    } finally {
      reads.mockRestore();
    }
  });

  it('are missed by nobody who comes while many write', async () => {
    await site.sayMany(postId, 260);
    const more = FULL ? 240 : 60;
    const total = 260 + more;
    const readers: { after: number; client: Awaited<ReturnType<typeof site.connect>> }[] = [];
    const coming: Promise<unknown>[] = [];
    const come = async (written: number) => {
      const client = await site.connect();
      const places = [undefined, 0, 130, 260 + written];
      const after = places[Math.floor(Math.random() * places.length)];
      const { ok, seq } = await client.subscribe(postId, { after });
      expect(ok).toBe(true);
      // Some lose the connection and resume from their position.
      if (Math.random() < 0.3 && after !== undefined) {
        client.close();
        const returned = await site.connect();
        const had = client.seqs(postId).at(-1) ?? after;
        await returned.subscribe(postId, { after: had });
        readers.push({ client: returned, after: had });
      } else {
        readers.push({ client, after: after ?? seq! });
      }
    };
    await site.sayMany(postId, more, (written) => {
      if (written % 6 === 0) coming.push(come(written));
    });
    await Promise.all(coming);
    expect(readers).toHaveLength(more / 6);
    for (const { client, after } of readers) {
      if (after < total) await client.untilSeq(postId, total);
      const told = client.received.filter(({ kind }) => kind === 'ack' || kind === 'events');
      expect(told[0].kind).toBe('ack');
      expect(client.seqs(postId)).toEqual(range(after + 1, total));
    }
  });

  it('follow on each answer without a hole when a client asks again and again', async () => {
    const client = await site.connect();
    const writing = site.sayMany(postId, 150);
    const asked: number[] = [];
    let done = false;
    void writing.finally(() => (done = true));
    while (!done || asked.length < 20) {
      asked.push(client.seqs(postId).at(-1) ?? 0);
      await client.subscribe(postId, { after: asked.at(-1) });
    }
    await writing;
    await client.untilSeq(postId, 150);
    const answers = [...client.received.entries()].filter(([, entry]) => entry.kind === 'ack');
    for (const [turn, [from]] of answers.entries()) {
      const until = answers[turn + 1]?.[0];
      const seqs = client.seqs(postId, client.received.slice(from, until));
      expect(seqs).toEqual(range(asked[turn] + 1, asked[turn] + seqs.length));
    }
  });

  inFull('are told apart from silence by a heartbeat with the last seq', async () => {
    await site.say(postId, 'One');
    const client = await site.connect();
    const { seq, epoch } = await client.subscribe(postId);
    const beat = () => client.received.find(({ kind }) => kind === 'heartbeat');
    await client.until('a heartbeat', () => beat() !== undefined);
    expect(beat()).toEqual({ kind: 'heartbeat', postId, epoch, seq });
  });
});
