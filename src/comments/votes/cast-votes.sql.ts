import { databaseFunction } from '../../database/functions.js';
import { isAbleNow, standingNow } from '../../users/viewer/standing.sql.js';

/**
 * Casts votes that arrived together, in one round trip and one transaction. It is a function,
 * because it must read the state after it has the locks. A batch contains at most one vote for each
 * pair of user and comment.
 *
 * It locks comments by id, and no post head. With `patient` false it waits for no lock: a
 * transaction that has locked a comment and needs its parent could be waiting for this one, which
 * would be a deadlock. A vote on a locked comment returns `busy`. It is cast again with `patient`,
 * with the votes of one comment at a time.
 */
export const CAST_VOTES = databaseFunction(
  'cast_votes',
  `(ids uuid[], voters uuid[], choices smallint[], patient boolean)
returns table (outcome text, upvotes integer, downvotes integer, shown boolean)
language plpgsql as $function$
#variable_conflict use_column
declare
  held uuid[];
begin
  if patient then
    perform 1 from comments where id = any(ids) order by id for no key update;
    held := ids;
  else
    select array_agg(free.id) into held from (
      select id from comments where id = any(ids) order by id for no key update skip locked
    ) free;
  end if;
  return query
  with asked as (
    select a.place, a.comment_id, a.user_id, a.choice, coalesce(v.value, 0) as former,
      c.post_id, c.upvotes, c.downvotes, p.scores_hidden_until is null as shown,
      case
        when c.id is not null and c.id <> all(coalesce(held, '{}')) then 'busy'
        when not ${isAbleNow('u')} then ${standingNow('u')}
        when c.id is null or c.status <> 'published' or p.gone_at is not null then 'not-published'
        when c.author_id = a.user_id then 'own'
        when p.mode = 'closed' then 'closed'
        when p.locked then 'locked'
        when p.votes = 'off' then 'off'
        when p.votes = 'up' and a.choice < 0 then 'up-only'
        else 'cast'
      end as outcome
    from unnest(ids, voters, choices) with ordinality as a (comment_id, user_id, choice, place)
      left join comments c on c.id = a.comment_id
      left join posts p on p.id = c.post_id
      left join users u on u.id = a.user_id
      left join votes v on v.comment_id = a.comment_id and v.user_id = a.user_id
  ), written as (
    insert into votes (comment_id, user_id, post_id, value)
    select comment_id, user_id, post_id, choice from asked
    where outcome = 'cast' and choice <> 0 and choice <> former
    on conflict (comment_id, user_id) do update set value = excluded.value
  ), taken_back as (
    delete from votes v using asked a
    where a.outcome = 'cast' and a.choice = 0 and a.former <> 0
      and v.comment_id = a.comment_id and v.user_id = a.user_id
  ), moved as (
    select comment_id, post_id,
      (count(*) filter (where choice = 1) - count(*) filter (where former = 1))::integer as up,
      (count(*) filter (where choice = -1) - count(*) filter (where former = -1))::integer as down
    from asked where outcome = 'cast' and choice <> former
    group by comment_id, post_id
  ), counted as (
    update comments c set upvotes = c.upvotes + m.up, downvotes = c.downvotes + m.down
    from moved m where c.id = m.comment_id
    returning c.id, c.upvotes, c.downvotes
  ), noted as (
    insert into score_moves (comment_id, post_id) select comment_id, post_id from moved
    on conflict (comment_id) do nothing
  )
  select a.outcome, coalesce(n.upvotes, a.upvotes), coalesce(n.downvotes, a.downvotes), a.shown
  from asked a left join counted n on n.id = a.comment_id
  order by a.place;
end
$function$`,
);
