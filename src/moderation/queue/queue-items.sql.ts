import { databaseFunction } from '../../database/functions.js';

/** Notifies staff of an item by a signal with ids and facts, without texts. */
export const SIGNAL_QUEUE = databaseFunction(
  'signal_queue',
  `(item uuid, kind text, change text, by_user uuid default null)
returns void language sql as $function$
  insert into signals (type, facts)
  values ('queue.changed', jsonb_build_object('id', item, 'kind', kind, 'change', change, 'by', by_user))
$function$`,
);

/**
 * Changes the number of reports and notices of an item. The first one opens it, and it closes
 * without any. Staff are notified of the first report.
 */
export const MOVE_QUEUE_ITEM = databaseFunction(
  'move_queue_item',
  `(item uuid, about text, post uuid, flags integer, notices integer, weight real)
returns void language plpgsql
set enable_seqscan = off
as $function$
declare
  was_open boolean;
  moved queue_items;
begin
  if flags + notices > 0 then
    select open into was_open from queue_items where id = item for update;
    insert into queue_items as q (id, subject, kind, post_id, score, flag_count, notice_count)
    values (item, about, 'reported', post, weight, flags, notices)
    on conflict (id) do update set
      kind = case when q.open then q.kind else 'reported' end,
      since = case when q.open then q.since else now() end,
      open = true, closed_at = null,
      score = q.score + excluded.score,
      flag_count = q.flag_count + excluded.flag_count,
      notice_count = q.notice_count + excluded.notice_count
    returning * into moved;
    if was_open is distinct from true then perform ${SIGNAL_QUEUE.name}(item, moved.kind, 'new'); end if;
    if about = 'comment' and flags > 0 and moved.flag_count = flags then
      insert into case_news (kind, comment_id) values ('reported', item);
    end if;
    return;
  end if;
  update queue_items q set
    flag_count = greatest(0, q.flag_count + flags),
    notice_count = greatest(0, q.notice_count + notices),
    score = case when q.flag_count + flags + q.notice_count + notices <= 0 then 0
            else greatest(0, q.score + weight) end
  where id = item returning * into moved;
  if moved.open and moved.kind = 'reported' and moved.surge is null
    and moved.flag_count + moved.notice_count = 0 then
    update queue_items set open = false, closed_at = now() where id = item;
    delete from queue_claims where item_id = item;
    perform ${SIGNAL_QUEUE.name}(item, moved.kind, 'gone');
  end if;
end
$function$`,
);
