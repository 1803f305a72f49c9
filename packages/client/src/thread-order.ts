import type { Comment } from './wire.js';

export type Sort = 'best' | 'newest' | 'oldest' | 'controversial';

/** The comments in reading order: each is followed by its replies. */
export function arranged(items: readonly Comment[]): Comment[] {
  const there = new Set(items.map(({ id }) => id));
  const below = new Map<string | null, Comment[]>();
  for (const item of items) {
    const parent = item.parentId !== null && there.has(item.parentId) ? item.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(item);
    else below.set(parent, [item]);
  }
  const order: Comment[] = [];
  // A branch may be too deep for recursion.
  const open = (below.get(null) ?? []).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    order.push(next);
    open.push(...(below.get(next.id) ?? []).toReversed());
  }
  return order;
}

/**
 * Finds the index for a comment on a page: replies oldest first; top-level comments by time, or
 * before all others if the order is by votes, because a new one has none.
 * @param parent the index of the comment that it answers; absent at the top
 */
export function insertionPoint(
  items: readonly Comment[],
  comment: Comment,
  sort: Sort,
  parent?: number,
): number {
  if (parent === undefined && (sort === 'best' || sort === 'controversial')) return 0;
  const newestFirst = parent === undefined && sort === 'newest';
  let index = parent === undefined ? 0 : parent + 1;
  const end = parent === undefined ? items.length : subtreeEnd(items, parent);
  while (index < end) {
    const order = compare(items[index]!, comment);
    if (newestFirst ? order < 0 : order > 0) return index;
    index = subtreeEnd(items, index);
  }
  return end;
}

/** The index after a comment and all its descendants. */
export function subtreeEnd(items: readonly Comment[], index: number): number {
  const { depth } = items[index]!;
  let end = index + 1;
  while (end < items.length && items[end]!.depth > depth) end++;
  return end;
}

/** By time; within a millisecond by id, as in the service. */
function compare(one: Comment, other: Comment): number {
  const [a, b] = [one.createdAt + one.id, other.createdAt + other.id];
  return a < b ? -1 : a > b ? 1 : 0;
}
