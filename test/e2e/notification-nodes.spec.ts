import { Client } from 'pg';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { freeTurn, holdTurn } from '../support/held-turns.js';
import { connectLive } from '../support/live-client.js';
import { readBell, tellSoon, toldTo, passUndo, untilFollowed } from '../support/notifications.js';
import { ADMIN, type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createTestApp } from '../support/test-app.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

const HOUR = 3_600_000;

describe('whoever is told, on several nodes', () => {
  const site = useSite({ people: { editor: 'admin' }, nodes: 2, prepare: tellSoon });
  let [anna, ben]: Person[] = [];
  let post: string;
  beforeEach(async () => {
    [anna, ben] = await Promise.all([1, 2].map(() => register(site.app)));
    post = (await createPost(site.app, site.editor)).id;
  });

  const follow = (by: Person) =>
    site.app.request
      .put(`/api/v1/posts/${post}/subscription`)
      .set(by.auth)
      .send({ level: 'all' })
      .expect(200);
  const rowsOf = (person: Person) =>
    site.database.query<{ cause: string; state: string }>(
      'select cause, state from notifications where user_id = $1 order by cause',
      [person.id],
    );

  it('is told once of each comment, though both nodes hear of all', async () => {
    await follow(anna);
    const socket = await connectLive(site.nodes[1].url, { token: anna.token });
    try {
      const lanes = [0, 1, 0, 1].map(async (node) => {
        const ids: string[] = [];
        for (let n = 0; n < 15; n++)
          ids.push((await say(site.nodes[node], ben, post, `Comment ${n}`)).id);
        return ids;
      });
      const said = (await Promise.all(lanes)).flat();
      await passUndo(site.database);
      await until('all to be told', async () =>
        (await rowsOf(anna)).every(({ state }) => state === 'told'),
      );
      expect((await rowsOf(anna)).map(({ cause }) => cause)).toEqual(said.toSorted());
      expect((await readBell(site.nodes[1], anna)).unread).toBe(60);
      await socket.until('the ring', () =>
        socket.received.some(({ kind }) => kind === 'notification'),
      );
    } finally {
      socket.close();
    }
  });

  it('is told once where a log is looked at again', async () => {
    await follow(anna);
    for (const text of ['One', 'Two']) await say(site.app, ben, post, text);
    expect(await toldTo(site, anna)).toEqual(['followed Two', 'followed One']);
    const upTo = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await site.app.request
      .put('/api/v1/users/me/notifications/read')
      .set(anna.auth)
      .send({ upTo })
      .expect(200);
    await site.database.query('update followed_posts set seq = 0 where post_id = $1', [post]);
    await untilFollowed(site.database);
    expect((await readBell(site.app, anna)).items.map(({ read }) => read)).toEqual([true, true]);
  });

  it('is told where the database drops the follower between its reading and its writing', async () => {
    await follow(anna);
    const blocker = new Client(site.database.connection);
    await blocker.connect();
    try {
      await blocker.query('begin');
      await blocker.query('lock table notifications in share mode');
      const { id } = await say(site.app, ben, post, 'One');
      const waiting = () =>
        site.database.query<{ pid: number }>(
          `select pid from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like 'with said as%'`,
        );
      await until('a follower to wait', async () => (await waiting()).length > 0);
      for (const { pid } of await waiting())
        await site.database.query('select pg_terminate_backend($1::integer)', [pid]);
      await blocker.query('commit');
      await untilFollowed(site.database);
      expect((await rowsOf(anna)).map(({ cause }) => cause)).toEqual([id]);
    } finally {
      await blocker.end();
    }
  });

  it('is told of other posts where one cannot be followed, and of that one when it can', async () => {
    const [other, { id: first }] = await Promise.all([
      createPost(site.app, site.editor),
      say(site.app, anna, post, 'A question'),
    ]);
    const { id: second } = await say(site.app, anna, other.id, 'A question');
    await untilFollowed(site.database);
    await site.database.query(
      `create function fail_here() returns trigger language plpgsql as $$
       begin raise exception 'this post fails'; end $$`,
    );
    await site.database.query(
      `create trigger fail_here before insert on notifications for each row
       when (new.post_id = '${post}') execute function fail_here()`,
    );
    try {
      await say(site.app, ben, post, 'In the one that fails', first);
      const reply = await say(site.app, ben, other.id, 'In another one', second);
      await until('the other one', async () => (await rowsOf(anna)).length === 1);
      expect((await rowsOf(anna))[0].cause).toBe(reply.id);
    } finally {
      await site.database.query('drop function fail_here cascade');
    }
    expect(await toldTo(site, anna)).toHaveLength(2);
  });

  it('is told of what a long text says', async () => {
    await say(site.app, anna, post, 'I am here');
    await say(
      site.app,
      ben,
      post,
      `${'A long text. '.repeat(500)} What do you say, @${anna.username}?`,
    );
    expect(await toldTo(site, anna)).toHaveLength(1);
  });

  it('is told nothing of what was there before anybody followed logs, nor of an import', async () => {
    const { id } = await say(site.app, anna, post, 'A question');
    await untilFollowed(site.database);
    // Written as by an import: rows, and one event that replaces the thread.
    await site.database.query(
      `with written as (
         insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, post_revision, renderer,
           created_at, published_at, source, foreign_id, body, html)
         select gen_random_uuid(), post_id, id, id, 1, $2, 'published', true, 1, 1, now(), now(), 'other', '1', 'Old', 'Old'
         from comments where id = $1 returning post_id
       ), head as (
         update post_heads set seq = seq + 1 where post_id = (select post_id from written) returning post_id, seq
       )
       insert into post_events (post_id, seq, type) select post_id, seq, 'thread.replaced' from head`,
      [id, ben.id],
    );
    expect(await toldTo(site, anna)).toEqual([]);
    await say(site.app, ben, post, 'New', id);
    expect(await toldTo(site, anna)).toEqual(['reply New']);
  });
});

describe('a wake that nobody heard', () => {
  const site = useSite({
    people: { editor: 'admin', anna: 'member', ben: 'member' },
    prepare: (starting) => void starting.get(Rounds).periods.set('following', HOUR),
  });

  it('is made up for by another node', async () => {
    // Takes the turn from the node that stops: it would notify by itself, or keep the turn.
    await holdTurn(site.database, 'lost-wakes');
    const { id: post } = await createPost(site.app, site.editor);
    const { id } = await say(site.app, site.anna, post, 'A question');
    const reply = await say(site.app, site.ben, post, 'An answer', id);
    await site.app.close();
    await freeTurn(site.database, 'lost-wakes');
    const other = await createTestApp(site.database, ADMIN, (starting) => {
      starting.get(Rounds).periods.set('following', HOUR).set('lost-wakes', 50);
    });
    try {
      await untilFollowed(site.database);
      const rows = await site.database.query('select user_id, type, cause from notifications');
      expect(rows).toEqual([{ user_id: site.anna.id, type: 'reply', cause: reply.id }]);
    } finally {
      await other.close();
    }
  });
});
