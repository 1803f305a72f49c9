/** A post as an element names it. */
export interface Name {
  by: 'post' | 'key' | 'url';
  name: string;
}

interface Answer {
  items: (Name & { commentCount: number })[];
}

/** The most names that one request may contain; the query then fits the limits of every server. */
const MAX_NAMES = 100;
const MAX_QUERY = 6_000;

/** The URL of the service, relative to that of this script. */
const COUNTS = new URL(/* @vite-ignore */ './api/v1/posts/counts', import.meta.url).href;

const waiting = new Map<string, { name: Name; callers: ((count: number) => void)[] }>();

/**
 * Requests the count of a post. Requests before the page has been parsed completely are sent
 * together, each post once.
 */
export function askCount(name: Name, then: (count: number) => void): void {
  if (waiting.size === 0) setTimeout(() => void send(), 0);
  const asked = waiting.get(keyOf(name)) ?? { name, callers: [] };
  asked.callers.push(then);
  waiting.set(keyOf(name), asked);
}

async function send(): Promise<void> {
  const asked = new Map(waiting);
  waiting.clear();
  const batches = batchesOf([...asked.values()].map(({ name }) => name));
  await Promise.all(
    batches.map(async (names) => {
      for (const item of await read(names)) {
        for (const then of asked.get(keyOf(item))?.callers ?? []) then(item.commentCount);
      }
    }),
  );
}

/** If the request fails, the page keeps the text that its author wrote. */
async function read(names: readonly Name[]): Promise<Answer['items']> {
  const query = names.map(partOf).join('&');
  try {
    const answer = await fetch(`${COUNTS}?${query}`, { credentials: 'omit' });
    if (answer.ok) return ((await answer.json()) as Answer).items;
    if (answer.status !== 422 || names.length === 1) return [];
  } catch {
    return [];
  }
  // The batch is split, so that a name that the service refuses does not fail the others.
  const middle = names.length >> 1;
  const halves = [names.slice(0, middle), names.slice(middle)];
  return (await Promise.all(halves.map(read))).flat();
}

function batchesOf(names: readonly Name[]): Name[][] {
  const batches: Name[][] = [[]];
  let length = 0;
  for (const name of names) {
    const part = partOf(name);
    const last = batches.at(-1)!;
    if (last.length === MAX_NAMES || (last.length > 0 && length + part.length > MAX_QUERY)) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)!.push(name);
    length += part.length + 1;
  }
  return batches;
}

function partOf({ by, name }: Name): string {
  return new URLSearchParams({ [by]: name }).toString();
}

function keyOf({ by, name }: Name): string {
  return `${by} ${name}`;
}
