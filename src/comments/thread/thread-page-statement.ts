import {
  cursorSql,
  decodeCursor,
  decodeRankedCursor,
  rankedCursorSql,
} from '../../database/keyset.js';
import { commentText, moreRepliesSql, textBytesSql } from '../shape/comment-json.sql.js';
import { MAX_PINNED } from '../shape/comment.entity.js';
import { PUBLICLY_READABLE } from '../shape/visibility.js';

/** The listing at the first level of a page. */
export type Listing = 'best' | 'newest' | 'oldest' | 'controversial' | 'replies';

/** The first letter of the cursors of a listing. */
export const LETTER: Readonly<Record<Listing, string>> = {
  best: 'b',
  newest: 'n',
  oldest: 'o',
  controversial: 'c',
  replies: 'r',
};

/** The last item of the previous page; `rank` if the listing is sorted by a key. */
interface PageCursor {
  rank?: number;
  id: string;
}

/** A listing, and the item after which its page starts. */
export interface PageRequest {
  listing: Listing;
  after: PageCursor | null;
}

/** A page whose parameters allow more items than this gets fewer levels. */
const MAX_ITEMS = 1_000;

/**
 * The limit of the texts on a page, in bytes. Further comments are on the next page, or among the
 * replies not shown. A thousand typical comments fit. The first comment of a page is always shown.
 */
export const MAX_TEXT_BYTES = 1_048_576;

/** The number of reply levels on a page with these parameters. */
export function boundedDepth(limit: number, depth: number, replies: number): number {
  if (replies === 0) return 0;
  let levels = 0;
  let row = limit;
  let items = limit;
  while (levels < depth) {
    row *= replies;
    items += row;
    if (items > MAX_ITEMS) break;
    levels += 1;
  }
  return levels;
}

/**
 * The request of a page. A listing that began by time because the scores were hidden continues by
 * time.
 * @throws InvalidInput if the cursor belongs to another listing
 */
export function pageRequestOf(listing: Listing, cursor: string | undefined): PageRequest {
  if (cursor === undefined) return { listing, after: null };
  if (!isRanked(listing)) return { listing, after: { id: decodeCursor(LETTER[listing], cursor) } };
  if (cursor.startsWith(LETTER.newest)) return pageRequestOf('newest', cursor);
  return { listing, after: decodeRankedCursor(LETTER[listing], cursor) };
}

function isRanked(listing: Listing): listing is 'best' | 'controversial' {
  return listing === 'best' || listing === 'controversial';
}

/**
 * The text of the statement that returns a whole page as the JSON of the response. It descends
 * level by level with a `LIMIT` for each parent, so its cost depends on the page and not on the
 * thread. The descent carries only ids, and each comment is read once at the end. Then it sums the
 * lengths of their texts, branch by branch and within a branch level by level, and shows the
 * comments before the sum exceeds the limit. So a parent is shown before its replies, and the first
 * replies of a comment before the others.
 *
 * The items are Base64: otherwise the driver would decode the text from UTF-8, only to encode it
 * again for the response, which takes longer for a page than everything else that the service does.
 * `textsend` returns the bytes without verifying them again.
 *
 * Parameters: $1 the post, $2 the limit, $3 replies for each comment, $4 the epoch. If they apply,
 * $5 is the id of the position, $6 its rank, and the last one the parent whose replies are listed.
 */
export function threadPageSql(listing: Listing, levels: number, hasPlace: boolean): string {
  const parent = `$${hasPlace ? 6 : 5}`;
  const first =
    listing === 'replies' ? `parent_id = ${parent}` : 'post_id = $1 and parent_id is null';
  const scans = scansOf(listing);
  return `with head as (
      select h.seq, h.comment_count, h.page_version, p.scores_hidden_until is null as scores_shown
      from post_heads h join posts p on p.id = h.post_id
      where h.post_id = $1 and p.gone_at is null and $3::integer >= 0
    ), l0 as materialized (
      select scan.*, place as branch, ${levels > 0 ? `case when reply_count > 0 then ${repliesOf('scan.id')} end` : 'null::uuid[]'} as shown
      from (
        ${scans.map((scan) => scanSql(scan, first, hasPlace)).join('\n        union all\n        ')}
      ) scan
    )${Array.from({ length: levels }, (_, at) => levelSql(at + 1, levels)).join('')}
    , places as (
      ${placesSql(levels, listing !== 'replies' && !hasPlace)}
    ), sized as materialized (
      select i.level, i.branch, i.place, i.shown, c.*,
        case when ${PUBLICLY_READABLE} then ${textBytesSql('c')} else 0 end as bytes
      from places i cross join lateral (select * from comments where comments.id = i.id offset 0) c
    ), cut as (
      ${CUT_SQL}
    ), last as (
      select id, rank from l0
      where place <= coalesce((select case when level = 0 then branch - 1 else branch end from cut), place)
      order by place desc limit 1
    ), next as (
      select ((select count(*) from l0) = $2 or exists (select from cut)) and exists (
        ${scans
          .map(
            ({ only, after }) =>
              `select 1 from comments where ${first} and listed ${only}
          and ${after('(select id from last)', '(select rank from last)')}`,
          )
          .join('\n        union all\n        ')}
      ) as more
    ), items as (
      ${itemsSql()}
    )
    select head.seq, head.page_version as "pageVersion",
      concat('{"post":{"id":"', $1::uuid, '","commentCount":', head.comment_count, '},"seq":', head.seq,
        ',"epoch":"', $4::text, '","pinned":[') as head,
      encode(textsend(texts.pinned), 'base64') as pinned, encode(textsend(texts.items), 'base64') as items,
      concat('],"nextCursor":', case when next.more
        then '"' || (select ${placeSql(listing)} from last) || '"' else 'null' end, '}') as tail
    from head, next, (
      select string_agg(item, ',' order by level, place) filter (where level >= 0) as items,
        string_agg(item, ',' order by level, place) filter (where level < 0) as pinned
      from items
    ) texts`;
}

