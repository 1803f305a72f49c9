/** A post as an element names it. */
export interface Name {
  by: 'post' | 'key' | 'url';
  name: string;
}

interface Answer {
  items: (Name & { commentCount: number })[];
}

/** The most names that one answer takes, and a length of query that every server accepts. */
const MAX_NAMES = 100;
const MAX_QUERY = 6_000;

/** The service is where this script came from. */
const COUNTS = new URL(/* @vite-ignore */ './api/v1/posts/counts', import.meta.url).href;

const waiting = new Map<string, { name: Name; callers: ((count: number) => void)[] }>();

/**
 * Asks for the count of a post. Requests that come before the page has been read to its end go out
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
  const queries = queriesOf([...asked.values()].map(({ name }) => name));
  await Promise.all(
    queries.map(async (query) => {
      for (const item of await read(query)) {
        for (const then of asked.get(keyOf(item))?.callers ?? []) then(item.commentCount);
      }
    }),
  );
}

/** A page without counts is still a page: where reading fails, the text of its author stays. */
async function read(query: string): Promise<Answer['items']> {
  try {
    const answer = await fetch(`${COUNTS}?${query}`, { credentials: 'omit' });
    return answer.ok ? ((await answer.json()) as Answer).items : [];
  } catch {
    return [];
  }
}

function queriesOf(names: readonly Name[]): string[] {
  const queries: string[][] = [[]];
  let length = 0;
  for (const { by, name } of names) {
    const part = new URLSearchParams({ [by]: name }).toString();
    const last = queries.at(-1)!;
    if (last.length === MAX_NAMES || (last.length > 0 && length + part.length > MAX_QUERY)) {
      queries.push([]);
      length = 0;
    }
    queries.at(-1)!.push(part);
    length += part.length + 1;
  }
  return queries.map((parts) => parts.join('&'));
}

function keyOf({ by, name }: Name): string {
  return `${by} ${name}`;
}
