import { Injectable } from '@nestjs/common';
import { CommentEntity } from '../../comments/shape/comment.entity.js';
import { Database, type Tx } from '../../database/database.js';
import { spelledSql } from '../../posts/shape/page-address.sql.js';
import type { ImportedComment, ImportedPage } from '../formats/import-records.js';
import type { ImportSource } from './import-source.js';

/** A comment of an import, as replies to it need it. */
export type KnownComment = Pick<
  CommentEntity,
  'id' | 'rootId' | 'depth' | 'lockCount' | 'authorId'
>;

/** The columns of an exported comment that are compared with existing ones. */
export interface ComparedComment extends Pick<ImportedComment, 'foreignId' | 'createdAt' | 'body'> {
  /** The URL of its page, in the first form of `spellingsOf`. */
  page: string | null;
}

const COMPARED = `unnest($2::text[], $3::timestamptz[], $4::text[], $5::text[]) with ordinality
  as k (foreign_id, created_at, body, page, place)`;
/** Condition: `c` is the comment of the export, by its time and its text or page. */
const IS_SAME = `(c.created_at = k.created_at and (c.body = k.body or exists (
  select from post_urls u where u.post_id = c.post_id and ${spelledSql('u.normalised')} = k.page)))`;
const DIFFERS = `(c.body <> k.body and not ${IS_SAME})`;

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** Per source of a format: how many of the comments it has, and how many ids with other ones. */
  async compare(
    format: string,
    comments: readonly ComparedComment[],
  ): Promise<{ source: string; agree: number; differ: number }[]> {
    return this.database.query({
      text: `select source, count(*) filter (where same)::integer as agree,
               count(*) filter (where differs)::integer as differ
             from (select c.source, bool_or(${IS_SAME}) as same, bool_and(${DIFFERS}) as differs
                   from ${COMPARED}
                     cross join (select distinct source from users
                                 where source is not null and split_part(source, ' ', 1) = $1) as s
                     join comments c on c.source = s.source and c.foreign_id = k.foreign_id
                   group by c.source, k.place) as found
             group by source order by agree desc, source`,
      values: [format, ...columnsOf(comments)],
    });
  }

  /**
   * The post that an earlier import created for a page. If the source has no name, the id of the
   * page is not enough. Then it is this post if no URL contradicts it, or if more comments are the
   * same than differ. For a merged post it is the target post.
   */
  async findPostId(
    tx: Tx,
    { name, isNamed }: Pick<ImportSource, 'name' | 'isNamed'>,
    { foreignId, url }: Pick<ImportedPage, 'foreignId' | 'url'>,
    comments: readonly ComparedComment[],
  ): Promise<{ id: string; isGone: boolean } | null> {
    return tx.first<{ id: string; isGone: boolean }>({
      text: `select now.id, now.gone_at is not null as "isGone" from posts p
               join posts now on now.id = coalesce(p.merged_into, p.id)
             where p.source = $1 and p.foreign_id = $6 and (
               $7 or p.url is null or $8::text is null or (
                 select count(*) filter (where ${IS_SAME}) > count(*) filter (where ${DIFFERS})
                 from ${COMPARED}
                   join comments c on c.post_id = now.id and c.source = $1 and c.foreign_id = k.foreign_id))
             order by "isGone", p.id limit 1`,
      values: [name, ...columnsOf(comments), foreignId, isNamed, url],
    });
  }

  /**
   * Whether a post was imported from another source of the same format and has other URLs: then its
   * key is a name that two sites use.
   */
  async isOfAnotherSite(tx: Tx, postId: string, source: string, page: string): Promise<boolean> {
    return tx.has({
      text: `select 1 from posts p
             where p.id = $1 and p.source <> $2 and split_part(p.source, ' ', 1) = split_part($2, ' ', 1)
               and p.url is not null and not exists (
                 select from post_urls u where u.post_id = p.id and ${spelledSql('u.normalised')} = $3)`,
      values: [postId, source, page],
    });
  }

  /** Which of these comments, and of their parents, a post has already, by foreign id. */
  async findKnown(
    tx: Tx,
    postId: string,
    source: string,
    comments: readonly Pick<ImportedComment, 'foreignId' | 'parentForeignId'>[],
  ): Promise<Map<string, KnownComment>> {
    const rows = await tx.query<KnownComment & { foreignId: string }>({
      text: `select foreign_id as "foreignId", id, root_id as "rootId", depth,
               lock_count as "lockCount", author_id as "authorId" from comments
             where post_id = $1 and source = $2 and source is not null and foreign_id = any($3::text[])`,
      values: [
        postId,
        source,
        comments.flatMap(({ foreignId, parentForeignId }) => [foreignId, parentForeignId]),
      ],
    });
    return new Map(rows.map(({ foreignId, ...known }) => [foreignId, known]));
  }

  /**
   * Adds to the reply counts of listed comments, whose other fields do not change.
   * @returns the updated comments
   */
  async countReplies(tx: Tx, replies: ReadonlyMap<string, number>): Promise<Set<string>> {
    if (replies.size === 0) return new Set();
    const rows = await tx.query<{ id: string }>({
      text: `with held as materialized (
               select id from comments where id = any($1::uuid[]) and listed order by id for no key update
             )
             update comments c set reply_count = c.reply_count + g.replies
             from unnest($1::uuid[], $2::integer[]) as g (id, replies) join held on held.id = g.id
             where c.id = g.id returning c.id`,
      values: [[...replies.keys()], [...replies.values()]],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async insert(tx: Tx, rows: readonly CommentEntity[]): Promise<void> {
    await tx.manager.insert(CommentEntity, [...rows]);
  }
}

function columnsOf(comments: readonly ComparedComment[]): unknown[] {
  return [
    comments.map(({ foreignId }) => foreignId),
    comments.map(({ createdAt }) => createdAt),
    comments.map(({ body }) => body),
    comments.map(({ page }) => page),
  ];
}
