import { Random } from '../../../bench/seed/random.js';

/** How a comment concerns the one who asked: who follows the post is concerned by each. */
export type Addressing = 'reply' | 'mention' | 'nobody';

/** What becomes of a comment within the seconds in which nobody is told of it. */
export type Fate =
  | 'published'
  /** In a post whose comments wait for a moderator: for good, or until that one approves it. */
  | 'held'
  | 'approved'
  | 'removed'
  /** Removed, and put back when its readers would have been told. */
  | 'restored'
  | 'deleted'
  /** Who is addressed ignores its author. */
  | 'ignored';

export interface Planned {
  /** Which of the posts. */
  post: number;
  addressing: Addressing;
  fate: Fate;
}

export interface PlanSize {
  comments: number;
  posts: number;
  /** Comments whose author is ignored, each by somebody else. */
  ignored: number;
  /** Whether there are some that are put back, for which a run waits longer. */
  restores: boolean;
}

/** Each so many posts one has its comments held. */
const HELD_EACH = 6;

export function isHeld(post: number): boolean {
  return post % HELD_EACH === HELD_EACH - 1;
}

/** The same comments for the same seed, spread evenly over the posts. */
export function planComments(seed: string, size: PlanSize): Planned[] {
  const random = new Random(`${seed} mail plan`);
  const open = Array.from({ length: size.posts }, (_, at) => at).filter((at) => !isHeld(at));
  return Array.from({ length: size.comments }, (_, nth) => {
    const post = nth % size.posts;
    const addressing = random.pick(['reply', 'mention', 'nobody'] as const);
    if (isHeld(post)) return { post, addressing, fate: random.pick(['held', 'approved'] as const) };
    return { post, addressing, fate: fateOf(random.fraction(), size) };
  }).map((planned, nth, { length }) => {
    // Evenly over the run, where nothing else hides them.
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
