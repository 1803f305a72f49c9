import type { PublicText, ThreadRow } from './public-texts.repository.js';

/** A comment that everybody may read. */
export interface PublicComment extends PublicText {
  id: string;
  /** From 1, and greater than that of its parent. */
  number: number;
  /** The nearest ancestor that everybody may read. */
  parent: { id: string; number: number } | null;
}

/**
 * The public comments of a thread. Only the ids of the current branch are in memory.
 * @param rows branch by branch, a comment before its replies
 * @param after the last number before this thread
 */
export async function* publicThread(
  rows: AsyncIterable<ThreadRow>,
  after: number,
): AsyncGenerator<PublicComment> {
  const places = new Map<string, PublicComment['parent']>();
  let number = after;
  let root: string | null = null;
  for await (const { id, parentId, rootId, text } of rows) {
    if (rootId !== root) places.clear();
    root = rootId;
    const parent = parentId === null ? null : (places.get(parentId) ?? null);
    if (text) number += 1;
    places.set(id, text ? { id, number } : parent);
    if (text) yield { ...text, id, number, parent };
  }
}
