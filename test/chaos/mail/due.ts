import type { Telling } from '../history.js';
import type { Addressing } from './plan.js';

/** The time for which a new comment notifies nobody, whatever the service does. */
export const UNTOLD_MS = 15_000;

/** A comment whose creation was acknowledged, with the acknowledged acts on it. */
export interface Written {
  key: string;
  addressing: Addressing;
  /** The user names of the asker of its post, and of the account that follows that post. */
  asker: string;
  follower: string;
  /** When it was first sent, by `performance.now()`; the service received it later. */
  sentAt: number;
  /** The act that hid it from everybody, and when that was acknowledged. */
  hidden: { because: 'held' | 'removed' | 'deleted'; at: number } | null;
  /** The comment was restored, so that its readers are notified in the end. */
  restored: boolean;
  /** When it was acknowledged that the asker ignores its author. */
  ignoredAt: number | null;
}

/**
 * The readers whom mails about a comment should and should not reach, computed only from the users'
 * acts. Erasing an author would be one more kind of `hidden`.
 */
export function tellingsOf({ key, addressing, asker, follower, ...of }: Written): Telling[] {
  const told = (to: string, ignoredAt: number | null): Telling => {
    const { hidden, restored, sentAt } = of;
    if (ignoredAt !== null)
      return { key, to, due: inTime(ignoredAt, sentAt) ? false : null, because: 'ignored' };
    if (hidden && !restored) {
      const { because, at } = hidden;
      return { key, to, due: inTime(at, sentAt) ? false : null, because };
    }
    return { key, to, due: true, because: 'published' };
  };
  const tellings = [told(follower, null)];
  if (addressing !== 'nobody') tellings.push(told(asker, of.ignoredAt));
  return tellings;
}

/** Whether an act was committed before any notification: it was if its answer came in time. */
function inTime(at: number, sentAt: number): boolean {
  return at - sentAt <= UNTOLD_MS;
}
