import { Injectable } from '@nestjs/common';
import { postIsThere } from '../../comments/shape/visibility.js';
import { Database, type Tx } from '../../database/database.js';
import { SIGNAL_QUEUE } from './queue-items.sql.js';
import type { SurgeCountsView } from './queue.dto.js';
import { NEW_ACCOUNT_DAYS, SURGE_MINUTES } from './surge.js';

export interface ActiveBranch extends SurgeCountsView {
  rootId: string;
  postId: string;
}

/** The most rows of either kind that are counted; earlier ones are ignored. */
const MAX_ACTS = 20_000;
const MAX_BRANCHES = 100;
/** A branch that a moderator has reviewed is not queued again for this long. */
const QUIET_MINUTES = 60;

@Injectable()
export class SurgeRepository {
  constructor(private readonly database: Database) {}

  /**
   * The branches with recent activity of new accounts, busiest first. In the first week of a site
   * all accounts are new, so none counts as new.
   * @param sinceId an id of the beginning of the window
   */
  async listActive(sinceId: string): Promise<ActiveBranch[]> {
    return this.database.query<ActiveBranch>({
      name: 'surge_active',
      text: `with acts as (
               (select c.root_id, c.post_id, c.author_id as user_id, 1 as comments, 0 as votes from comments c
                where c.id >= $1 and c.source is null order by c.id desc limit ${MAX_ACTS})
               union all
               (select c.root_id, c.post_id, v.user_id, 0, 1 from (
                  select comment_id, user_id from votes
                  where created_at >= now() - interval '${SURGE_MINUTES} minutes' limit ${MAX_ACTS}) v
                join comments c on c.id = v.comment_id)
             )
             select root_id as "rootId", a.post_id as "postId", sum(comments)::integer as comments,
               coalesce(sum(comments) filter (where fresh), 0)::integer as "newComments",
               sum(votes)::integer as votes,
               coalesce(sum(votes) filter (where fresh), 0)::integer as "newVotes",
               count(distinct user_id) filter (where fresh)::integer as "newAccounts"
             from acts a cross join lateral (
               select u.created_at > now() - interval '${NEW_ACCOUNT_DAYS} days'
                 and site.created_at < now() - interval '${NEW_ACCOUNT_DAYS} days' as fresh
               from users u cross join site where u.id = a.user_id) known
             group by root_id, a.post_id
             having count(*) filter (where fresh) > 0
             order by count(*) filter (where fresh) desc limit ${MAX_BRANCHES}`,
      values: [sinceId],
    });
  }

  /** Adds a surge to the queue item of the top-level comment. */
  async raise(tx: Tx, rootId: string, counts: SurgeCountsView): Promise<void> {
    await tx.query({
      name: 'surge_raise',
      text: `with before as (
               select open, surge is not null as known from queue_items where id = $1
             ), raised as (
               insert into queue_items as q (id, subject, kind, post_id, surge)
               select id, 'comment', 'reported', post_id, $2::jsonb from comments c
               where id = $1 and status = 'published' and ${postIsThere('c')}
               on conflict (id) do update set surge = $2::jsonb,
                 kind = case when q.open then q.kind else 'reported' end,
                 since = case when q.open then q.since else now() end, open = true, closed_at = null
               where coalesce(q.surge_settled_at < now() - interval '${QUIET_MINUTES} minutes', true)
                 and q.surge is distinct from $2::jsonb
               returning id, kind
             )
             select ${SIGNAL_QUEUE.name}(id, kind, case when exists (select 1 from before where open)
               then 'changed' else 'new' end)
             from raised where not exists (select 1 from before where open and known)`,
      values: [rootId, counts],
    });
  }
}
