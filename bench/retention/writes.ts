import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';

export const POSTS = 2_000;
const USERS = 200;

const ITEMS_A_JOB = 20;
const JOBS = 0.002;

/** The average number of rows per write of a site. */
export const SHARES = {
  post_events: 1,
  idempotency_records: 1,
  signals: 0.2,
  sessions: 0.05,
  queue_items: 0.05,
  comment_flags: 0.05,
  bulk_jobs: JOBS,
  bulk_items: JOBS * ITEMS_A_JOB,
} as const;

const TICK_MS = 100;

const SITE = [
  `insert into users (id, kind, username, display_name, email)
   select gen_random_uuid(), 'member', 'writer-' || n, 'Writer', n || '@example.org'
   from generate_series(1, ${USERS}) n`,
  `insert into posts (id, slug, title)
   select gen_random_uuid(), 'post-' || n, 'Post' from generate_series(1, ${POSTS}) n`,
  `insert into post_heads (post_id) select id from posts`,
  `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
     created_at, published_at, body, html)
   select post.id, post.id, post.id, 0, (select id from users limit 1), 'published', true, 1, 1, now(), now(),
     'Reported', '<p>Reported</p>'
   from (select id from posts limit 200) post`,
  `create table numbered as select id, row_number() over () as n from users`,
  `alter table numbered add primary key (n)`,
  `create table numbered_posts as select id, row_number() over (order by id) as n from posts`,
  `alter table numbered_posts add primary key (n)`,
  `analyze`,
];

export async function makeSite(client: Client): Promise<void> {
  for (const statement of SITE) await client.query(statement);
}

/** A few posts get most of the writes. */
const SOME_POST = `(1 + floor(${POSTS} * power(random(), 3)))::bigint`;
const SOME_USER = `(1 + floor(${USERS} * random()))::bigint`;

/** $1 is the count, $2 the length of a day in seconds. */
const WRITES = [
  `with writes as materialized (
     select p.id as post_id, count(*) as count from generate_series(1, $1::integer) i
       join lateral (select ${SOME_POST} + 0 * i as place) pick on true
       join numbered_posts p on p.n = pick.place group by p.id
   ), heads as (
     update post_heads h set seq = seq + count from writes where h.post_id = writes.post_id
     returning h.post_id, h.seq, count
   )
   insert into post_events (post_id, seq, type, comment_id, facts)
   select post_id, seq - count + nth, 'comment.created', gen_random_uuid(), '{"depth":1,"version":1}'
   from heads cross join lateral generate_series(1, count) nth where $2::float8 > 0`,
  `insert into idempotency_records (user_id, key, request_hash, status, body)
   select u.id, gen_random_uuid()::text, decode(md5(i::text) || md5(i::text), 'hex'), 201, repeat(md5(i::text), 25)
   from generate_series(1, $1::integer) i join lateral (select ${SOME_USER} + 0 * i as place) pick on true
     join numbered u on u.n = pick.place where $2::float8 > 0`,
];
const SOMETIMES: Readonly<Partial<Record<keyof typeof SHARES, string>>> = {
  signals: `insert into signals (type, user_id)
    select 'user.changed', gen_random_uuid() from generate_series(1, $1::integer) where $2::float8 > 0`,
  sessions: `insert into sessions (id, user_id, salt, expires_at)
    select gen_random_uuid(), (select id from numbered where n = 1), '\\x00', now() + make_interval(secs => 30 * $2::float8)
    from generate_series(1, $1::integer)`,
  queue_items: `insert into queue_items (id, subject, kind, open, closed_at)
    select gen_random_uuid(), 'user', 'reported', false, now() from generate_series(1, $1::integer) where $2::float8 > 0`,
  comment_flags: `insert into comment_flags (id, comment_id, post_id, user_id, reason, state, cluster)
    select gen_random_uuid(), c.id, c.post_id, c.author_id, 'spam', 'agreed', decode(md5(n::text), 'hex')
    from generate_series(1, $1::integer) n cross join (select * from comments limit 1) c where $2::float8 > 0`,
  bulk_jobs: `with jobs as (
      insert into bulk_jobs (id, moderator_id, action, state, total, finished_at)
      select gen_random_uuid(), gen_random_uuid(), 'remove', 'done', ${ITEMS_A_JOB}, now()
      from generate_series(1, $1::integer) where $2::float8 > 0 returning id)
    insert into bulk_items (job_id, place, post_id, comment_id, version, outcome)
    select id, place, gen_random_uuid(), gen_random_uuid(), 1, 'done'
    from jobs cross join generate_series(1, ${ITEMS_A_JOB}) place`,
};

/** Writes evenly for one day of the trial. */
export async function writeADay(
  client: Client,
  writes: number,
  secondsADay: number,
): Promise<void> {
  const startedAt = performance.now();
  const ticks = Math.max(1, Math.round((secondsADay * 1_000) / TICK_MS));
  for (let tick = 1; tick <= ticks; tick++) {
    const count = Math.round((tick * writes) / ticks) - Math.round(((tick - 1) * writes) / ticks);
    for (const statement of WRITES) await client.query(statement, [count, secondsADay]);
    for (const [what, statement] of Object.entries(SOMETIMES)) {
      const few = SHARES[what as keyof typeof SHARES] * count;
      const some = Math.floor(few + Math.random());
      if (some > 0) await client.query(statement, [some, secondsADay]);
    }
    await delay(
      Math.max(0, (tick * secondsADay * 1_000) / ticks - (performance.now() - startedAt)),
    );
  }
}

/** A month's backlog at once: events of a day long ago, and its idempotency keys. */
export async function writeAMonth(client: Client, events: number, keys: number): Promise<void> {
  const each = Math.floor(events / 2 / POSTS);
  const long = "now() - interval '1 year'";
  // An old event behind a younger one would not be swept.
  await client.query('delete from post_events');
  await client.query('update post_heads set kept_seq = seq');
  await client.query(
    `with more as (
       select id as post_id, $1::integer + case when n = 1 then $2::integer else 0 end as count from numbered_posts
     ), heads as (
       update post_heads h set seq = seq + count from more where h.post_id = more.post_id
       returning h.post_id, h.seq, count
     )
     insert into post_events (post_id, seq, type, comment_id, facts, at)
     select post_id, seq - count + nth, 'comment.created', post_id, '{"depth":1,"version":1}', ${long}
     from heads cross join lateral generate_series(1, count) nth`,
    [each, events - each * POSTS],
  );
  await client.query(
    `insert into idempotency_records (user_id, key, request_hash, status, body, created_at)
     select (select id from numbered where n = 1), gen_random_uuid()::text, '\\x00', 201, repeat('x', 300), ${long}
     from generate_series(1, $1::integer)`,
    [keys],
  );
}
