import { Injectable } from '@nestjs/common';
import type { AnchorView } from '../comments/anchors.dto.js';
import { PUBLICLY_READABLE } from '../comments/visibility.js';
import { Database, type Tx } from '../database/database.js';
import type { Found, Passage } from '../text/anchoring.js';
import type { PassageView } from './passages.dto.js';

/** More passages than an article has sentences; those with the most comments are shown. */
export const MAX_PASSAGES = 1_000;
/** Of each passage. */
const MAX_COMMENTS = 20;

export interface AnchoredRow extends Passage {
  id: string;
}

@Injectable()
export class PassagesRepository {
  constructor(private readonly database: Database) {}

  /** The passages of a post with what everyone sees of their comments, in the order of the text. */
  async list(postId: string): Promise<{ items: PassageView[]; orphaned: number }> {
    const [row] = await this.database.query<{ items: PassageView[]; orphaned: number }>({
      name: 'passages_list',
      text: `with anchored as (
               select c.id, c.anchor from comments c
               where c.post_id = $1 and c.anchor is not null and ${PUBLICLY_READABLE}
             ), passages as (
               select anchor->'place' as place,
                 case when bool_or(anchor->>'state' = 'exact') then 'exact' else 'near' end as state,
                 (array_agg(anchor->'quote' order by id desc))[1] as quote, count(*)::integer as count,
                 (array_agg(id order by id desc))[1:${MAX_COMMENTS}] as "commentIds"
               from anchored where anchor->>'state' <> 'orphaned'
               group by anchor->'place',
                 case when anchor->'placeRevision' = 'null' then anchor->'quote'->>'exact' end
               order by count(*) desc, anchor->'place' limit ${MAX_PASSAGES}
             )
             select coalesce((select json_agg(passages order by (place->>'start')::integer, (place->>'end')::integer, quote)
                 from passages), '[]') as items,
               (select count(*)::integer from anchored where anchor->>'state' = 'orphaned') as orphaned`,
      values: [postId],
    });
    return row;
  }

  /** Posts of which some passage has not been looked for in the present text, the oldest first. */
  async listStale(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ postId: string }>({
      name: 'passages_stale',
      text: 'select post_id as "postId" from stale_anchors order by since limit $1',
      values: [limit],
    });
    return rows.map(({ postId }) => postId);
  }

  /** Passages that were last looked for in an earlier revision, by comment. */
  async listBefore(
    postId: string,
    revision: number,
    afterId: string | null,
    limit: number,
  ): Promise<AnchoredRow[]> {
    return this.database.query<AnchoredRow>({
      name: 'passages_before',
      text: `select id, anchor->'quote' as quote, anchor->'position' as position from comments
             where post_id = $1 and anchor is not null and (anchor->>'placeRevision')::integer < $2
               and id > coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid)
             order by id limit $4`,
      values: [postId, revision, afterId, limit],
    });
  }

  /** Keeps where passages stand in a revision, unless a later one has been looked at meanwhile. */
  async setFound(
    tx: Tx,
    revision: number,
    found: readonly (Found & { id: string })[],
  ): Promise<void> {
    await tx.query({
      name: 'passages_found',
      text: `with locked as materialized (
               select id from comments where id = any($1::uuid[]) order by id for no key update
             )
             update comments c set anchor = c.anchor || f.found
             from unnest($1::uuid[], $2::jsonb[]) as f (id, found) join locked on locked.id = f.id
             where c.id = f.id and (c.anchor->>'placeRevision')::integer < $3`,
      values: [
        found.map(({ id }) => id),
        found.map(({ state, place }) => JSON.stringify(foundOf(state, place, revision))),
        revision,
      ],
    });
  }

  /**
   * Says that the passages of a post stand where its present text has them; under the lock of its
   * head, which whoever writes a comment holds, too.
   * @returns false when the text has changed again, or a comment came that was looked for before
   */
  async finish(tx: Tx, postId: string, revision: number): Promise<boolean> {
    const rows = await tx.query({
      name: 'passages_finish',
      text: `delete from stale_anchors s using posts p
             where s.post_id = $1 and p.id = s.post_id and p.revision = $2 and not exists (
               select from comments c
               where c.post_id = $1 and c.anchor is not null and (c.anchor->>'placeRevision')::integer < $2
             )
             returning 1`,
      values: [postId, revision],
    });
    return rows.length === 1;
  }
}

function foundOf(
  state: Found['state'],
  place: Found['place'],
  placeRevision: number,
): Pick<AnchorView, 'state' | 'place' | 'placeRevision'> {
  return { state, place, placeRevision };
}
