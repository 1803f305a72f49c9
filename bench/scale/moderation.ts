import type { Sizes } from './sizes.js';
import { daysBefore, fraction, idSql, type Loading, someOf } from './sql.js';

const STAFF = 20;
/** The weight of a notice in the queue. */
const NOTICE_WEIGHT = 10;

/** Reports and notices with their items in the queue, decisions with their statements, jobs and notes. */
export function moderation(sizes: Sizes, { end, adminId }: Loading): string[] {
  const { comments, decisions, many, reports, reportsOfOne, some, users } = sizes;
  const reported = Math.round((reports - reportsOfOne) / 1.5);
  const at = (days: number, share: string) => daysBefore(end, days, share);
  const reportedAt = at(40, fraction('f', 6));
  const noticedAt = at(20, `f::float8 / ${2 * some}`);
  const decidedAt = at(300, `1 - d::float8 / ${decisions}`);
  const ofComment =
    'join told t on t.n = picked.n join places p on p.n = t.post join people u on u.n = t.author';
  return [
    // Published comments in random order: the first are reported, the next had been.
    `create temporary table cases as
     select row_number() over () as r, * from (
       select t.id, p.id as post_id, t.n, t.author, t.at from told t join places p on p.n = t.post
       where t.status = 'published' order by ${fraction('t.n', 7)} limit ${reported + many}) c`,
    'create index on cases (r); analyze cases',
    `insert into comment_flags (id, comment_id, post_id, user_id, reason, state, created_at, score, cluster)
     select ${idSql(reportedAt, 'f')}, id, post_id, person, case when f % 20 = 0 then 'illegal' else 'spam' end,
       'open', ${reportedAt}, 1 + f % 3, case when f % 10 = 0 then decode(md5(f::text), 'hex') end
     from (select c.id, c.post_id, u.id as person, row_number() over (order by c.r, k) as f
       from cases c cross join generate_series(1, case c.r when 1 then ${reportsOfOne} else 1 + c.r % 2 end) k
       join people u on u.n = case when k = 1 and c.r % 20 = 0 then 1 else 2 + (c.r * 7 + k) % ${users - 1} end
       where c.r <= ${reported}) flags`,
    `insert into comment_flags (id, comment_id, post_id, user_id, reason, state, created_at, resolved_at)
     select ${idSql(reportedAt, 'f')}, id, post_id, (select id from people where n = 1), 'spam', 'agreed',
       ${reportedAt}, ${reportedAt} + interval '1 minute'
     from (select c.id, c.post_id, ${reports} + c.r as f from cases c where c.r > ${reported} and c.r % 20 = 0) flags`,
    `insert into flagged_texts (comment_id, version, body)
     select c.id, 1, 'What was reported.' from cases c where c.r <= ${reported} and c.r % 4 = 0`,
    `insert into notices (id, reference, secret_hash, comment_id, comment_version, post_id, category, explanation, state,
       action, created_at, decided_at)
     select ${idSql(noticedAt, 'f')}, 'N-' || f, '\\x00', id, 1, post_id, 'illegal', 'Against the law.',
       case when f <= ${some} then 'received' else 'decided' end, case when f > ${some} then 'remove' end,
       ${noticedAt}, case when f > ${some} then ${noticedAt} + interval '1 hour' end
     from (select *, r as f from cases where r <= ${2 * some}) c`,
    `insert into notice_events (notice_id, number, type, at)
     select id, 1, 'received', created_at from notices union all
     select id, 2, 'decided', decided_at from notices where state = 'decided'`,
    `insert into queue_items (id, subject, kind, post_id, score, flag_count, notice_count, since, escalated_by, escalated_at)
     select c.id, 'comment', case when c.r % 50 = 0 then 'escalated' else 'reported' end, c.post_id,
       f.score + ${NOTICE_WEIGHT} * coalesce(n.count, 0), f.count, coalesce(n.count, 0), f.since,
       case when c.r % 50 = 0 then '${adminId}'::uuid end, case when c.r % 50 = 0 then f.since end
     from cases c
       join (select comment_id, count(*) as count, sum(score) as score, min(created_at) as since
         from comment_flags where state = 'open' group by 1) f on f.comment_id = c.id
       left join (select comment_id, count(*) as count from notices where state = 'received' group by 1) n
         on n.comment_id = c.id`,
    `insert into queue_items (id, subject, kind, post_id, since)
     select t.id, 'comment', 'held', p.id, t.at from told t join places p on p.n = t.post where t.status = 'held'`,
    `insert into queue_items (id, subject, kind, open, post_id, since, closed_at)
     select id, 'comment', 'reported', false, post_id, closed, closed
     from (select *, ${at(92, fraction('r', 8))} as closed from cases where r > ${reported}) c`,
    `insert into user_flags (id, target_id, user_id, field, reason, text, created_at)
     select ${idSql(at(40, fraction('n', 9)), 'n')}, p.id, (select id from people where n = 1), 'name', 'offensive',
       'A name', ${at(40, fraction('n', 9))} from people p where n > ${STAFF} + 1 and n <= ${STAFF} + 1 + ${some}`,
    `insert into queue_items (id, subject, kind, score, flag_count, since)
     select target_id, 'user', 'reported', 1, 1, created_at from user_flags`,
    `insert into queue_claims (item_id, moderator_id, session_id, active_at)
     select c.id, u.id, (select s.id from sessions s where s.user_id = u.id limit 1), now() - c.r % 20 * interval '1 minute'
     from cases c join people u on u.n = 2 + c.r % ${STAFF} where c.r <= ${some} / 5`,
    `create temporary table decided as
     select d, ${idSql(decidedAt, 'd')} as id, ${decidedAt} as at, t.id as comment_id, p.id as post_id, u.id as user_id,
       case when d % 20 = 0 then 'undo' when d % 33 = 0 then 'warn' when d % 2 = 0 then 'remove'
         else 'approve' end as action
     from (select d, ${someOf(comments, 'd', 10)} as n from generate_series(1, ${decisions}) d) picked ${ofComment}`,
    `insert into decisions (id, subject, comment_id, post_id, user_id, moderator_id, action, reason, created_at, undoes)
     select d.id, case action when 'warn' then 'user' else 'comment' end, case when action <> 'warn' then comment_id end,
       case when action <> 'warn' then post_id end, user_id, m.id, action,
       case when action in ('warn', 'remove') then 'off_topic' end, d.at,
       case when action = 'undo' then ${idSql(daysBefore(end, 300, `1 - (d - 1)::float8 / ${decisions}`), '(d - 1)')} end
     from decided d join people m on m.n = 2 + d % ${STAFF} order by d`,
    `insert into decision_details (decision_id, note, before)
     select id, 'Seen.', '{"status":"published"}' from decided where d % 3 = 0`,
    `insert into statements (decision_id, user_id, language, text, visible_at, told)
     select id, user_id, 'en', 'It was removed.', at + interval '1 minute', d % 100 <> 2
     from decided where action in ('remove', 'warn')`,
    `insert into comment_notes (id, comment_id, author_id, body, created_at)
     select ${idSql(at(30, fraction('c.r * 300 + k', 11)), 'c.r * 300 + k')}, c.id, '${adminId}', 'A note.', now()
     from cases c cross join generate_series(1, case c.r when 1 then 300 else 1 end) k where c.r <= 10 * ${some}`,
    `create temporary table jobs as select j, ${idSql(at(100, `1 - j::float8 / ${some}`), 'j')} as id,
       ${at(100, `1 - j::float8 / ${some}`)} as at, case j when ${some} then ${many} else 20 end as total
     from generate_series(1, ${some}) j`,
    `insert into bulk_jobs (id, moderator_id, action, state, total, done, created_at, finished_at)
     select id, '${adminId}', 'approve', 'done', total, total, at, at + interval '1 minute' from jobs`,
    `insert into bulk_items (job_id, place, post_id, comment_id, version, outcome)
     select j.id, k, c.post_id, c.id, 1, 'done'
     from jobs j cross join generate_series(1, j.total) k join cases c on c.r = ${reported} + 1 + k % ${many - 1}`,
  ];
}
