import type { Telling } from '../history.js';
import type { Addressing } from './plan.js';

/** So long a comment goes without a trace: nobody is told of it before, whatever the service does. */
export const UNTOLD_MS = 15_000;

/** A comment whose creation was acknowledged, and what was acknowledged of it since. */
export interface Written {
  key: string;
  addressing: Addressing;
  /** The user names of who asked in its post, and who follows that. */
  asker: string;
  follower: string;
  /** When it was sent for the first time, by `performance.now()`; the service has it later than that. */
  sentAt: number;
  /** What hid it from everybody, and when that was acknowledged. */
  hidden: { because: 'held' | 'removed' | 'deleted'; at: number } | null;
  /** It was put back, so that its readers are told in the end. */
  restored: boolean;
  /** When it was acknowledged that the one who asked ignores its author. */
  ignoredAt: number | null;
}

/**
 * Whom the mails of a comment were to reach and whom not, computed from what people did alone. A kind of
 * comment that is erased with its author has its place in `hidden`.
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

/** Whether an act was committed before anybody could be told: it was, if it was answered in that time. */
function inTime(at: number, sentAt: number): boolean {
  return at - sentAt <= UNTOLD_MS;
}
