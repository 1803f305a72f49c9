import { keyLock } from '../../acts/key-lock.sql.js';
import { databaseFunction } from '../../database/functions.js';
import { instantSql } from '../../database/json-text.js';
import { standingNow } from '../../users/viewer/standing.sql.js';
import { singleCommentText } from '../shape/comment-json.sql.js';
import { IS_NEWCOMER } from '../shape/newcomers.sql.js';
import { NEXT_TURN } from '../shape/slow-mode.sql.js';
import { readableBy } from '../shape/visibility.js';
import { IS_IN_LOCKED_BRANCH } from '../status/branch-locks.sql.js';

/** The answer to the writer of a comment, over `c`, its row, with its author and its post. */
const ANSWER = singleCommentText(readableBy('false', 'u.id'), 'p.scores_hidden_until is null');

/** The drafts with their present terms, and the outcome of each. */
const JUDGED = `
    select d.*, p.revision,
      coalesce(parent.root_id, d.id) as root_id, coalesce(parent.depth + 1, 0) as depth,
      r.status as kept_status, r.body as kept_body, r.request_hash as kept_hash,
      now_terms.terms as terms_now, pace.until,
      case
        when r.key is not null then 'kept'
        when not d.turn or d.slot is not null and array_position(slots, d.slot) < d.place then 'twin'
        when p.id is null then 'post-not-found'
        when d.post_id <> all(heads) then 'busy'
        when now_terms.terms is distinct from d.terms then 'terms'
        when d.parent_id is not null and (parent.post_id is distinct from d.post_id
          or not (parent.listed or parent.published_at is not null)) then 'parent-not-found'
        when parent.status <> 'published' then 'parent-gone'
        when case when moving then ${IS_IN_LOCKED_BRANCH.name}(parent.id) else parent.lock_count > 0 end
          then 'branch-locked'
        when pace.until > d.created_at then 'slow-mode'
        when pace.kept and array_position(authors, d.author_id) < d.place then 'twin'
        else 'write'
      end as outcome
    from unnest(ids, posts, parents, authors, times, terms, holds, keys, slots, turns)
      with ordinality as d (id, post_id, parent_id, author_id, created_at, terms, hold, key, slot, turn, place)
    left join posts p on p.id = d.post_id
    left join users u on u.id = d.author_id
    left join comments parent on parent.id = d.parent_id
    left join idempotency_records r on r.user_id = d.author_id and r.key = d.key
    cross join lateral (
      select jsonb_build_object(
        'post', jsonb_build_object('mode', p.mode, 'locked', p.locked,
          'verified', p.verified),
        'author', jsonb_build_object('role', u.role, 'standing', ${standingNow('u')},
          'newcomer', hold_first > 0 and u.role = 'member' and ${IS_NEWCOMER.name}(u.id, hold_first))
      ) as terms offset 0
    ) now_terms
    cross join lateral (
      select paced and p.slow_mode_seconds > 0 and u.role = 'member' as kept,
        case when paced and p.slow_mode_seconds > 0 and u.role = 'member'
          then ${NEXT_TURN.name}(d.author_id, d.post_id, p.slow_mode_seconds) end as until offset 0
    ) pace
    order by d.place`;

/**
 * Writes comments that arrived together. It is a function, because it must read the state after it
 * has the locks. Its statements are short, because the plan of one with twenty parts takes longer
 * to start than a comment to write. Work that only some comments need is in functions of its own,
 * or behind a condition.
 *
 * - Locks: keys, then heads by post id, then parents by id. It waits for neither keys nor heads,
 *   nor for a parent whose head it does not have. A draft whose key another transaction has returns
 *   `twin`, one whose head another has returns `busy`. So a transaction that holds either for long
 *   delays no other draft.
 * - With `patient` it waits a second for the heads. All drafts are of one post then.
 * - If two drafts in a batch have the same key and author, or the same author in slow mode, the
 *   first is written. The other returns `twin`, and finds the first one when it is retried.
 * - A batch is small, and each table that it joins has an index. The settings force the planner to
 *   use them, even when its statistics are from a time when these tables were empty.
 */
