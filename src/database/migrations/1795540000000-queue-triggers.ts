/** What staff hear of an item: ids and facts alone. */
const SIGNAL_QUEUE = `
create function signal_queue(item uuid, kind text, change text, by_user uuid default null)
returns void language sql as $function$
  insert into signals (type, facts)
  values ('queue.changed', jsonb_build_object('id', item, 'kind', kind, 'change', change, 'by', by_user))
$function$`;

/** Adds to or takes from what an item waits for; the first report opens it, the last one gone closes it. */
const MOVE_ITEM = `
create function move_queue_item(item uuid, about text, post uuid, flags integer, notices integer, weight real)
returns void language plpgsql as $function$
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
    if was_open is distinct from true then perform signal_queue(item, moved.kind, 'new'); end if;
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
    perform signal_queue(item, moved.kind, 'gone');
  end if;
end
$function$`;

/** Of a statement on flags of a table whose item is \`subject\`; rows count while they are open. */
const countFlags = (name: string, subject: string, item: string, post: string): string => `
create function ${name}() returns trigger language plpgsql as $function$
begin
  if tg_op = 'INSERT' then
    perform move_queue_item(item, '${subject}', post, flags, 0, weight) from (
      select ${item} as item, ${post} as post, count(*)::integer as flags, sum(score)::real as weight
      from added where state = 'open' group by 1, 2) moved;
  elsif tg_op = 'DELETE' then
    perform move_queue_item(item, '${subject}', post, -flags, 0, -weight) from (
      select ${item} as item, ${post} as post, count(*)::integer as flags, sum(score)::real as weight
      from gone where state = 'open' group by 1, 2) moved;
  else
    perform move_queue_item(item, '${subject}', post, flags, 0, weight) from (
      select ${item} as item, ${post} as post, sum(sign)::integer as flags, sum(sign * score)::real as weight
      from (select 1 as sign, * from added where state = 'open'
            union all select -1, * from gone where state = 'open') rows
      group by 1, 2 having sum(sign) <> 0) moved;
  end if;
  return null;
end
$function$`;

const flagTriggers = (table: string, run: string): string[] => [
  `create trigger ${table}_added after insert on ${table}
    referencing new table as added for each statement execute function ${run}()`,
  `create trigger ${table}_gone after delete on ${table}
    referencing old table as gone for each statement execute function ${run}()`,
  `create trigger ${table}_changed after update on ${table}
    referencing old table as gone new table as added for each statement execute function ${run}()`,
];

const COUNT_NOTICES = `
create function count_notices() returns trigger language plpgsql as $function$
begin
  if tg_op = 'INSERT' then
    insert into notice_events (notice_id, number, type) values (new.id, 1, 'received');
    perform move_queue_item(new.comment_id, 'comment', new.post_id, 0, 1, 10);
  else
    insert into notice_events (notice_id, number, type)
    select new.id, 1 + max(number),
      case when new.state = 'decided' and old.state = 'decided' then 'changed' else new.state end
    from notice_events where notice_id = new.id;
    if old.state = 'received' then
      perform move_queue_item(new.comment_id, 'comment', new.post_id, 0, -1, -10);
    end if;
  end if;
  return null;
end
$function$`;

/** What a comment's status says of its item, in whatever way it was written. */
const KEEP_ITEM = `
create function keep_queue_item() returns trigger language plpgsql as $function$
declare
  was_open boolean;
  kept queue_items;
begin
  if tg_op = 'DELETE' then
    delete from queue_items where id = old.id returning * into kept;
    delete from queue_claims where item_id = old.id;
    update notices set state = 'gone', decided_at = now() where comment_id = old.id and state = 'received';
    if kept.open then perform signal_queue(old.id, kept.kind, 'gone'); end if;
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
      perform signal_queue(new.id, kept.kind, case when was_open then 'changed' else 'new' end);
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
    perform signal_queue(new.id, kept.kind, 'changed');
    return null;
  end if;
  update queue_items set open = false, closed_at = now(), surge = null, escalated_by = null, escalated_at = null
  where id = new.id;
  delete from queue_claims where item_id = new.id;
  perform signal_queue(new.id, kept.kind, 'gone');
  return null;
end
$function$`;

const UNREVIEW = `
create function take_back_review() returns trigger language plpgsql as $function$
begin
  new.reviewed_at := null;
  return new;
end
$function$`;

export const QUEUE_FUNCTIONS = [
  SIGNAL_QUEUE,
  MOVE_ITEM,
  countFlags('count_comment_flags', 'comment', 'comment_id', 'post_id'),
  countFlags('count_user_flags', 'user', 'target_id', 'null::uuid'),
  COUNT_NOTICES,
  KEEP_ITEM,
  UNREVIEW,
];

export const QUEUE_TRIGGERS = [
  ...flagTriggers('comment_flags', 'count_comment_flags'),
  ...flagTriggers('user_flags', 'count_user_flags'),
  `create trigger notices_counted after insert or update of state on notices
    for each row execute function count_notices()`,
  `create trigger comments_held after insert on comments
    for each row when (new.status = 'held') execute function keep_queue_item()`,
  `create trigger comments_queued after update of status on comments
    for each row when (new.status is distinct from old.status) execute function keep_queue_item()`,
  `create trigger comments_unqueued after delete on comments
    for each row execute function keep_queue_item()`,
  `create trigger comments_rewritten before update of body on comments
    for each row when (new.body is distinct from old.body) execute function take_back_review()`,
];
