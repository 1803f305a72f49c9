import {
  applyEvents,
  type Note,
  type Score,
  type Thread,
  type ThreadEvent,
  type Watch,
  type WatchStatus,
  withReadAgain,
} from '@colloquy/client';
import { guestService, service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { PacedReads } from '../../parts/paced-reads.js';
import { findComment } from '../data/comments.js';

export { readNextPage, readNextReplies } from '../data/further-pages.js';

/** The most comments that are read one by one; for more, loading their page is cheaper. */
const MOST_ONE_BY_ONE = 8;

/** All readers get a change at once, so their reads are spread over this time. */
const SPREAD_MS = 2_000;

/** Accounts that the socket refuses: they receive what guests receive. */
const banned = new Set<string>();

/** The discussion that shows a thread, as far as following it requires. */
interface Shown {
  readonly thread: Thread | null;
  apply(change: (now: Thread) => Thread): void;
  heard(events: readonly ThreadEvent[]): void;
  noted(note: Note | null): void;
  loadAgain(): Promise<Thread | null>;
  end(): void;
  follow(): void;
  cutOff(status: number): void;
  tell(news: { status?: WatchStatus; readers?: number }): void;
}

/** Applies events of a thread to the discussion that shows it. */
export function follow({ postId, seq, epoch }: Thread, discussion: Shown): Watch {
  const follower = session.user?.id;
  const reading = new PacedReads(async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * SPREAD_MS));
    if (watch.status !== 'ended') await readAgain(watch, discussion);
  });
  const watch: Watch = (follower && banned.has(follower) ? guestService : service).watchThread(
    { post: postId, seq, epoch },
    {
      onEvents: (events) => {
        if (events.some(({ type }) => type === 'post.deleted')) return discussion.end();
        discussion.apply((now) => applyEvents(now, events));
        discussion.heard(events);
        if (discussion.thread?.outdated.length) reading.ask(true);
      },
      onResync: async () => (await discussion.loadAgain()) ?? undefined,
      onStatus: (status, problem) => {
        discussion.tell({ status });
        if (status === 'live') discussion.noted(null);
        // The reader may have been identified since it started.
        const id = session.user?.id;
        if (problem?.status === 403 && id && !banned.has(id)) {
          banned.add(id);
          discussion.follow();
        } else if (problem) discussion.cutOff(problem.status);
      },
      onScores: (scores) => discussion.apply((now) => withScores(now, scores)),
      onPresence: (readers) => discussion.tell({ readers }),
      onNotification: (note) => discussion.noted(note),
    },
  );
  return watch;
}

/** Reads comments again whose quotes have changed. */
async function readAgain(watch: Watch, discussion: Shown): Promise<void> {
  const asked = discussion.thread?.outdated ?? [];
  if (asked.length > MOST_ONE_BY_ONE) {
    const fresh = await discussion.loadAgain();
    if (fresh) watch.goOnFrom(fresh);
  } else if (asked.length > 0) {
    const found = await Promise.all(asked.map(({ id }) => findComment(id)));
    const comments = found.filter((comment) => comment !== null);
    if (watch.status !== 'ended') discussion.apply((now) => withReadAgain(now, asked, comments));
  }
}

function withScores(thread: Thread, scores: readonly Score[]): Thread {
  const moved = new Map(scores.map((score) => [score.id, score]));
  const items = thread.items.map((item) => {
    const score = moved.get(item.id);
    return score && item.status === 'published' ? { ...item, ...score } : item;
  });
  return { ...thread, items };
}
