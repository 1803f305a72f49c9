import { PlainWatcher } from './plain-watcher.js';
import type { HearText, Watcher } from './watcher.js';

export function watchWithClient(
  proc: string,
  port: number,
  posts: readonly string[],
  hear: HearText,
): Watcher {
  return new PlainWatcher(proc, port, posts, hear);
}
