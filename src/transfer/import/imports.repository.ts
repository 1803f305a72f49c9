import { Injectable } from '@nestjs/common';
import { CommentEntity } from '../../comments/shape/comment.entity.js';
import type { Tx } from '../../database/database.js';
import type { ImportedComment, ImportedPage } from '../formats/import-records.js';

/** A comment of an import, as replies to it need it. */
export type KnownComment = Pick<CommentEntity, 'id' | 'rootId' | 'depth' | 'lockCount'>;

@Injectable()
export class ImportsRepository {
  /**
   * The post that an earlier import made of a page. Ids of pages are those of one site, and another site has
   * the same ones: it is the page only at the same host, or when it has one of the comments already. A post
   * that was merged is the one that it went into.
   */
  async findPostId(
    tx: Tx,
    source: string,
    { foreignId, url }: Pick<ImportedPage, 'foreignId' | 'url'>,
    comments: readonly Pick<ImportedComment, 'foreignId' | 'createdAt'>[],
  ): Promise<{ id: string; isGone: boolean } | null> {
    const [row] = await tx.query<{ id: string; isGone: boolean }>({
      text: `select now.id, now.gone_at is not null as "isGone" from posts p
               join posts now on now.id = coalesce(p.merged_into, p.id)
             where p.source = $1 and p.foreign_id = $2 and (
               p.url is null or $3::text is null or ${hostSql('p.url')} = ${hostSql('$3::text')}
               or exists (
                 select 1 from unnest($4::text[], $5::timestamptz[]) as k (foreign_id, created_at)
                 join comments c on c.post_id = now.id and c.source = $1
                   and c.foreign_id = k.foreign_id and c.created_at = k.created_at))
             order by "isGone", p.id limit 1`,
      values: [
        source,
        foreignId,
        url,
        comments.map((comment) => comment.foreignId),
        comments.map((comment) => comment.createdAt),
      ],
    });
    return row ?? null;
  }

  /** Which of these comments, and of those that they answer, a post has already, by foreign id. */
  async findKnown(
    tx: Tx,
    postId: string,
    source: string,
    comments: readonly Pick<ImportedComment, 'foreignId' | 'parentForeignId'>[],
  ): Promise<Map<string, KnownComment>> {
    const rows = await tx.query<KnownComment & { foreignId: string }>({
      text: `select foreign_id as "foreignId", id, root_id as "rootId", depth,
               lock_count as "lockCount" from comments
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
   * Counts listed replies more of comments that are listed, in which nothing else changes by that.
   * @returns those that were counted
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

/** Sites change between `http` and `https`, with and without `www.`, and stay themselves. */
function hostSql(url: string): string {
  return `lower(substring(${url} from '^https?://(?:www[.])?([^/?#]+)'))`;
}
