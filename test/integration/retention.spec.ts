import { Client } from 'pg';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { KeptEventsRepository } from '../../src/events/kept-events.repository.js';
import { EventLog } from '../../src/events/event-log.js';
import { inFull } from '../support/full-form.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('what has served its time', () => {
  const site = useSite({
    people: { editor: 'admin' },
    prepare: (starting) =>
      void starting.get(Rounds).periods.set('retention', 100).set('epoch', 500),
  });

  const write = async (count: number) => {
    const { id } = await createPost(site.app, site.editor);
    for (let n = 1; n <= count; n++) await say(site.app, site.editor, id, `Comment ${n}`);
    return id;
  };
  const age = (post: string, seqs: number[], days = 31) =>
    site.database.query(
      `update post_events set at = now() - make_interval(days => $3)
       where post_id = $1 and seq = any($2::bigint[])`,
      [post, seqs, days],
    );
  const kept = async (post: string) =>
    (
      await site.database.query<{ seq: number }>(
        'select seq::integer from post_events where post_id = $1 order by seq',
        [post],
      )
    ).map(({ seq }) => seq);
  const countOf = async (rows: string, values?: unknown[]) =>
    (
      await site.database.query<{ count: number }>(
        `select count(*)::integer as count from ${rows}`,
        values,
      )
    )[0].count;

  it('goes from the front of a log, never from its middle', async () => {
    const [one, other] = [await write(6), await write(3)];
    // The times of neighbours may be out of order.
    await age(one, [1, 2, 4]);
    await age(other, [1, 2, 3]);
    await until('the fronts to go', async () => (await kept(one))[0] === 3);
    expect(await kept(one)).toEqual([3, 4, 5, 6]);
    await until('a whole log to go', async () => (await kept(other)).length === 0);
  });

  it('goes of a log whose first events somebody else has dropped', async () => {
    const post = await write(4);
    await site.database.query('delete from post_events where post_id = $1 and seq <= 2', [post]);
    await age(post, [3]);
    await until('the front to go', async () => (await kept(post))[0] === 4);
  });

  it('goes of a busy log when its head is free, and of its neighbours meanwhile', async () => {
    const logs = site.app.app.get(KeptEventsRepository);
    const [busy, other] = [await write(2), await write(2)];
    const holder = new Client(site.database.connection);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from post_heads where post_id = $1 for update', [busy]);
    // Too young for the node's own rounds, which would otherwise lock the other head.
    await age(busy, [1, 2], 2);
    await age(other, [1, 2], 2);
    const dropped = await logs.drop([busy, other], 10, 86_400);
    expect(dropped).toEqual({ more: [], busy: [busy] });
    expect(await kept(other)).toEqual([]);
    expect(await kept(busy)).toEqual([1, 2]);
    const waiting = logs.drop([busy], 10, 86_400);
    await holder.query('commit');
    expect(await waiting).toEqual({ more: [], busy: [] });
    expect(await kept(busy)).toEqual([]);
    await holder.end();
  });

  it('goes in many pieces, of many posts', async () => {
    const posts = await site.database.query<{ id: string }>(
      `with made as (
         insert into posts (id, slug, title)
         select gen_random_uuid(), 'long-ago-' || n, 'Long ago' from generate_series(1, 130) n returning id)
       insert into post_heads (post_id) select id from made returning post_id as id`,
    );
    const ids = posts.map(({ id }) => id);
    await site.database.query(
      `with old as (
         insert into post_events (post_id, seq, type, at)
         select id, seq, 'post.updated', now() - interval '31 days'
         from unnest($1::uuid[]) with ordinality as posts (id, n)
           cross join lateral generate_series(1, case when n <= 3 then 3000 else n end) seq
         returning post_id, seq)
       update post_heads h set seq = old.seq
       from (select post_id, max(seq) as seq from old group by post_id) old where h.post_id = old.post_id`,
      [ids],
    );
    await until(
      'all of them to go',
      async () => (await countOf('post_events where post_id = any($1::uuid[])', [ids])) === 0,
    );
    const unfinished = 'post_heads where post_id = any($1::uuid[]) and kept_seq < seq';
    expect(await countOf(unfinished, [ids])).toBe(0);
  });

  it('sends readers who come from before it to the thread, and others on', async () => {
    const post = await write(5);
    await age(post, [1, 2, 3]);
    await until('the front to go', async () => (await kept(post))[0] === 4);
    const events = async (after: number) =>
      (await site.app.request.get(`/api/v1/posts/${post}/events?after=${after}`).expect(200)).body;
    expect(await events(2)).toMatchObject({ resync: true, events: [], seq: 5 });
    expect((await events(3)).events.map(({ seq }: { seq: number }) => seq)).toEqual([4, 5]);
    expect((await events(5)).events).toEqual([]);
  });

  it('goes of every kind, and what is younger stays', async () => {
    const [{ id: user }] = await site.database.query<{ id: string }>(
      'select id from users limit 1',
    );
    const [{ id: post }] = await site.database.query<{ id: string }>(
      'select id from posts limit 1',
    );
    await site.database.query(`delete from post_readers`);
    await site.database.query(
      `insert into idempotency_records (user_id, key, request_hash, created_at)
       select $1, 'kept ' || n, '', now() - n * interval '1 hour' from generate_series(20, 28) n`,
      [user],
    );
    await site.database.query(
      `insert into signals (type, user_id, at)
       select 'user.changed', $1, now() - n * interval '1 hour' from generate_series(20, 28) n`,
      [user],
    );
    await site.database.query(
      `insert into sessions (id, user_id, salt, expires_at)
       select gen_random_uuid(), $1, '', now() - n * interval '1 day' from generate_series(4, 10) n`,
      [user],
    );
    await site.database.query(
      `insert into queue_items (id, subject, kind, open, since, closed_at)
       select gen_random_uuid(), 'user', 'reported', n = 99, now() - interval '1 year',
         case when n < 99 then now() - n * interval '1 day' end from generate_series(88, 99) n`,
    );
    await site.database.query(
      `with jobs as (
         insert into bulk_jobs (id, moderator_id, action, state, total, finished_at)
         select gen_random_uuid(), $1, 'remove', case when n = 99 then 'cancelled' else 'done' end, 1,
           now() - n * interval '1 day' from generate_series(88, 99) n returning id, state)
       insert into bulk_items (job_id, place, post_id, comment_id, version)
       select id, place, $2, gen_random_uuid(), 1
       from jobs cross join lateral generate_series(1, case state when 'done' then 2 else 4500 end) place`,
      [user, post],
    );
    await site.database.query(
      `insert into post_readers (post_id, node_id, readers, seen_at)
       select $1, gen_random_uuid(), 1, now() - n * interval '1 hour' from generate_series(20, 28) n`,
      [post],
    );
    await site.database.query(
      `insert into case_mails (id, user_id, kind, comment_id, cause, mail_id, mailed_at)
       select gen_random_uuid(), $1, 'held', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
         now() - n * interval '1 day' from generate_series(4, 10) n`,
      [user],
    );
    const old = async () => [
      await countOf(`idempotency_records where created_at < now() - interval '1 day'`),
      await countOf(`signals where at < now() - interval '1 day'`),
      await countOf(`sessions where expires_at < now() - interval '7 days'`),
      await countOf(`queue_items where closed_at < now() - interval '90 days'`),
      await countOf(`bulk_jobs where finished_at < now() - interval '90 days'`),
      await countOf(`case_mails where mailed_at < now() - interval '7 days'`),
      await countOf(`post_readers where seen_at < now() - interval '1 day'`),
    ];
    await until('all that is old to go', async () => (await old()).every((count) => count === 0));
    // An hour or a day that ends meanwhile may remove one more.
    expect(await countOf(`idempotency_records where key like 'kept %'`)).toBe(4);
    expect(await countOf(`signals where at < now() - interval '19 hours'`)).toBe(4);
    expect(await countOf('sessions where expires_at < now()')).toBe(3);
    expect(await countOf('queue_items')).toBe(3);
    expect(await countOf('bulk_jobs')).toBe(2);
    expect(await countOf('bulk_items')).toBe(4);
    expect(await countOf('case_mails')).toBe(3);
    expect(await countOf('post_readers')).toBe(4);
  });

  it('goes of one kind where another cannot', async () => {
    const [{ id: user }] = await site.database.query<{ id: string }>(
      'select id from users limit 1',
    );
    // The table of the first sweep has changed.
    await site.database.query(
      'alter table idempotency_records rename column created_at to made_at',
    );
    try {
      await site.database.query(
        `insert into sessions (id, user_id, salt, expires_at)
         values (gen_random_uuid(), $1, '', now() - interval '9 days')`,
        [user],
      );
      await until(
        'the sessions to go',
        async () => (await countOf(`sessions where expires_at < now() - interval '7 days'`)) === 0,
      );
      await until('the failure to be counted', async () => {
        const { text } = await site.app.request.get('/metrics');
        return /colloquy_round_failures_total\{round="retention"\} [1-9]/.test(text);
      });
    } finally {
      await site.database.query(
        'alter table idempotency_records rename column made_at to created_at',
      );
    }
  });

  inFull('leaves a new epoch where the database runs in another place than before', async () => {
    const epochOf = async () =>
      (await site.database.query<{ epoch: string }>('select epoch from site'))[0].epoch;
    const log = site.app.app.get(EventLog);
    const before = await epochOf();
    const again = await site.start();
    await again.close();
    expect(await epochOf()).toBe(before);
    await site.database.query(`update site set place = 'another cluster'`);
    const restored = await site.start();
    try {
      expect(await epochOf()).not.toBe(before);
      expect(restored.app.get(EventLog).epoch).toBe(await epochOf());
      // Running nodes notice it, and make readers of the former epoch reload the thread.
      await until('the running node to know', async () => log.epoch === (await epochOf()));
      const [{ id }] = await site.database.query<{ id: string }>('select id from posts limit 1');
      const events = await site.app.request
        .get(`/api/v1/posts/${id}/events?after=0&epoch=${before}`)
        .expect(200);
      expect(events.body).toMatchObject({ resync: true, events: [] });
    } finally {
      await restored.close();
    }
  });
});
