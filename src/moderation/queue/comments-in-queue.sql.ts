import { triggerFunction } from '../../database/functions.js';
import { SIGNAL_QUEUE } from './queue-items.sql.js';

/** Updates the queue item of a comment by its status, whichever statement changed the comment. */
export const KEEP_QUEUE_ITEM = triggerFunction(
  'keep_queue_item',
  `language plpgsql
set enable_seqscan = off
as $function$
declare
  was_open boolean;
  kept queue_items;
begin
  if tg_op = 'DELETE' then
    delete from queue_items where id = old.id returning * into kept;
    delete from queue_claims where item_id = old.id;
    update notices set state = 'gone', decided_at = now() where comment_id = old.id and state = 'received';
    if kept.open then perform ${SIGNAL_QUEUE.name}(old.id, kept.kind, 'gone'); end if;
    return null;
  end if;
  select open into was_open from queue_items where id = new.id for update;
  if new.status = 'held' then
    insert into queue_items as q (id, subject, kind, post_id) values (new.id, 'comment', 'held', new.post_id)
    on conflict (id) do update set
      kind = case when q.open and q.kind = 'escalated' then 'escalated' else 'held' end,
      since = case when q.open then q.since else now() end,
      open = true, closed_at = null
    returning * into kept;
    if new.source is null then
      perform ${SIGNAL_QUEUE.name}(new.id, kept.kind, case when was_open then 'changed' else 'new' end);
      insert into case_news (kind, comment_id) values ('held', new.id);
    end if;
    return null;
  end if;
  if new.status = 'deleted' then
    delete from flagged_texts where comment_id = new.id;
    update notices set state = 'gone', decided_at = now() where comment_id = new.id and state = 'received';
  end if;
  if was_open is distinct from true then return null; end if;
  update queue_items q set kind = case when q.kind = 'held' then 'reported' else q.kind end
  where id = new.id returning * into kept;
  if new.status = 'published'
    and (kept.kind = 'escalated' or kept.flag_count + kept.notice_count > 0 or kept.surge is not null) then
    perform ${SIGNAL_QUEUE.name}(new.id, kept.kind, 'changed');
    return null;
  end if;
  update queue_items set open = false, closed_at = now(), surge = null, escalated_by = null, escalated_at = null
  where id = new.id;
  delete from queue_claims where item_id = new.id;
  perform ${SIGNAL_QUEUE.name}(new.id, kept.kind, 'gone');
  return null;
end
$function$`,
  [
    {
      name: 'comments_held',
      event: 'after insert',
      table: 'comments',
      each: `for each row when (new.status = 'held')`,
    },
    {
      name: 'comments_queued',
      event: 'after update of status',
      table: 'comments',
      each: 'for each row when (new.status is distinct from old.status)',
    },
    {
      name: 'comments_unqueued',
      event: 'after delete',
      table: 'comments',
      each: 'for each row',
    },
  ],
);

/** A review applies only to the reviewed text. */
export const TAKE_BACK_REVIEW = triggerFunction(
  'take_back_review',
  `language plpgsql as $function$
begin
  new.reviewed_at := null;
  return new;
end
$function$`,
  [
    {
      name: 'comments_rewritten',
      event: 'before update of body',
      table: 'comments',
      each: 'for each row when (new.body is distinct from old.body)',
    },
  ],
);
