import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from './arena.js';
import { ClientWatcher } from './client-watcher.js';
import { PlainWatcher } from './plain-watcher.js';
import type { HearText, Watcher } from './watcher.js';

/** Two in ten use no client library, so that it cannot hide faults of the server. */
export function openWatchers(
  arena: Arena,
  posts: readonly string[],
  count: number,
  hear: HearText,
): Watcher[] {
  return Array.from({ length: count }, (_, nth) => {
    const [first, second] = [nth % 2, (nth + 1) % 2].map((at) => arena.places[at].readersDoor.port);
    const name = `watcher-${nth + 1}`;
    return nth % 10 < 2
      ? new PlainWatcher(`plain-${name}`, first, posts, hear)
      : new ClientWatcher(name, [first, second], posts, hear);
  });
}

/**
 * Waits until every client has applied all committed events, or none of them progresses.
 * @param stalledMs time without any progress after which it gives up
 * @returns the time of completion, or null if they never got there
 */
export async function catchUp(
  arena: Arena,
  posts: readonly string[],
  watchers: readonly Watcher[],
  stalledMs: number,
): Promise<number | null> {
  const heads = await arena.cluster.query<{ postId: string; seq: number }>(
    arena.database,
    'select post_id as "postId", seq::int from post_heads where post_id = any($1::uuid[])',
    [posts],
  );
  const missing = () =>
    watchers.reduce(
      (sum, watcher) =>
        sum +
        heads.reduce((of, { postId, seq }) => of + Math.max(0, seq - watcher.position(postId)), 0),
      0,
    );
  let left = missing();
  for (let movedAt = performance.now(); left > 0; await delay(5)) {
    const now = missing();
    if (now < left) movedAt = performance.now();
    else if (performance.now() - movedAt > stalledMs) return null;
    left = now;
  }
  return performance.now();
}
