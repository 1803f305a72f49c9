import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { cursorSql } from '../../database/keyset.js';
import { commentText, moreRepliesSql, textBytesSql } from '../shape/comment-json.sql.js';
import type { CommentView } from '../shape/comments.dto.js';
import { LETTER, type PageRequest, threadPageSql } from './thread-page-statement.js';
import { type Audience, existsFor, PUBLICLY_READABLE, readableBy } from '../shape/visibility.js';

export interface PageParameters extends PageRequest {
  postId: string;
  /** The parent; only for the listing `replies`. */
  parentId?: string;
  limit: number;
  levels: number;
  replies: number;
  epoch: string;
}

/** A serialised page, and the version for its validator. */
export interface PageText {
  seq: number;
  pageVersion: number;
  body: Buffer;
}

/** The answer of `threadPageSql`. */
export interface PageRow extends Omit<PageText, 'body'> {
  head: string;
  /** In Base64, like the items; null when there are none. */
  pinned: string | null;
  items: string | null;
  tail: string;
}

/** Decodes the page into one buffer, from which it is sent. */
export function bodyOf({ head, pinned, items, tail }: PageRow): Buffer {
  const pieces: [text: string, encoding: 'utf8' | 'base64'][] = [
    [head, 'utf8'],
    [pinned ?? '', 'base64'],
    ['],"items":[', 'utf8'],
    [items ?? '', 'base64'],
    [tail, 'utf8'],
  ];
  const lengths = pieces.map(([text, encoding]) => Buffer.byteLength(text, encoding));
  const body = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const [text, encoding] of pieces) at += body.write(text, at, encoding);
  return body.subarray(0, at);
}

/** A comment in its public form, and its approximate size in bytes; null if it was deleted. */
export interface PublicComment {
  id: string;
  bytes: number;
  comment: CommentView | null;
}

/** SQL over `c`; it does not read the body. */
const BYTES_OF_COMMENT = `1000 + case when ${PUBLICLY_READABLE} then ${textBytesSql('c')} else 0 end`;

const SCORES_SHOWN = 'p.scores_hidden_until is null';

/** The number of ancestors that `/context` shows in addition to the root. */
const MAX_ANCESTORS = 50;
/** The limit of the texts of ancestors, in bytes. Further ancestors are omitted. */
const MAX_ANCESTOR_BYTES = 524_288;

/** Reading threads, in pieces of a bounded size. */
@Injectable()
export class ThreadRepository {
  constructor(private readonly database: Database) {}

  /** One statement, and so one snapshot of items and seq; null when the post does not exist. */
  async findPage(page: PageParameters): Promise<PageText | null> {
    const { postId, parentId, listing, limit, levels, replies, after, epoch } = page;
    const values: unknown[] = [postId, limit, replies, epoch];
    if (after) values.push(after.id);
    if (after?.rank !== undefined) values.push(after.rank);
    if (listing === 'replies') values.push(parentId);
    const [row] = await this.database.query<PageRow>({
      name: `thread_${listing}_${levels}_${after ? 'next' : 'first'}`,
      text: threadPageSql(listing, levels, after !== null),
      values,
    });
    return row ? { seq: row.seq, pageVersion: row.pageVersion, body: bodyOf(row) } : null;
  }

  /**
   * The public form of comments in the order of their ids: the first ones that fit into the byte
   * limit, but at least one. The lengths come from the rows, so texts that do not fit are not read.
   */
  async listPublic(ids: readonly string[], bytes: number): Promise<PublicComment[]> {
    return this.database.query<PublicComment>({
      name: 'comments_public',
      text: `with sized as (
               select a.id, a.place, ${BYTES_OF_COMMENT} as bytes
               from unnest($1::uuid[]) with ordinality as a (id, place)
                 left join comments c on c.id = a.id
             ), asked as (
               select *, sum(bytes) over (order by place) as upto from sized
             )
             select asked.id, asked.bytes, case when p.id is not null then (
               ${commentText(PUBLICLY_READABLE, SCORES_SHOWN, moreRepliesSql('c.reply_count'))})::json end as comment
             from asked left join comments c on c.id = asked.id
               left join posts p on p.id = c.post_id and p.gone_at is null
               left join users u on u.id = c.author_id and ${PUBLICLY_READABLE}
             where asked.place = 1 or asked.upto <= $2
             order by asked.place`,
      values: [ids, bytes],
    });
  }

  /** The texts of published comments, as plain text. */
  async listExcerpts(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; excerpt: string }>({
      name: 'comments_excerpts',
      text: `select c.id, c.excerpt from comments c where c.id = any($1::uuid[]) and ${PUBLICLY_READABLE}`,
      values: [ids],
    });
    return new Map(rows.map(({ id, excerpt }) => [id, excerpt]));
  }

  /**
   * The path from the root to a comment, and its first replies. It is limited to the root and the
   * nearest ancestors; `depth` shows how many are omitted between them.
   */
  async findContext(
    id: string,
    { moderates, viewerId }: Audience,
    replies: number,
  ): Promise<ContextRows | null> {
    const readable = readableBy('$2', '$3');
    const more = `case when c.id = $1 then ${moreRepliesSql(
      '(c.reply_count - (select count(*) from below))',
      `(select ${cursorSql(LETTER.replies, 'id')} from below order by id desc limit 1)`,
    )}
      when c.parent_id = $1 then ${moreRepliesSql('c.reply_count')}
      else ${moreRepliesSql('(c.reply_count - 1)')} end`;
    return this.database.first<ContextRows>({
      name: 'comments_context',
      text: `with recursive focus as (
          select c.* from comments c where c.id = $1 and ${existsFor('$2::boolean', '$3::uuid')}
        ), up as (
          select id, parent_id, 0 as distance, 0::bigint as bytes from focus
          union all
          select c.id, c.parent_id, up.distance + 1, up.bytes + ${textBytesSql('c')}
          from up join comments c on c.id = up.parent_id
          where up.distance < ${MAX_ANCESTORS} and up.bytes < ${MAX_ANCESTOR_BYTES}
        ), shown as (
          select id from up union select root_id from focus
        ), below as (
          select id from comments where parent_id = $1 and listed order by id limit $4
        ), items as (
          select c.depth, c.id, ${commentText(readable, SCORES_SHOWN, more)} as item
          from comments c join posts p on p.id = c.post_id
            left join users u on u.id = c.author_id and ${readable}
          where c.id in (select id from shown union select id from below)
        )
        select h.seq, (select '[' || string_agg(item, ',' order by depth, id) || ']' from items) as items,
          f.depth + 1 - (select count(*) from shown) as omitted
        from focus f join post_heads h on h.post_id = f.post_id`,
      values: [id, moderates, viewerId, replies],
    });
  }
}

export interface ContextRows {
  seq: number;
  /** JSON text. */
  items: string;
  omitted: number;
}
