import { type TriggerTerms, triggerFunction } from '../../database/functions.js';
import { MOVE_QUEUE_ITEM } from './queue-items.sql.js';

/**
 * Counts the open rows that a statement adds to a table of flags, removes, opens or closes. A flag
 * that moves to another post with its comment does not change the count.
 */
const countFlags = (
  name: string,
  table: string,
  about: { subject: string; item: string; post: string },
) => {
  const { subject, item, post } = about;
  return triggerFunction(
    name,
    `language plpgsql
set enable_seqscan = off
as $function$
begin
  if tg_op = 'INSERT' then
    perform ${MOVE_QUEUE_ITEM.name}(item, '${subject}', post, flags, 0, weight) from (
      select ${item} as item, ${post} as post, count(*)::integer as flags, sum(score)::real as weight
      from added where state = 'open' group by 1, 2) moved;
  elsif tg_op = 'DELETE' then
    perform ${MOVE_QUEUE_ITEM.name}(item, '${subject}', post, -flags, 0, -weight) from (
      select ${item} as item, ${post} as post, count(*)::integer as flags, sum(score)::real as weight
      from gone where state = 'open' group by 1, 2) moved;
  else
    perform ${MOVE_QUEUE_ITEM.name}(item, '${subject}', post, flags, 0, weight) from (
      select ${item} as item, (array_agg(${post} order by sign desc))[1] as post,
        sum(sign)::integer as flags, sum(sign * score)::real as weight
      from (select 1 as sign, * from added where state = 'open'
            union all select -1, * from gone where state = 'open') rows
      group by 1 having sum(sign) <> 0) moved;
  end if;
  return null;
end
$function$`,
    flagTriggers(table),
  );
};

const flagTriggers = (table: string): TriggerTerms[] =>
  [
    ['added', 'insert', 'new table as added'],
    ['gone', 'delete', 'old table as gone'],
    ['changed', 'update', 'old table as gone new table as added'],
  ].map(([name, change, rows]) => ({
    name: `${table}_${name}`,
    event: `after ${change}`,
    table,
    each: `referencing ${rows} for each statement`,
  }));

export const COUNT_COMMENT_FLAGS = countFlags('count_comment_flags', 'comment_flags', {
  subject: 'comment',
  item: 'comment_id',
  post: 'post_id',
});

export const COUNT_USER_FLAGS = countFlags('count_user_flags', 'user_flags', {
  subject: 'user',
  item: 'target_id',
  post: 'null::uuid',
});

/** Counts open notices, and writes the history of each. */
export const COUNT_NOTICES = triggerFunction(
  'count_notices',
  `language plpgsql
set enable_seqscan = off
as $function$
begin
  if tg_op = 'INSERT' then
    insert into notice_events (notice_id, number, type) values (new.id, 1, 'received');
    perform ${MOVE_QUEUE_ITEM.name}(new.comment_id, 'comment', new.post_id, 0, 1, 10);
    insert into case_news (kind, comment_id, notice_id) values ('notice', new.comment_id, new.id);
  else
    insert into notice_events (notice_id, number, type)
    select new.id, 1 + max(number),
      case when new.state = 'decided' and old.state = 'decided' then 'changed' else new.state end
    from notice_events where notice_id = new.id;
    if old.state = 'received' then
      perform ${MOVE_QUEUE_ITEM.name}(new.comment_id, 'comment', new.post_id, 0, -1, -10);
    end if;
  end if;
  return null;
end
$function$`,
  [
    {
      name: 'notices_counted',
      event: 'after insert or update of state',
      table: 'notices',
      each: 'for each row',
    },
  ],
);
