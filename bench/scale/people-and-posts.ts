import type { Sizes } from './sizes.js';
import { daysBefore, idSql, type Loading, someOf } from './sql.js';

const STAFF = 20;
/** Words of the largest post's text, each ten characters with its space, to address passages. */
const WORDS = 1_000;
/** The current revision number of the largest post. */
export const REVISIONS = 200;

/** Accounts and posts with names and addresses, numbered in helper tables. */
export function peopleAndPosts({ users, posts, some }: Sizes, loading: Loading): string[] {
  const { end, adminId, memberId } = loading;
  const joined = daysBefore(end, 700, `1 - n::float8 / ${users}`);
  const made = daysBefore(end, 400, `1 - n::float8 / ${posts}`);
  const revised = daysBefore(end, 30, `1 - n::float8 / ${REVISIONS}`);
  const ofReader = 'n % 50 = 0';
  return [
    `update site set created_at = ${daysBefore(end, 700, '1')}`,
    `create temporary table people as select n, case n when 1 then '${memberId}'::uuid
       else ${idSql(joined, 'n')} end as id, ${joined} as at from generate_series(1, ${users}) n`,
    `insert into users (id, kind, role, username, display_name, bio, email, email_key, created_at)
     select id, 'member', case when n <= ${STAFF} + 1 then 'moderator' else 'member' end, 'person-' || n,
       case when n % 2 = 0 then 'Lasītājs ' else 'Читатель ' end || n, 'About ' || n,
       'person-' || n || '@example.org', 'person-' || n || '@example.org', at from people where n > 1`,
    `insert into user_names (key, user_id) select 'person' || n, id from people where n > 1`,
    `insert into sessions (id, user_id, salt, expires_at, created_at)
     select gen_random_uuid(), id, '\\x00', at + interval '30 days', at from (
       select id, ${daysBefore(end, 38, someOf(1_000, 'n * 8 + k', 1) + ' / 1000.0')} as at
       from people cross join generate_series(1, case n when 1 then 50 else 5 end) k) s`,
    `create temporary table places as select n, ${idSql(made, 'n')} as id, ${made} as at
     from generate_series(1, ${posts}) n`,
    `insert into posts (id, slug, key, title, url, summary, author_id, revision, created_at, updated_at, made_by,
       listed, verified)
     select p.id, 'scale-' || p.n, case when p.n % 2 = 0 then 'key-' || p.n end, 'Post ' || p.n,
       'https://example.org/' || p.n, 'What post ' || p.n || ' is about.', u.id,
       case when p.n = ${posts} then ${REVISIONS} else 1 end, p.at, p.at,
       case when p.${ofReader} then 'reader' when p.n % 3 = 0 then 'import' else 'staff' end,
       p.n % 50 <> 0, p.n % 50 <> 0
     from places p join people u on u.n = 2 + p.n % ${STAFF}`,
    `insert into post_urls (normalised, post_id, url)
     select 'example.org/' || n, id, 'https://example.org/' || n from places`,
    `insert into page_checks (post_id, url, key, asked_by, due_at)
     select p.id, 'https://nowhere.invalid/' || p.n, null, u.id, ${daysBefore(end, 1, '1')}
     from places p join people u on u.n = 1 + p.n % ${users} where p.${ofReader}`,
    `insert into post_revisions (post_id, revision, title, summary, editor_id, created_at)
     select id, 1, 'Post ' || n, 'What post ' || n || ' is about.', '${adminId}', at from places where n < ${posts}`,
    `insert into post_revisions (post_id, revision, title, summary, body, html, editor_id, created_at)
     select p.id, n, 'Post', 'Revision ' || n, body, '<p>' || body || '</p>', '${adminId}', ${revised}
     from (select id from places where n = ${posts}) p cross join generate_series(1, ${REVISIONS}) n
     cross join (select string_agg('word' || lpad(w::text, 5, '0'), ' ' order by w) as body
       from generate_series(1, ${WORDS}) w) text`,
    `insert into post_updates (id, post_id, author_id, revision, body, html, created_at)
     select ${idSql(revised, 'n')}, p.id, '${adminId}', n, 'An update.', '<p>An update.</p>', ${revised}
     from (select id from places where n = ${posts}) p cross join generate_series(1, ${REVISIONS}) n`,
    `update posts set scores_hidden_until = ${daysBefore(end, 1, '0')}
     where id in (select id from places order by n limit ${Math.min(some, 100)})`,
  ];
}
