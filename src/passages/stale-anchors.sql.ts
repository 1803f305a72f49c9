import { triggerFunction } from '../database/functions.js';

/**
 * Records a post whose passages must be found again. It runs in the transaction that writes a
 * revision, or a comment on a revision that is outdated meanwhile. Both hold the lock of the post's
 * head.
 */
export const NOTE_STALE_ANCHORS = triggerFunction(
  'note_stale_anchors',
  `language plpgsql
set enable_seqscan = off
as $function$
begin
  if tg_table_name = 'posts' then
    insert into stale_anchors (post_id)
    select new.id where exists (select 1 from comments where post_id = new.id and anchor is not null)
    on conflict do nothing;
  else
    insert into stale_anchors (post_id)
    select p.id from posts p
    where p.id = new.post_id and p.revision > (new.anchor->>'placeRevision')::integer
    on conflict do nothing;
  end if;
  return null;
end
$function$`,
  [
    {
      name: 'posts_revised',
      event: 'after update of revision',
      table: 'posts',
      each: 'for each row when (new.revision is distinct from old.revision)',
    },
    {
      name: 'comments_anchored',
      event: 'after insert',
      table: 'comments',
      each: 'for each row when (new.anchor is not null)',
    },
  ],
);
