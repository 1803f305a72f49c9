import { normalisePageUrl } from '../../text/plain/page-url.js';
import type {
  FoundComment,
  FoundPage,
  ImportedComment,
  ImportedPage,
  ImportFile,
  SkipReason,
} from './import-records.js';

/** These reasons depend on the row alone; the others rank after those of its page. */
const KINDS: ReadonlySet<SkipReason> = new Set(['pingback', 'trackback', 'not_a_comment']);

type Threads = Omit<ImportFile, 'origin' | 'repairs' | 'repairCount'>;

/**
 * Builds threads from the rows of a parser. Each row is either imported or skipped for one reason.
 * Replies to skipped rows move up to the nearest imported ancestor, cycles are cut, and parents
 * come before their replies. Linear and without recursion, however long a chain of replies is.
 */
export function settleThreads(
  foundPages: readonly FoundPage[],
  rows: readonly FoundComment[],
): Threads {
  const pages = mergePages(foundPages);
  const skipped: Partial<Record<SkipReason, number>> = {};
  const known = new Map<string, FoundComment>();
  for (const row of rows) {
    const page = pages.get(row.pageForeignId);
    row.skip = reasonToSkip(row, page);
    if (page) {
      row.pageForeignId = page.foreignId;
      const key = keyOf(row.pageForeignId, row.foreignId);
      const twin = known.get(key);
      // Of two rows with the same id the first one is kept, unless it was skipped.
      if (twin && !twin.skip && !row.skip) row.skip = 'duplicate';
      else if (!twin || twin.skip) known.set(key, row);
    }
    if (row.skip) skipped[row.skip] = (skipped[row.skip] ?? 0) + 1;
  }
  const kept = rows.filter((row): row is FoundComment & ImportedComment => row.skip === null);
  const reattached = reattach(kept, known);
  const cyclesBroken = breakCycles(kept, known);
  const byPage = groupBy(kept, (row) => row.pageForeignId);
  const withComments = [...new Set(pages.values())].filter((page) => byPage.has(page.foreignId));
  return {
    pages: withComments.map((page) => finishPage(page, byPage.get(page.foreignId)!)),
    comments: withComments.flatMap((page) => parentsFirst(byPage.get(page.foreignId)!)),
    skipped,
    rows: rows.length,
    reattached,
    cyclesBroken,
  };
}

/**
 * The page of each foreign id. Two entries with one key are one page. So are two with one URL,
 * unless their keys differ, because the host site shows one discussion there. The first is kept.
 */
function mergePages(found: readonly FoundPage[]): Map<string, FoundPage> {
  const byId = new Map<string, FoundPage>();
  const byKey = new Map<string, FoundPage>();
  const byUrl = new Map<string, FoundPage>();
  for (const page of found) {
    const address = page.url === null ? null : normalisePageUrl(page.url);
    let same = byId.get(page.foreignId) ?? (page.key === null ? undefined : byKey.get(page.key));
    const atUrl = address === null ? undefined : byUrl.get(address);
    if (!same && atUrl && (page.key === null || atUrl.key === null)) same = atUrl;
    const kept = same && same.skip === page.skip ? merge(same, page) : page;
    byId.set(page.foreignId, byId.get(page.foreignId) ?? kept);
    if (kept.key !== null && !byKey.has(kept.key)) byKey.set(kept.key, kept);
    if (address !== null && !byUrl.has(address)) byUrl.set(address, kept);
  }
  return byId;
}

function merge(first: FoundPage, second: FoundPage): FoundPage {
  first.key ??= second.key;
  first.url ??= second.url;
  first.createdAt ??= second.createdAt;
  first.title ||= second.title;
  first.closed &&= second.closed;
  return first;
}

function reasonToSkip(row: FoundComment, page: FoundPage | undefined): SkipReason | null {
  if (row.skip && KINDS.has(row.skip)) return row.skip;
  if (!page) return 'missing_thread';
  return page.skip ?? row.skip;
}

/** Points every reply to its nearest imported ancestor. @returns the number of moved replies */
function reattach(kept: readonly FoundComment[], known: ReadonlyMap<string, FoundComment>): number {
  let moved = 0;
  for (const row of kept) {
    const path: FoundComment[] = [];
    const seen = new Set<FoundComment>();
    let parent = parentOf(row, known);
    while (parent?.skip && !seen.has(parent)) {
      path.push(parent);
      seen.add(parent);
      parent = parentOf(parent, known);
    }
    const target = parent && !parent.skip ? parent.foreignId : null;
    // The path is remembered, so that not each reply walks a long chain of skipped rows.
    for (const skippedRow of path) skippedRow.parentForeignId = target;
    if (target !== row.parentForeignId) moved += 1;
    row.parentForeignId = target;
  }
  return moved;
}

/** Moves one reply of every cycle to the top level: the first one in the file. */
function breakCycles(
  kept: readonly FoundComment[],
  known: ReadonlyMap<string, FoundComment>,
): number {
  let broken = 0;
  const safe = new Set<FoundComment>();
  for (const start of kept) {
    const path = new Set<FoundComment>();
    let row: FoundComment | undefined = start;
    while (row && !safe.has(row) && !path.has(row)) {
      path.add(row);
      row = parentOf(row, known);
    }
    if (row && path.has(row)) {
      earliestOfCircle(row, known).parentForeignId = null;
      broken += 1;
    }
    for (const one of path) safe.add(one);
  }
  return broken;
}

function earliestOfCircle(
  start: FoundComment,
  known: ReadonlyMap<string, FoundComment>,
): FoundComment {
  let earliest = start;
  for (let row = parentOf(start, known)!; row !== start; row = parentOf(row, known)!) {
    if (row.line < earliest.line) earliest = row;
  }
  return earliest;
}

/** Top-level comments in order of time, then their replies, and so on. */
function parentsFirst(rows: readonly ImportedComment[]): ImportedComment[] {
  const byTime = rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const replies = groupBy(byTime, (row) => row.parentForeignId);
  const ordered = [...(replies.get(null) ?? [])];
  // The list grows while it is walked.
  for (const row of ordered) {
    for (const reply of replies.get(row.foreignId) ?? []) ordered.push(reply);
  }
  return ordered;
}

function finishPage(found: FoundPage, comments: readonly ImportedComment[]): ImportedPage {
  const { foreignId, key, url, closed } = found;
  const first = comments.reduce((a, b) => (b.createdAt < a.createdAt ? b : a));
  const title = found.title || url || key || foreignId;
  return { foreignId, key, url, title, createdAt: found.createdAt ?? first.createdAt, closed };
}

function parentOf(
  row: FoundComment,
  known: ReadonlyMap<string, FoundComment>,
): FoundComment | undefined {
  if (row.parentForeignId === null) return undefined;
  return known.get(keyOf(row.pageForeignId, row.parentForeignId));
}

export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    groups.set(keyOf(value), group);
    group.push(value);
  }
  return groups;
}

function keyOf(page: string, comment: string): string {
  return `${page}\n${comment}`;
}
