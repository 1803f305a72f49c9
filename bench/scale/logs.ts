import { EVENTS_A_COMMENT, type Sizes } from './sizes.js';
import { daysBefore, fraction, type Loading, someOf } from './sql.js';

/** The events of every post with its head, and other rows with a retention period; some expired. */
export function logs(sizes: Sizes, { end, memberId }: Loading): string[] {
  const { comments, many, posts, some, users } = sizes;
  const aged = (days: number, salt: number) => daysBefore(end, days, fraction('n', salt));
  const happened = daysBefore(end, 30.6, `1 - t.n::float8 / ${comments}`);
  return [
    `insert into post_events (post_id, seq, type, comment_id, facts, at)
     select p.id, (t.i - 1) * ${EVENTS_A_COMMENT} + k,
       case k when 1 then 'comment.created' else 'comment.updated' end, t.id,
       json_build_object('parentId', null, 'depth', t.depth, 'version', 1), ${happened} + k * interval '1 millisecond'
     from told t join places p on p.n = t.post cross join generate_series(1, ${EVENTS_A_COMMENT}) k
     order by p.id, 2`,
    `insert into post_heads (post_id, seq, comment_count)
     select p.id, ${EVENTS_A_COMMENT} * coalesce(t.total, 0), coalesce(t.published, 0)
     from places p left join (select post, count(*) as total, count(*) filter (where status = 'published') as published
       from told group by post) t on t.post = p.n`,
    `insert into idempotency_records (user_id, key, request_hash, status, body, created_at)
     select u.id, 'key-' || i.n, decode(md5(i.n::text), 'hex'), 201, repeat(md5(i.n::text), 25), i.at
     from (select n, ${someOf(users, 'n', 12)} as person, ${aged(1.1, 13)} as at from generate_series(1, ${many}) n) i
       join people u on u.n = i.person`,
    `insert into signals (type, user_id, at)
     select 'user.changed', u.id, s.at
     from (select n, ${daysBefore(end, 1.1, `1 - n::float8 / ${many}`)} as at from generate_series(1, ${many}) n) s
       join people u on u.n = 1 + s.n % ${users} order by s.n`,
    `insert into readings (user_id, post_id, last_seen_seq)
     select u.id, p.id, 1 from people u cross join generate_series(1, 10) k
       join places p on p.n = 1 + (u.n * 7919 + k * 104729) % ${posts} on conflict do nothing`,
    `insert into limit_counts (key, count, ends_at)
     select 'network-' || n, 1, ${aged(2, 14)} from generate_series(1, ${some}) n`,
    `insert into post_readers (post_id, node_id, readers, seen_at)
     select id, gen_random_uuid(), 1, ${daysBefore(end, 2, '1')} from places order by n limit ${some}`,
    // Rows that a node has left for the rounds.
    `insert into author_changes (user_id, change, beat_at)
     values ('${memberId}', gen_random_uuid(), ${daysBefore(end, 1, '1')})`,
    `insert into stale_anchors (post_id) select id from places where n = ${posts}`,
    `insert into branch_moves (comment_id, post_id)
     select t.id, p.id from told t join places p on p.n = t.post where t.post = ${posts} and t.i = 1`,
  ];
}
