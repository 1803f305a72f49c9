import { Injectable } from '@nestjs/common';
import { NIL } from '../database/ids.js';
import type { PageText } from '../comments/thread/thread.repository.js';
import { PUBLICLY_READABLE } from '../comments/shape/visibility.js';
import { Database, type Tx } from '../database/database.js';
import type { Found, Passage } from '@colloquy/passages';

/** The newest comments on passages of a post; older ones are not counted. */
const MAX_ANCHORED = 10_000;
/** More passages than an article has sentences; those with the most comments are shown. */
const MAX_PASSAGES = 1_000;
/**
 * The limit of the passages in one response. Each counts as the size of its quote plus
 * `BESIDE_QUOTE`.
 */
const MAX_BYTES = 1_048_576;
const BESIDE_QUOTE = 1_024;
/** The number of newest comments that are listed for each passage. */
const MAX_COMMENTS = 20;

export interface AnchoredRow extends Passage {
  id: string;
}

@Injectable()
export class PassagesRepository {
  constructor(private readonly database: Database) {}

  /**
   * The passages of a post with their published comments, as JSON text in the order of the text.
   * Null when there is no such post.
   */
  async findPage(postId: string): Promise<PageText | null> {
    const [row] = await this.database.query<Omit<PageText, 'body'> & { body: string }>({
      name: 'passages_page',
      text: `with passages as (
               select passage, bool_or(state = 'exact') as exact, count(*)::integer as count,
                 array_agg(id order by id desc) as ids
               from (
                 select id, anchor->>'state' as state,
                   case when anchor->>'state' <> 'orphaned' then md5(concat(anchor->'place',
                     case when anchor->'placeRevision' = 'null' then anchor->'quote'->>'exact' end)) end as passage
                 from (
                   select id, anchor, c.status from comments c
                   where post_id = $1 and anchor is not null order by id desc limit ${MAX_ANCHORED}
                 ) c
                 where ${PUBLICLY_READABLE} offset 0
               ) anchored
               group by passage
             ), sized as (
               select p.exact, p.count, p.ids, newest.anchor->'quote' as quote, newest.anchor->'place' as place,
                 sum(octet_length((newest.anchor->'quote')::text) + ${BESIDE_QUOTE})
                   over (order by p.count desc, p.passage rows unbounded preceding) as bytes
               from (
                 select passage, exact, count, ids[:${MAX_COMMENTS}] as ids from passages
                 where passage is not null order by count desc, passage limit ${MAX_PASSAGES}
               ) p cross join lateral (select anchor from comments where comments.id = p.ids[1] offset 0) newest
             )
             select h.seq, h.page_version as "pageVersion", concat(
               '{"items":', coalesce((
                 select json_agg(json_build_object('place', place,
                     'state', case when exact then 'exact' else 'near' end,
                     'quote', quote, 'count', count, 'commentIds', ids)
                   order by (place->>'start')::integer, (place->>'end')::integer, quote)
                 from sized where bytes <= ${MAX_BYTES})::text, '[]'),
               ',"orphaned":', coalesce((select count from passages where passage is null), 0), '}') as body
             from post_heads h join posts p on p.id = h.post_id
             where h.post_id = $1 and p.gone_at is null`,
      values: [postId],
    });
    return row ? { ...row, body: Buffer.from(row.body) } : null;
  }

  /** Posts with passages not yet searched for in the current text, oldest first; no ended posts. */
  async listStale(limit: number): Promise<string[]> {
    return this.database.column<string>({
      name: 'passages_stale',
      text: `select s.post_id as "postId" from stale_anchors s join posts p on p.id = s.post_id
             where p.gone_at is null order by s.since limit $1`,
      values: [limit],
    });
  }

  /** Passages that were last searched for in an earlier revision, by comment. */
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
               and id > coalesce($3, '${NIL}'::uuid)
             order by id limit $4`,
      values: [postId, revision, afterId, limit],
    });
  }

  /**
   * Stores the positions of the passages of a post in a revision, unless a later revision was
   * searched meanwhile.
   */
  async setFound(
    tx: Tx,
    postId: string,
    revision: number,
    found: readonly (Found & { id: string })[],
  ): Promise<void> {
    await tx.query({
      name: 'passages_found',
      text: `with locked as materialized (
               select id from comments where id = any($1::uuid[]) and post_id = $4 order by id for no key update
             )
             update comments c set anchor = c.anchor || f.found
             from unnest($1::uuid[], $2::jsonb[]) as f (id, found) join locked on locked.id = f.id
             where c.id = f.id and (c.anchor->>'placeRevision')::integer < $3`,
      values: [
        found.map(({ id }) => id),
        found.map(({ state, place }) => JSON.stringify({ state, place, placeRevision: revision })),
        revision,
        postId,
      ],
    });
  }

  /**
   * Marks the passages of a post as found in its current text. The caller holds the lock of its
   * head.
   * @returns false when the text has changed again, or a comment on an earlier text was added
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
