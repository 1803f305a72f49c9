import { Random } from '../../../bench/seed/random.js';

/** How a comment addresses the asker; a follower of the post is notified of every comment. */
export type Addressing = 'reply' | 'mention' | 'nobody';

/** What happens to a comment within the seconds before anybody is notified. */
export type Fate =
  | 'published'
  /** In a premoderated post: held for good, or until a moderator approves it. */
  | 'held'
  | 'approved'
  | 'removed'
  /** Removed, and restored after the time of its notification. */
  | 'restored'
  | 'deleted'
  /** The addressed reader ignores its author. */
  | 'ignored';

export interface Planned {
  /** The index of the post. */
  post: number;
  addressing: Addressing;
  fate: Fate;
}

export interface PlanSize {
  comments: number;
  posts: number;
  /** Comments whose author is ignored, each by a different reader. */
  ignored: number;
  /** Whether some comments are restored, which makes a run take longer. */
  restores: boolean;
}

/** One post in this many has its comments held. */
const HELD_EACH = 6;

export function isHeld(post: number): boolean {
  return post % HELD_EACH === HELD_EACH - 1;
}

/** Spreads comments evenly over the posts; the same seed gives the same comments. */
export function planComments(seed: string, size: PlanSize): Planned[] {
  const random = new Random(`${seed} mail plan`);
  const open = Array.from({ length: size.posts }, (_, at) => at).filter((at) => !isHeld(at));
  return Array.from({ length: size.comments }, (_, nth) => {
    const post = nth % size.posts;
    const addressing = random.pick(['reply', 'mention', 'nobody'] as const);
    if (isHeld(post)) return { post, addressing, fate: random.pick(['held', 'approved'] as const) };
    return { post, addressing, fate: fateOf(random.fraction(), size) };
  }).map((planned, nth, { length }) => {
    // Spread evenly over the run, where nothing else hides them.
    const each = Math.floor(length / size.ignored);
    if (nth % each !== 0 || nth / each >= size.ignored) return planned;
    return { post: open[(nth / each) % open.length], addressing: 'reply', fate: 'ignored' };
  });
}

function fateOf(what: number, { restores }: PlanSize): Fate {
  if (what < 0.08) return 'removed';
  if (what < 0.16) return 'deleted';
  if (what < 0.2 && restores) return 'restored';
  return 'published';
}
