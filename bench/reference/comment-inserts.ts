import { idAt } from '../../src/database/ids.js';
import { RENDERER_VERSION } from '../../src/text/markdown/markdown.js';
import type { Body } from '../seed/bodies.js';
import type { RawStatement } from './raw-statement.js';

export interface InsertSource {
  postId: string;
  authorIds: readonly string[];
  /** Top-level comments to reply to. */
  parentIds: readonly string[];
  bodies: readonly Body[];
  /** The number of replies out of ten comments. */
  repliesOfTen: number;
}

const TEXT = `insert into comments (id, post_id, parent_id, root_id, depth, author_id, status, listed, post_revision,
    renderer, created_at, published_at, body, html)
  values ($1, $2, $3, $4, $5, $6, 'published', true, 1, ${RENDERER_VERSION}, now(), now(), $7, $8)`;

/** Single rows in the same table with the same indexes; no counters, no event, no checks. */
export function commentInserts(source: InsertSource): () => RawStatement {
  const { postId, authorIds, parentIds, bodies, repliesOfTen } = source;
  let at = 0;
  return () => {
    at += 1;
    const id = idAt(new Date(), at & 0xfff);
    const parent = at % 10 < repliesOfTen ? parentIds[at % parentIds.length] : null;
    const { markdown, html } = bodies[at % bodies.length];
    const author = authorIds[at % authorIds.length];
    const depth = parent === null ? 0 : 1;
    const values = [id, postId, parent, parent ?? id, depth, author, markdown, html];
    return { name: 'raw_insert', text: TEXT, values };
  };
}
