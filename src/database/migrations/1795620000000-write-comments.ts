/**
 * Writes comments that arrived together: the whole function, as the migration before this one made it,
 * with what a comment refers to, the pace of a post, and the first comments of an account.
 *
 * - `quoted` is what is answered for `quotes`: the caller has read it already.
 * - `paced` false lifts the pace. Of one author's drafts in a batch the first is written; the others are
 *   `twin`, and find it when they come again, so that no two can pass together.
 * - A batch is small, and what it joins has an index: the planner, who may have seen these tables when
 *   they were empty, must not think otherwise until it hears of their growth.
 * - The last of the terms says whether the account is new to a site that holds the first comments.
 */
export const WRITE_COMMENTS = `
create function write_comments(
  ids uuid[], posts uuid[], parents uuid[], authors uuid[], bodies text[], htmls text[],
  renderer smallint, times timestamptz[], terms text[], holds jsonb[], keys text[], hashes bytea[],
  anchors jsonb[], quotes jsonb[], quoted text[], paced boolean
) returns table (place bigint, outcome text, answer text, status smallint, hash bytea)
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $function$
begin
  perform 1 from post_heads where post_id = any(posts) order by post_id for no key update;
  perform 1 from comments where id = any(parents) order by id for no key update;
  return query
  with draft as (
    select * from unnest(ids, posts, parents, authors, bodies, htmls, times, terms, holds, keys, hashes,
        anchors, quotes, quoted)
      with ordinality as d (id, post_id, parent_id, author_id, body, html, created_at, terms, hold, key, hash,
        anchor, quotes, quoted, place)
  ), judged as (
    select d.*, p.revision, parent.root_id, parent.depth + 1 as below,
      u.username, u.display_name, u.avatar_url, u.role, u.kind,
      p.scores_hidden_until is not null as scores_hidden,
      r.status as kept_status, r.body as kept_body, r.request_hash as kept_hash,
      now_terms.terms as terms_now, pace.until,
      case
        when r.key is not null then 'kept'
        when d.key is not null and row_number() over (partition by d.author_id, d.key order by d.place) > 1 then 'twin'
        when p.id is null then 'post-not-found'
        when now_terms.terms is distinct from d.terms then 'terms'
        when d.parent_id is not null and (parent.post_id is distinct from d.post_id
          or not (parent.listed or parent.published_at is not null)) then 'parent-not-found'
        when parent.status <> 'published' then 'parent-gone'
        when parent.lock_count > 0 then 'branch-locked'
        when pace.until > d.created_at then 'slow-mode'
        when paced and p.slow_mode_seconds > 0 and u.role = 'member' and exists (
          select 1 from draft e where e.author_id = d.author_id and e.post_id = d.post_id and e.place < d.place
        ) then 'twin'
        else 'write'
      end as fate
    from draft d
    cross join site s
    left join posts p on p.id = d.post_id
    left join users u on u.id = d.author_id
    left join comments parent on parent.id = d.parent_id
    left join idempotency_records r on r.user_id = d.author_id and r.key = d.key
    cross join lateral (
      select concat_ws(' ', p.mode, p.locked, u.role,
        case when u.standing = 'suspended' and u.standing_until <= now() then 'active' else u.standing end,
        s.hold_first_comments > 0 and u.role = 'member' and s.hold_first_comments > (
          select count(*) from (
            select 1 from comments own where own.author_id = u.id and own.status = 'published'
            limit s.hold_first_comments
          ) enough
        )) as terms
    ) now_terms
    left join lateral (
      select own.created_at + make_interval(secs => p.slow_mode_seconds) as until
      from comments own
      where paced and p.slow_mode_seconds > 0 and u.role = 'member'
        and own.author_id = d.author_id and own.post_id = d.post_id
      order by own.id desc limit 1
    ) pace on true
  ), answered as (
    select j.*, (case when j.hold is null then 201 else 202 end)::smallint as code,
      '{"id":' || to_json(j.id) || ',"parentId":' || coalesce(to_json(j.parent_id)::text, 'null')
      || ',"depth":' || coalesce(j.below, 0)
      || ',"author":' || json_build_object('id', j.author_id, 'username', j.username,
           'displayName', j.display_name, 'avatarUrl', j.avatar_url, 'role', j.role, 'kind', j.kind)
      || ',"body":' || to_json(j.body) || ',"html":' || to_json(j.html)
      || case when j.hold is null then ',"status":"published"' else ',"status":"held"' end
      || ',"createdAt":"' || to_char(j.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","editedAt":null,"version":1,"removal":null'
      || case when j.scores_hidden then ',"score":null,"upvotes":null,"downvotes":null'
           else ',"score":0,"upvotes":0,"downvotes":0' end
      || ',"replyCount":0,"pinned":false,"featured":false,"locked":false,"revision":' || j.revision
      || ',"anchor":' || coalesce(j.anchor::text, 'null')
      || ',"quotes":' || coalesce(j.quoted, '[]')
      || ',"moreReplies":null,"postId":' || to_json(j.post_id)
      || coalesce(',"hold":' || j.hold::json, '') || '}' as text
    from judged j where j.fate = 'write'
  ), kept as (
    insert into idempotency_records (user_id, key, request_hash, status, body)
    select a.author_id, a.key, a.hash, a.code, a.text from answered a where a.key is not null
    on conflict (user_id, key) do nothing
    returning user_id, key
  ), written as (
    select a.* from answered a left join kept k on k.user_id = a.author_id and k.key = a.key
    where a.key is null or k.key is not null
  ), inserted as (
    insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, post_revision,
      renderer, created_at, published_at, hold, anchor, quotes, body, html)
    select w.id, w.post_id, w.parent_id, coalesce(w.root_id, w.id), coalesce(w.below, 0), w.author_id,
      case when w.hold is null then 'published' else 'held' end, w.hold is null, w.revision,
      write_comments.renderer, w.created_at, case when w.hold is null then w.created_at end, w.hold,
      w.anchor, w.quotes, w.body, w.html
    from written w
  ), counted as (
    update comments c set reply_count = c.reply_count + g.replies
    from (select w.parent_id, count(*) as replies from written w
          where w.hold is null and w.parent_id is not null group by w.parent_id) g
    where c.id = g.parent_id
  ), numbered as (
    select w.*, row_number() over (partition by w.post_id order by w.place) as nth,
      count(*) over (partition by w.post_id) as of
    from written w where w.hold is null
  ), head as (
    update post_heads h set seq = h.seq + n.of, comment_count = h.comment_count + n.of
    from (select distinct numbered.post_id, numbered.of from numbered) n
    where h.post_id = n.post_id
    returning h.post_id, h.seq - n.of as before
  ), logged as (
    insert into post_events (post_id, seq, type, comment_id, facts)
    select n.post_id, head.before + n.nth, 'comment.created', n.id,
      jsonb_build_object('parentId', n.parent_id, 'depth', coalesce(n.below, 0), 'version', 1)
    from numbered n join head on head.post_id = n.post_id
  )
  select j.place,
    case when j.fate = 'write' and w.id is null then 'twin' else j.fate end,
    case j.fate when 'write' then w.text when 'kept' then j.kept_body when 'terms' then j.terms_now
      when 'slow-mode' then to_char(j.until, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end,
    case when j.fate = 'kept' then j.kept_status else w.code end,
    j.kept_hash
  from judged j left join written w on w.place = j.place
  order by j.place;
end
$function$`;
