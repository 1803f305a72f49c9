import { spyOn } from 'jest-mock';
import { EventLogRepository } from '../../src/events/event-log.repository.js';
import { inFull } from '../support/full-form.js';
import { range } from '../support/live-client.js';
import type { LiveEvent } from '../support/live-client.js';
import { LiveSite } from '../support/live-site.js';
import { until } from '../support/until.js';

/** The largest comment: HTML escapes each of its characters with six. */
const LARGE = '"'.repeat(9_990);
/** The approximate limit of an answer or a message, including JSON escapes. */
const MOST_BYTES = 0.375 * 1024 * 1024;

describe('events in bytes', () => {
  let site: LiveSite;
  let postId: string;
  beforeAll(async () => {
    site = await LiveSite.start(1, { RATE_LIMITS: 'off' });
  });
  afterAll(() => site.stop());
  beforeEach(async () => {
    postId = await site.post();
  });

  const read = async (after = 0): Promise<{ seq: number; events: LiveEvent[] }> => {
    const { body, text } = await site.nodes[0].request
      .get(`/api/v1/posts/${postId}/events`)
      .query({ limit: 500, after })
      .expect(200);
    expect(text.length).toBeLessThan(MOST_BYTES);
    return body;
  };
  const edit = (id: string, version: number, body: string) =>
    site.nodes[0].request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': `"${version}"` })
      .send({ body })
      .expect(200);

  it('carry a comment once in an answer, however often it changed', async () => {
    const id = await site.say(postId, LARGE);
    for (const version of range(1, 40)) await edit(id, version, `${LARGE}${version}`);
    const { events } = await read();
    expect(events).toHaveLength(41);
    expect(events[0].data.comment).toMatchObject({ id, version: 41, body: `${LARGE}40` });
    for (const { data } of events.slice(1)) expect(data).toEqual({ comment: { id, version: 41 } });
    const client = await site.connect();
    const answer = await client.subscribe(postId, { after: 20 });
    expect(answer.events![0]).toMatchObject({ seq: 21, data: { comment: { body: `${LARGE}40` } } });
    expect(answer.events![20].data).toEqual({ comment: { id, version: 41 } });
  });

  describe('of thirty large comments', () => {
    beforeEach(async () => {
      for (const number of range(1, 30)) await site.say(postId, `${LARGE}${number}`);
    });

    it('come in answers of bounded size, and a reader goes on from the last', async () => {
      const seqs: number[] = [];
      let answers = 0;
      for (let seq = 1; (seqs.at(-1) ?? 0) < seq; answers++) {
        const answer = await read(seqs.at(-1));
        seqs.push(...answer.events.map((event) => event.seq));
        ({ seq } = answer);
      }
      expect(seqs).toEqual(range(1, 30));
      expect(answers).toBeGreaterThan(6);
      expect(answers).toBeLessThan(12);
    });

    it('are replayed in messages of bounded size', async () => {
      const client = await site.connect();
      await client.subscribe(postId, { after: 0 });
      await client.untilSeq(postId, 30);
      expect(client.seqs(postId)).toEqual(range(1, 30));
      expect(client.received.length).toBeGreaterThan(1);
      for (const one of client.received)
        expect(JSON.stringify(one).length).toBeLessThan(MOST_BYTES);
    });

    inFull('are sent live in messages of bounded size', async () => {
      const client = await site.connect();
      await client.subscribe(postId);
      await site.database.query(
        `with head as (update post_heads set seq = seq + 30 where post_id = $1 returning seq)
         insert into post_events (post_id, seq, type, comment_id)
         select $1, head.seq - 30 + e.seq, 'comment.updated', e.comment_id
         from head, post_events e where e.post_id = $1`,
        [postId],
      );
      await client.untilSeq(postId, 60);
      expect(client.seqs(postId)).toEqual(range(31, 60));
      const messages = client.received.filter(({ kind }) => kind === 'events');
      expect(messages.length).toBeGreaterThan(1);
      for (const one of messages) expect(JSON.stringify(one).length).toBeLessThan(MOST_BYTES);
    });
  });

  inFull('count the passages that comments of a page of the host site are about', async () => {
    const pair = '👩‍👧'; // 11 bytes that a reader counts as one character
    const quote = { exact: pair.repeat(1_000), prefix: pair.repeat(100), suffix: pair.repeat(100) };
    for (const start of range(1, 100))
      await site.nodes[0].request
        .post(`/api/v1/posts/${postId}/comments`)
        .set(site.author.auth)
        .send({ body: 'a', anchor: { quote, position: { start, end: start + 1_000 } } })
        .expect(201);
    const client = await site.connect();
    await client.subscribe(postId, { after: 0 });
    await client.untilSeq(postId, 100);
    expect(client.seqs(postId)).toEqual(range(1, 100));
    for (const one of client.received)
      expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThan(MOST_BYTES);
    expect((await read()).events.length).toBeLessThan(100);
  });

  it('name the comments that quote a changed one, and do not send them', async () => {
    const source = await site.say(postId, 'What is quoted');
    const quotes = [{ commentId: source, version: 1, start: 0, end: 4 }];
    const quoting: string[] = [];
    for (const number of range(1, 3)) {
      const { body } = await site.nodes[0].request
        .post(`/api/v1/posts/${postId}/comments`)
        .set(site.author.auth)
        .send({ body: `${LARGE}${number}`, quotes })
        .expect(201);
      quoting.push(body.id);
    }
    const client = await site.connect();
    await client.subscribe(postId);
    await edit(source, 1, 'Something else');
    await client.untilSeq(postId, 6);
    const [edited, changed] = client.events(postId);
    expect(edited).toMatchObject({ type: 'comment.edited', data: { comment: { id: source } } });
    expect(changed.type).toBe('quotes.changed');
    const { commentIds } = changed.data as { commentIds: string[] };
    expect(commentIds.toSorted()).toEqual(quoting.toSorted());
    expect(JSON.stringify(client.events(postId)).length).toBeLessThan(5_000);
  });

  it('reach a socket that knew more than its node whole, without what it had', async () => {
    const id = await site.say(postId, 'First');
    const reader = await site.connect();
    await reader.subscribe(postId);
    // Events that another node has told a reader, and this node has not read yet.
    const client = await site.connect();
    const log = site.nodes[0].app.get(EventLogRepository, { strict: false });
    const listAfter = log.listAfter.bind(log);
    let write = (): void => undefined;
    const written = new Promise<void>((resolve) => (write = resolve));
    // Its poll may come in between: a head without its events is a gap, which cuts all sockets.
    const reading = spyOn(log, 'listAfter').mockImplementation(async (...asked) => {
      if (asked[0] === postId && asked[1] === 1) await written;
      return listAfter(...asked);
    });
    try {
      await site.database.query('update post_heads set seq = seq + 1 where post_id = $1', [postId]);
      expect(await client.subscribe(postId, { after: 2 })).toMatchObject({ ok: true, events: [] });
      await site.database.query(
        `with head as (update post_heads set seq = seq + 2 where post_id = $1)
         insert into post_events (post_id, seq, type, comment_id)
         select $1, seq, 'comment.updated', $2 from generate_series(2, 4) seq`,
        [postId, id],
      );
    } finally {
      write();
      reading.mockRestore();
    }
    await Promise.all([client.untilSeq(postId, 4), reader.untilSeq(postId, 4)]);
    await until('both', async () => client.seqs(postId).length === 2);
    expect(client.events(postId)).toMatchObject([
      { seq: 3, data: { comment: { id, body: 'First' } } },
      { seq: 4, data: { comment: { id, version: 1 } } },
    ]);
    expect(reader.seqs(postId)).toEqual([2, 3, 4]);
  });
});