export const WRITE_COMMENTS = databaseFunction(
  'write_comments',
  `(
  ids uuid[], posts uuid[], parents uuid[], authors uuid[], bodies text[], htmls text[],
  renderer_version smallint, times timestamptz[], terms jsonb[], holds jsonb[], keys text[], hashes bytea[],
  anchors jsonb[], quotes jsonb[], hold_first integer, paced boolean, patient boolean
) returns table (place bigint, outcome text, answer text, status smallint, hash bytea)
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $function$
declare
  have_parents constant boolean := array_remove(parents, null) <> '{}';
  patience constant text := current_setting('lock_timeout');
  slots text[];
  turns boolean[];
  heads uuid[];
  moving boolean := false;
  outcomes text[];
  answers text[];
  codes smallint[];
  kept_hashes bytea[];
  roots uuid[];
  depths integer[];
  revisions integer[];
begin
  if array_remove(keys, null) <> '{}' then
    select array_agg(case when k.key is not null then concat(k.author_id, ' ', k.key) end order by k.place),
      array_agg(case when k.key is not null then pg_try_advisory_xact_lock(${keyLock('k.author_id', 'k.key')}) end
        order by k.place)
    into slots, turns from unnest(authors, keys) with ordinality as k (author_id, key, place);
  end if;

  if patient then
    begin
      perform set_config('lock_timeout', '1s', true);
      perform 1 from post_heads where post_id = any(posts) order by post_id for no key update;
      perform set_config('lock_timeout', patience, true);
      heads := posts;
    exception when lock_not_available then
      heads := '{}';
    end;
  else
    select coalesce(array_agg(free.post_id), '{}') into heads from (
      select post_id from post_heads where post_id = any(posts) order by post_id for no key update skip locked
    ) free;
  end if;
  if have_parents then
    perform 1 from comments where id = any(parents) and post_id = any(heads) order by id for no key update;
    moving := exists (select 1 from branch_moves where post_id = any(heads));
  end if;

  select array_agg(j.outcome), array_agg(j.root_id), array_agg(j.depth), array_agg(j.revision),
    array_agg(j.kept_hash),
    array_agg(case j.outcome when 'kept' then j.kept_status
      when 'write' then case when j.hold is null then 201::smallint else 202::smallint end end),
    array_agg(case j.outcome when 'kept' then j.kept_body when 'terms' then j.terms_now::text
      when 'slow-mode' then ${instantSql('j.until')} end)
  into outcomes, roots, depths, revisions, kept_hashes, codes, answers
  from (${JUDGED}
  ) j;

  with written as (
    insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, post_revision,
      renderer, created_at, published_at, hold, anchor, quotes, body, html)
    select w.id, w.post_id, w.parent_id, w.root_id, w.depth, w.author_id,
      case when w.hold is null then 'published' else 'held' end, w.hold is null, w.revision,
      renderer_version, w.created_at, case when w.hold is null then w.created_at end, w.hold,
      w.anchor, w.quotes, w.body, w.html
    from unnest(ids, posts, parents, authors, bodies, htmls, times, holds, anchors, quotes,
        outcomes, roots, depths, revisions)
      as w (id, post_id, parent_id, author_id, body, html, created_at, hold, anchor, quotes,
        outcome, root_id, depth, revision)
    where w.outcome = 'write'
    returning *
  )
  select array_agg(case when c.id is null then w.answer else ${ANSWER} end order by w.place)
  into answers
  from unnest(ids, answers) with ordinality as w (id, answer, place)
    left join written c on c.id = w.id
    left join users u on u.id = c.author_id
    left join posts p on p.id = c.post_id;

  insert into idempotency_records (user_id, key, request_hash, status, body)
  select w.author_id, w.key, w.hash, w.code, w.answer
  from unnest(authors, keys, hashes, codes, answers, outcomes) as w (author_id, key, hash, code, answer, outcome)
  where w.outcome = 'write' and w.key is not null;

  if have_parents then
    update comments c set reply_count = c.reply_count + g.replies
    from (
      select w.parent_id, count(*) as replies from unnest(parents, holds, outcomes) as w (parent_id, hold, outcome)
      where w.outcome = 'write' and w.hold is null and w.parent_id is not null group by w.parent_id
    ) g
    where c.id = g.parent_id;
  end if;

  with head as (
    update post_heads h set seq = h.seq + g.comments, comment_count = h.comment_count + g.comments
    from (
      select w.post_id, count(*) as comments from unnest(posts, holds, outcomes) as w (post_id, hold, outcome)
      where w.outcome = 'write' and w.hold is null group by w.post_id
    ) g
    where h.post_id = g.post_id
    returning h.post_id, h.seq - g.comments as before
  )
  insert into post_events (post_id, seq, type, comment_id, facts)
  select w.post_id, head.before + row_number() over (partition by w.post_id order by w.place),
    'comment.created', w.id, jsonb_build_object('parentId', w.parent_id, 'depth', w.depth, 'version', 1)
  from unnest(ids, posts, parents, depths, holds, outcomes) with ordinality
    as w (id, post_id, parent_id, depth, hold, outcome, place)
  join head on head.post_id = w.post_id
  where w.outcome = 'write' and w.hold is null;

  return query
  select w.place, w.outcome, w.answer, w.code, w.hash
  from unnest(outcomes, answers, codes, kept_hashes) with ordinality as w (outcome, answer, code, hash, place)
  order by w.place;
end
$function$`,
);
