import { NIL } from '../../database/ids.js';
import { databaseFunction } from '../../database/functions.js';

const FIRST = `'${NIL}'::uuid`;

const replies = (listed: string): string => `
      (select r.id from comments r where r.parent_id = work.comment_id and ${listed}
         and r.id > coalesce(work.after, ${FIRST}) order by r.id limit budget - done)`;

/**
 * Whether a comment or one of its ancestors is locked now. It walks up the ancestors, for a post in
 * which a lock is still being propagated, so that `lock_count` is not yet correct.
 */
export const IS_IN_LOCKED_BRANCH = databaseFunction(
  'is_in_locked_branch',
  `(comment uuid) returns boolean
language plpgsql stable as $function$
declare
  at record;
  next uuid := comment;
begin
  while next is not null loop
    select c.locked, c.parent_id into at from comments c where c.id = next;
    if at.locked then return true; end if;
    next := at.parent_id;
  end loop;
  return false;
end
$function$`,
);

/**
 * Propagates the locks of a post's comments down to at most `budget` replies. The count of a reply
 * is that of its parent plus its own lock, so restarts and concurrent locks do not change the
 * result. The caller holds the lock of the post's head.
 */
export const CARRY_LOCKS = databaseFunction(
  'carry_locks',
  `(post uuid, budget integer) returns void
language plpgsql
set enable_seqscan = off
as $function$
declare
  done integer := 0;
  work record;
  seen uuid[];
begin
  while done < budget loop
    select m.comment_id, m.after, c.lock_count into work
    from branch_moves m join comments c on c.id = m.comment_id
    where m.post_id = post order by m.comment_id limit 1;
    exit when not found;

    select coalesce(array_agg(reply.id order by reply.id), '{}') into seen from (
      select id from (${replies('r.listed')}
      union all${replies('not r.listed')}) both_kinds
      order by id limit budget - done
    ) reply;

    perform 1 from comments where id = any(seen) order by id for no key update;
    with moved as (
      update comments c set lock_count = work.lock_count + c.locked::integer
      where c.id = any(seen) and c.lock_count <> work.lock_count + c.locked::integer
      returning c.id
    )
    insert into branch_moves (comment_id, post_id)
    select moved.id, post from moved
    where exists (select 1 from comments r where r.parent_id = moved.id and r.listed)
      or exists (select 1 from comments r where r.parent_id = moved.id and not r.listed)
    on conflict (comment_id) do update set after = null;

    if cardinality(seen) < budget - done then
      delete from branch_moves where comment_id = work.comment_id;
    else
      update branch_moves set after = seen[cardinality(seen)] where comment_id = work.comment_id;
    end if;
    done := done + greatest(cardinality(seen), 1);
  end loop;
end
$function$`,
);

export const BRANCH_LOCK_FUNCTIONS = [IS_IN_LOCKED_BRANCH, CARRY_LOCKS];
