import { LiveSite } from '../support/live-site.js';
import { register } from '../support/people.js';
import { setVotes, showScores, untilSettled, vote } from '../support/votes.js';
import { until } from '../support/until.js';

describe('live scores', () => {
  let site: LiveSite;

  beforeAll(async () => {
    site = await LiveSite.start(2);
  });
  afterAll(() => site.stop());

  async function connectBoth(post: string) {
    const clients = [await site.connect({ node: 0 }), await site.connect({ node: 1 })];
    for (const client of clients) await client.subscribe(post);
    return clients;
  }

  it('reach the sockets of every node, without a seq', async () => {
    const post = await site.post();
    await showScores(site.database, post);
    const top = await site.say(post, 'A comment');
    const clients = await connectBoth(post);
    const elsewhere = await site.connect({ node: 1 });
    await elsewhere.subscribe(await site.post());
    const reader = await register(site.nodes[0]);
    await vote(site.nodes[0], reader, top, 1);
    for (const client of clients) {
      await client.until('the vote', () => client.scores(top).length > 0);
      expect(client.scores(top)).toEqual([{ id: top, score: 1, upvotes: 1, downvotes: 0 }]);
      expect(client.received.filter((entry) => entry.kind === 'scores')).toMatchObject([
        { postId: post },
      ]);
    }
    await vote(site.nodes[1], reader, top, -1);
    for (const client of clients) {
      await client.until('the other vote', () => client.scores(top).length > 1);
      expect(client.scores(top).at(-1)).toEqual({ id: top, score: -1, upvotes: 0, downvotes: 1 });
      expect(client.seqs(post)).toEqual([]);
    }
    // Scores take no `seq` in the log, so the next event follows directly.
    const next = await site.say(post, 'Another comment', 1);
    for (const client of clients) {
      await client.untilSeq(post, 2);
      expect(client.events(post)).toMatchObject([{ seq: 2, data: { comment: { id: next } } }]);
    }
    // Everything sent before the answer to this message has arrived by then.
    await elsewhere.send('unsubscribe', { postId: post });
    expect(elsewhere.received.filter((entry) => entry.kind === 'scores')).toEqual([]);
  });

  it('of replies come, too, and of hidden comments not', async () => {
    const post = await site.post();
    await showScores(site.database, post);
    const top = await site.say(post, 'A comment');
    const [{ id: reply }] = await site.database.query<{ id: string }>(
      `insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed,
         post_revision, renderer, created_at, published_at, body, html)
       select gen_random_uuid(), post_id, id, id, 1, author_id, 'published', true, 1, 1, now(), now(), '', ''
       from comments where id = $1 returning id`,
      [top],
    );
    const gone = await site.say(post, 'Gone');
    await site.database.query(`update comments set status = 'removed' where id = $1`, [gone]);
    const [client] = await connectBoth(post);
    await setVotes(site.database, gone, 3, 0);
    await setVotes(site.database, reply, 2, 1);
    await client.until('the votes', () => client.scores(reply).length > 0);
    expect(client.scores(reply)).toEqual([{ id: reply, score: 1, upvotes: 2, downvotes: 1 }]);
    await untilSettled(site.database);
    await setVotes(site.database, top, 1, 0);
    await client.until('another vote', () => client.scores(top).length > 0);
    expect(client.scores(gone)).toEqual([]);
  });

  it('are coalesced: many votes make few messages of at most 100 comments', async () => {
    const post = await site.post();
    await showScores(site.database, post);
    const ids: string[] = [];
    for (let at = 0; at < 130; at++) ids.push(await site.say(post, `Comment ${at}`, at % 2));
    const clients = await connectBoth(post);
    const [before] = await read(post);
    for (let turn = 1; turn <= 5; turn++)
      for (const id of ids) await setVotes(site.database, id, turn, 0);
    for (const client of clients) {
      const last = (id: string) => client.scores(id).at(-1)?.upvotes;
      await client.until('the last votes', () => ids.every((id) => last(id) === 5));
      const messages = client.received.filter((entry) => entry.kind === 'scores');
      expect(Math.max(...messages.map((message) => message.items.length))).toBeLessThanOrEqual(100);
    }
    const [after] = await read(post);
    expect(after.version).toBeGreaterThan(before.version);
    // Rounds start at least a second apart; one transaction settles all moves of a post.
    expect(after.version - before.version).toBeLessThanOrEqual(after.second - before.second + 2);
  });

  it('wait for the end of the first hour', async () => {
    const post = await site.post();
    const top = await site.say(post, 'A comment');
    const clients = await connectBoth(post);
    const reader = await register(site.nodes[0]);
    await vote(site.nodes[0], reader, top, 1);
    await untilSettled(site.database);
    expect((await read(post))[0].version).toBe(0);
    await site.database.query('update posts set scores_hidden_until = now() where id = $1', [post]);
    for (const client of clients) {
      await client.until('the scores', () => client.scores(top).length > 0);
      expect(client.scores(top)).toEqual([{ id: top, score: 1, upvotes: 1, downvotes: 0 }]);
    }
    await until('the version of its pages', async () => (await read(post))[0].version > 0);
  });

  const read = (post: string) =>
    site.database.query<{ version: number; second: number }>(
      `select page_version as version, ceil(extract(epoch from clock_timestamp()))::integer as second
       from post_heads where post_id = $1`,
      [post],
    );
});
