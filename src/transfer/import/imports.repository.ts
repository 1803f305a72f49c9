import { Injectable } from '@nestjs/common';
import { CommentEntity } from '../../comments/comment.entity.js';
import type { Tx } from '../../database/database.js';
import type { ImportedComment, ImportedPage } from '../formats/import-records.js';

/** A comment of an import, as replies to it need it. */
export interface KnownComment {
  id: string;
  rootId: string;
  depth: number;
  /** See `CommentEntity`. */
  lockCount: number;
}

@Injectable()
export class ImportsRepository {
  /**
   * What an earlier import made of a page. Ids of pages are those of one site, and another site has
   * the same ones: it is the page only at the same host, or when it has one of the comments already.
   */
  async findPostId(
    tx: Tx,
    source: string,
    { foreignId, url }: Pick<ImportedPage, 'foreignId' | 'url'>,
    comments: readonly Pick<ImportedComment, 'foreignId' | 'createdAt'>[],
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>({
      text: `select p.id from posts p
             where p.source = $1 and p.foreign_id = $2 and (
               p.url is null or $3::text is null or ${hostSql('p.url')} = ${hostSql('$3::text')}
               or exists (
                 select 1 from unnest($4::text[], $5::timestamptz[]) as k (foreign_id, created_at)
                 join comments c on c.post_id = p.id and c.source = $1
                   and c.foreign_id = k.foreign_id and c.created_at = k.created_at))
             order by p.id limit 1`,
      values: [
        source,
        foreignId,
        url,
        comments.map((comment) => comment.foreignId),
        comments.map((comment) => comment.createdAt),
      ],
    });
    return row?.id ?? null;
  }

  /** What earlier imports brought to a post, by foreign id. */
  async findKnown(tx: Tx, postId: string, source: string): Promise<Map<string, KnownComment>> {
    const rows = await tx.query<KnownComment & { foreignId: string }>({
      text: `select foreign_id as "foreignId", id, root_id as "rootId", depth,
               lock_count as "lockCount" from comments
             where post_id = $1 and source = $2`,
      values: [postId, source],
    });
    return new Map(rows.map(({ foreignId, ...known }) => [foreignId, known]));
  }

  async insert(tx: Tx, rows: readonly CommentEntity[]): Promise<void> {
    await tx.manager.insert(CommentEntity, [...rows]);
  }
}

/** Sites change between `http` and `https`, with and without `www.`, and stay themselves. */
function hostSql(url: string): string {
  return `lower(substring(${url} from '^https?://(?:www[.])?([^/?#]+)'))`;
}
