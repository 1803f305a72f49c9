import { controversy, wilsonLowerBound } from '../../src/comments/votes/scoring.js';
import { RENDERER_VERSION } from '../../src/text/markdown/markdown.js';
import type { Bodies } from './bodies.js';
import type { Random } from './random.js';
import { STATUSES, type ThreadShape } from './thread-shape.js';

/** The columns that `commentRows` writes, in order. */
export const COMMENT_COLUMNS = `id, post_id, parent_id, root_id, depth, author_id, status, listed, reply_count,
  upvotes, downvotes, best, controversial, post_revision, renderer, created_at, published_at,
  removed_by, removal_reason, body, html`;

export interface RowSource {
  shape: ThreadShape;
  random: Random;
  bodies: Bodies;
  postId: string;
  /** Must have `AUTHORS` items. */
  authorIds: readonly string[];
  /** Ids of the comments written so far; `commentRows` fills it. */
  ids: string[];
  /** The times of the first comment and of the thread's end, in milliseconds since 1970. */
  from: number;
  to: number;
}

/** Characters per chunk. */
const CHUNK_CHARACTERS = 64 * 1024;
const NULL = '\\N';

/**
 * The rows of a thread in the text format of `COPY`, in chunks.
 * @param onRow called with the number of rows written
 */
export function* commentRows(source: RowSource, onRow: (done: number) => void): Generator<string> {
  let chunk = '';
  for (let at = 0; at < source.shape.size; at++) {
    chunk += `${row(source, at)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    onRow(at + 1);
    chunk = '';
  }
  if (chunk) yield chunk;
  onRow(source.shape.size);
}

function row(source: RowSource, at: number): string {
  const { shape, random, bodies, postId, authorIds, ids } = source;
  const time = source.from + Math.floor(((source.to - source.from) * at) / shape.size);
  const instant = new Date(time).toISOString();
  const id = idOf(time, at, random);
  ids.push(id);
  const parent = shape.parent[at];
  const status = STATUSES[shape.status[at]];
  const { markdown, html } = bodies.next();
  const deleted = status === 'deleted';
  const [upvotes, downvotes] = [shape.upvotes[at], shape.downvotes[at]];
  return [
    id,
    postId,
    parent < 0 ? NULL : ids[parent],
    ids[shape.root[at]],
    shape.depth[at],
    authorIds[shape.author[at]],
    status,
    shape.listed[at] ? 't' : 'f',
    shape.replyCount[at],
    upvotes,
    downvotes,
    Math.fround(wilsonLowerBound(upvotes, downvotes)),
    Math.fround(controversy(upvotes, downvotes)),
    1,
    RENDERER_VERSION,
    instant,
    instant,
    status === 'published' ? NULL : deleted ? 'author' : 'moderation',
    status === 'removed' ? 'off_topic' : NULL,
    deleted ? '' : escaped(markdown),
    deleted ? '' : escaped(html),
  ].join('\t');
}

/** A UUID v7 of the comment's time, so that ids have the order of the thread. */
function idOf(time: number, order: number, random: Random): string {
  const clock = time.toString(16).padStart(12, '0');
  const hex = (bits: number, digits: number) => bits.toString(16).padStart(digits, '0');
  const variant = 0x8000 | (random.bits() & 0x3fff);
  const tail = hex(random.bits() & 0xffff, 4) + hex(random.bits(), 8);
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(order & 0xfff, 3)}-${hex(variant, 4)}-${tail}`;
}

/** `COPY` gives a meaning to these four only, and the texts contain two of them. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