/** The few pinned comments of a thread, which have an index of their own. */
const PINNED_PLACES = `select -1 as level, 0::bigint as branch, row_number() over (order by id) as place, id,
        null::uuid[] as shown
      from (select id from comments where post_id = $1 and pinned and status = 'published'
        order by id limit ${MAX_PINNED}) pinned`;

/**
 * The comments of a page with their positions. Pinned ones are on the first page, before level 0.
 */
function placesSql(levels: number, withPinned: boolean): string {
  const below = Array.from(
    { length: levels + 1 },
    (_, level) => `select ${level} as level, branch, place, id, shown from l${level}`,
  );
  return [...(withPinned ? [PINNED_PLACES] : []), ...below].join('\n      union all ');
}

/** A scan of one index. Postgres skips it if `only`, which does not depend on the row, is false. */
interface IndexScan {
  order: string;
  rank: string;
  only: string;
  after: (id: string, rank: string) => string;
}

function scansOf(listing: Listing): IndexScan[] {
  if (!isRanked(listing)) return [byTime(listing === 'newest' ? 'desc' : 'asc', '')];
  // The order would reveal the scores. While they are hidden the order is by time, whatever the
  // cursor.
  return [
    {
      order: `${listing} desc, id desc`,
      rank: listing,
      only: 'and (select scores_shown from head)',
      after: (id, rank) => `(${listing}, id) < (${rank}, ${id})`,
    },
    byTime('desc', 'and not (select scores_shown from head)'),
  ];
}

function byTime(direction: 'asc' | 'desc', only: string): IndexScan {
  return {
    order: `id ${direction}`,
    rank: 'null::real',
    only,
    after: (id) => `id ${direction === 'desc' ? '<' : '>'} ${id}`,
  };
}

function scanSql(
  { order, rank, only, after }: IndexScan,
  first: string,
  hasPlace: boolean,
): string {
  return `(select id, reply_count, ${rank} as rank, row_number() over (order by ${order}) as place
       from comments where ${first} and listed ${only} ${hasPlace ? `and ${after('$5', '$6::real')}` : ''}
       order by ${order} limit $2)`;
}

/** The cursor of a row of the first level. */
function placeSql(listing: Listing): string {
  if (!isRanked(listing)) return cursorSql(LETTER[listing], 'id');
  return `case when rank is null then ${cursorSql(LETTER.newest, 'id')}
    else ${rankedCursorSql(LETTER[listing], 'rank', 'id')} end`;
}

/** The first replies of every comment of the level above, the oldest first. */
function levelSql(level: number, levels: number): string {
  const shown = level < levels ? repliesOf('reply.id') : 'null::uuid[]';
  return `, l${level} as materialized (
      select reply.id, p.branch, p.place * 4 + reply.at as place, ${shown} as shown
      from l${level - 1} p cross join lateral unnest(p.shown) with ordinality reply (id, at)
    )`;
}

function repliesOf(id: string): string {
  return `array(select r.id from comments r where r.parent_id = ${id} and r.listed order by r.id limit $3)`;
}

/**
 * The first comment that is omitted, if any: never a pinned one, nor the first of the page. Most
 * pages are far below the limit; the condition on the total saves them the sort.
 */
const CUT_SQL = `select level, branch, place from (
        select level, branch, place, sum(bytes) over (order by branch, level, place) as bytes from sized
        where (select sum(bytes) from sized) > ${MAX_TEXT_BYTES}
      ) sums
      where bytes > ${MAX_TEXT_BYTES} and (level > 0 or branch > 1) order by branch, level, place limit 1`;

/** The ids of the first replies of a comment that come before the cut. */
const SHOWN_SQL = `case when cut.level is null or (c.branch, c.level + 1) < (cut.branch, cut.level) then c.shown
          when (c.branch, c.level + 1) = (cut.branch, cut.level)
            then c.shown[:greatest(cut.place - c.place * 4 - 1, 0)] end`;

/**
 * Every comment before the cut as JSON, with the number of its replies that are not shown. `offset
 * 0` keeps the planner, which does not know the limits, from reading whole tables.
 */
function itemsSql(): string {
  const count = 'coalesce(cardinality(kept.ids), 0)';
  const more = moreRepliesSql(
    `(c.reply_count - ${count})`,
    cursorSql(LETTER.replies, `kept.ids[${count}]`),
  );
  return `select c.level, c.place, ${commentText(PUBLICLY_READABLE, 'head.scores_shown', more)} as item
      from head cross join sized c left join cut on true
        cross join lateral (select ${SHOWN_SQL} as ids offset 0) kept
        left join lateral (
          select * from users where users.id = c.author_id and ${PUBLICLY_READABLE} offset 0
        ) u on true
      where cut.level is null or (c.branch, c.level, c.place) < (cut.branch, cut.level, cut.place)`;
}
