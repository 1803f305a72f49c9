import type { Random } from './random.js';

/** The parent and author of each comment of a thread, by index, in order of time. */
export interface ThreadShape {
  size: number;
  /** -1 at the top level. */
  parent: Int32Array;
  root: Int32Array;
  depth: Int32Array;
  /** Indexes into `STATUSES`. */
  status: Uint8Array;
  /** 1 if published, or a tombstone with listed replies. */
  listed: Uint8Array;
  /** Listed direct replies. */
  replyCount: Int32Array;
  published: number;
  /** An index below `AUTHORS`. */
  author: Uint8Array;
  upvotes: Uint8Array;
  downvotes: Uint8Array;
}

/** The accounts that write and vote. */
export const AUTHORS = 200;

export const STATUSES = ['published', 'removed', 'deleted'] as const;

const TOP_LEVEL = 0.3;
/** The first comments of a thread, which get a fixed share of all replies. */
const CELEBRITIES = 5;
const TO_CELEBRITIES = 0.03;
const TOMBSTONES = 0.02;
/** The limit of all other branches; one chain is longer. */
const MAX_DEPTH = 30;
const LONGEST_CHAIN = 2_000;
const CHAIN_SHARE = 0.005;
/** The limits together are below the number of possible voters. */
const MOST_UPVOTES = 120;
const MOST_DOWNVOTES = 60;

/**
 * A thread of a realistic shape: three in ten comments are top-level, replies go to recent comments
 * (the distance is log-uniform), 3 % of them to five celebrities, the depth has a long tail, and
 * one chain of replies is up to 2,000 deep.
 */
export function shapeThread(size: number, random: Random): ThreadShape {
  const shape: ThreadShape = {
    size,
    parent: new Int32Array(size).fill(-1),
    root: new Int32Array(size),
    depth: new Int32Array(size),
    status: new Uint8Array(size),
    listed: new Uint8Array(size),
    replyCount: new Int32Array(size),
    published: 0,
    author: new Uint8Array(size),
    upvotes: new Uint8Array(size),
    downvotes: new Uint8Array(size),
  };
  const chain = chainOf(size);
  for (let at = 0; at < size; at++) {
    const parent = chain.get(at) ?? chooseParent(shape, at, random);
    shape.parent[at] = parent;
    shape.root[at] = parent < 0 ? at : shape.root[parent];
    shape.depth[at] = parent < 0 ? 0 : shape.depth[parent] + 1;
    const standing = at < CELEBRITIES || chain.has(at) || !random.chance(TOMBSTONES);
    shape.status[at] = standing ? 0 : 1 + random.integer(2);
    shape.author[at] = random.integer(AUTHORS);
    shape.upvotes[at] = random.longTail(0.6, MOST_UPVOTES);
    shape.downvotes[at] = random.longTail(0.4, MOST_DOWNVOTES);
  }
  return count(shape);
}

/** The members of the one long chain, spread over the whole thread, each with its parent. */
function chainOf(size: number): Map<number, number> {
  const length = Math.min(LONGEST_CHAIN, Math.floor(size * CHAIN_SHARE));
  const members = new Map<number, number>();
  for (let step = 0; step < length; step++) {
    const place = (nth: number) => CELEBRITIES + 1 + Math.floor(((size - 10) * nth) / length);
    members.set(place(step), step === 0 ? -1 : place(step - 1));
  }
  return members;
}

function chooseParent({ depth, root }: ThreadShape, at: number, random: Random): number {
  if (at <= CELEBRITIES || random.chance(TOP_LEVEL)) return -1;
  if (random.chance(TO_CELEBRITIES)) return random.integer(CELEBRITIES);
  for (let attempt = 0; attempt < 8; attempt++) {
    const distance = Math.floor(Math.exp(random.fraction() * Math.log(at - CELEBRITIES)));
    const parent = at - distance;
    if (depth[parent] < MAX_DEPTH) return parent;
  }
  return root[at - 1];
}

/** Replies come after their parents, so a backward pass finds all descendants first. */
function count(shape: ThreadShape): ThreadShape {
  for (let at = shape.size - 1; at >= 0; at--) {
    const published = shape.status[at] === 0;
    if (published) shape.published += 1;
    if (!published && shape.replyCount[at] === 0) continue;
    shape.listed[at] = 1;
    if (shape.parent[at] >= 0) shape.replyCount[shape.parent[at]] += 1;
  }
  return shape;
}
