import { controversySql, wilsonLowerBoundSql } from '../../src/comments/votes/scoring.js';
import { RENDERER_VERSION } from '../../src/text/markdown/markdown.js';
import { REVISIONS } from './people-and-posts.js';
import type { Sizes } from './sizes.js';
import { daysBefore, fraction, idSql, type Loading, someOf } from './sql.js';

/** Size of a block, whose replies form a heap, so that depth and parent follow from the index. */
const BLOCK = 10;
const BODIES = 500;

/**
 * Three in ten comments are on one post, the others on all with a long tail. The largest post has a
 * comment with many direct replies, then a chain of replies; all others are blocks of ten.
 * @param $1 the texts as JSON: `[{ markdown, html }]`
 */
export function comments(sizes: Sizes, { end }: Loading): string[] {
  const { users, posts, celebrityReplies: celebrity, chain } = sizes;
  const blocksFrom = celebrity + chain;
  const big = `post = ${posts}`;
  // Half of the last days' comments are from the last hours, as during a surge.
  const at = daysBefore(end, 400, `power(1 - n::float8 / ${sizes.comments}, 2)`);
  const nth = `((i - case when ${big} then ${blocksFrom} else 0 end - 1) % ${BLOCK} + 1)`;
  const [ofCelebrity, ofChain] = [`${big} and i <= ${celebrity}`, `${big} and i <= ${blocksFrom}`];
  const [up, down] = ['up::float8', 'down::float8'];
  return [
    `create temporary table bodies as select row_number() over () as b, markdown, html
     from jsonb_to_recordset($1::jsonb) as t (markdown text, html text) limit ${BODIES}`,
    `create temporary table drafts as
     select n, post, row_number() over (partition by post order by n) as i, count(*) over (partition by post) as total
     from (select n, case when n % 10 in (1, 4, 8) then ${posts}
       else ${someOf(posts - 1, 'n', 2, 3)} end as post from generate_series(1, ${sizes.comments}) n) d`,
    `create temporary table shaped as
     select d.n, d.post, d.i, ${at} as at, ${idSql(at, 'd.n')} as id,
       case when ${ofCelebrity} then 1 when ${ofChain} then ${celebrity} + 1 else i - ${nth} + 1 end as start,
       case when ${ofCelebrity} then nullif(1, i) when ${ofChain} then nullif(i - 1, ${celebrity})
         when ${nth} > 1 then i - ${nth} + ${nth} / 2 end as parent,
       case when ${ofCelebrity} then least(i - 1, 1) when ${ofChain} then i - ${celebrity} - 1
         else floor(log(2, ${nth}))::integer end as depth,
       case when ${ofCelebrity} then i > 1 when ${ofChain} then false
         else i + ${nth} > total or 2 * ${nth} > ${BLOCK} end as leaf,
       not (${ofChain}) and ${nth} = 1 and total - i >= ${BLOCK} as whole,
       ${someOf(100, 'n', 3)} as chance, case when n % 20 = 0 then 1 else ${someOf(users - 1, 'n', 4, 2)} + 1 end as author,
       case when n % 4 = 0 then n / 4 % 6 else 0 end as up, case when n % 4 = 0 then n / 24 % 3 else 0 end as down
     from drafts d`,
    `create temporary table told as
     select *, case when leaf and chance = 1 then 'held' when leaf and chance = 2 then 'removed'
       when leaf and chance = 3 or whole and chance < 3 then 'deleted' else 'published' end as status
     from shaped`,
    `create temporary table answers as select post, parent as i, count(*) as replies
     from told where parent is not null and (status = 'published' or whole) group by 1, 2`,
    'create index on told (n); create index on told (post, i); analyze told; analyze answers',
    `insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, version, reply_count,
       upvotes, downvotes, best, controversial, post_revision, renderer, created_at, published_at, edited_at,
       removed_by, removal_reason, hold, source, foreign_id, body, html, reviewed_at, anchor, locked, lock_count)
     select t.id, p.id, parent.id, root.id, t.depth, u.id, t.status, t.status = 'published' or t.whole,
       case when t.${big} and t.i = 1 then ${REVISIONS} + 1 when t.n % 20 = 7 then 2 else 1 end,
       coalesce(a.replies, 0), t.up, t.down, ${wilsonLowerBoundSql(`t.${up}`, `t.${down}`)},
       ${controversySql(`t.${up}`, `t.${down}`)}, 1, ${RENDERER_VERSION}, t.at,
       case when t.status <> 'held' then t.at end, case when t.n % 20 = 7 then t.at + interval '1 hour' end,
       case t.status when 'removed' then 'moderation' when 'deleted' then 'author' end,
       case t.status when 'removed' then 'off_topic' end,
       case t.status when 'held' then '[{"rule":"first-comments","detail":"One of the first comments."}]'::jsonb end,
       case when t.n % 100 = 8 then 'scale' end, case when t.n % 100 = 8 then t.n::text end,
       case t.status when 'deleted' then '' else b.markdown end, case t.status when 'deleted' then '' else b.html end,
       case when t.n % 2 = 0 then t.at + interval '1 day' end,
       case when t.${big} and t.i > ${blocksFrom} and t.i <= ${blocksFrom} + 10 * ${sizes.some} and t.status = 'published'
         then ${anchor('t.i % 900')} end,
       t.${big} and t.i = 1, case when t.${big} and t.i = 1 then 1 else 0 end
     from told t join places p on p.n = t.post join people u on u.n = t.author
       join bodies b on b.b = 1 + t.n % ${BODIES}
       left join told parent on parent.post = t.post and parent.i = t.parent
       join told root on root.post = t.post and root.i = t.start
       left join answers a on a.post = t.post and a.i = t.i
     order by t.n`,
    `insert into votes (comment_id, user_id, post_id, value, created_at)
     select t.id, u.id, p.id, case when k <= t.up then 1 else -1 end, least(t.at + k * interval '1 minute', '${end.toISOString()}')
     from told t cross join generate_series(1, t.up + t.down) k
       join places p on p.n = t.post
       join people u on u.n = case when k = 1 and t.n % 400 = 0 and t.author > 1 then 1 else 2 + (t.author + k) % ${users - 1} end
     order by t.n`,
    `insert into comment_revisions (comment_id, version, body, html, written_at, replaced_at, marked)
     select t.id, v, 'A former text.', '<p>A former text.</p>', t.at, t.at + interval '1 hour', true
     from told t cross join generate_series(1, case when t.${big} and t.i = 1 then ${REVISIONS} else 1 end) v
     where t.${big} and t.i = 1 or t.n % 20 = 7`,
    `insert into score_moves (comment_id, post_id)
     select t.id, p.id from told t join places p on p.n = t.post where t.up > 0 and t.parent is null
     order by ${fraction('t.n', 5)} limit ${5 * sizes.some}`,
    `insert into post_update_credits (update_id, comment_id, post_id, user_id)
     select u.id, c.id, c.post_id, c.author_id
     from (select id, post_id, row_number() over (order by id) as nth from post_updates) u
     join lateral (select * from comments c where c.post_id = u.post_id and c.parent_id is null and c.listed
       order by c.id offset u.nth limit 1) c on true`,
  ];
}

function anchor(word: string): string {
  const [start, end] = [`10 * (${word})`, `10 * (${word}) + 9`];
  const place = `json_build_object('start', ${start}, 'end', ${end})`;
  return `jsonb_build_object('quote', json_build_object('exact', 'word' || lpad((${word} + 1)::text, 5, '0'),
      'prefix', '', 'suffix', ''), 'position', ${place}, 'revision', 1, 'state', 'exact', 'place', ${place},
    'placeRevision', ${REVISIONS - 1})`;
}
