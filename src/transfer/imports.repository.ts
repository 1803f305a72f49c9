import { Injectable } from '@nestjs/common';
import { CommentEntity } from '../comments/comment.entity.js';
import type { Tx } from '../database/database.js';

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
  async findPostId(tx: Tx, source: string, foreignId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>({
      text: 'select id from posts where source = $1 and foreign_id = $2 order by id limit 1',
      values: [source, foreignId],
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
