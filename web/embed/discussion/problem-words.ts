import { ProblemError } from '@colloquy/client';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import { problemOf } from './thread-changes.js';

const WORDS: Readonly<Record<string, Key>> = {
  'invalid-credentials': 'problemCredentials',
  'email-taken': 'problemEmailTaken',
  'name-taken': 'problemNameTaken',
  'post-locked': 'problemLocked',
  'post-closed': 'problemLocked',
  'branch-locked': 'problemLocked',
  'parent-gone': 'problemGone',
  'parent-not-found': 'problemGone',
  'comment-gone': 'problemGone',
  'comment-not-found': 'problemGone',
  'comment-not-published': 'problemGone',
  'already-flagged': 'problemAlreadyFlagged',
  'edit-window-closed': 'problemEditWindow',
  'version-mismatch': 'problemVersion',
  'version-conflict': 'problemVersion',
  'decision-does-not-fit': 'problemVersion',
  'conflict-of-interest': 'problemInterest',
  'not-above': 'problemInterest',
  'account-suspended': 'problemSuspended',
  banned: 'problemSuspended',
  'post-not-yours': 'problemNotYours',
  'post-gone': 'gone',
  'pages-made-by-staff': 'staffBegin',
  'votes-off': 'problemVote',
  'votes-up-only': 'problemVote',
};

/** Where a refusal does not say how long to wait. */
const A_MOMENT_MS = 5_000;

/** Sentences for faults in passages and updates, by the pointer of the fault. */
const PLACES: readonly [RegExp, Key][] = [
  [/^\/anchor/, 'problemPassage'],
  [/^\/credits/, 'problemCredit'],
];

/** The problem in the reader's language, if there is a sentence for it. */
export function problemText(error: unknown, { t, soon }: Localizer): string {
  const slug = problemOf(error);
  if (slug === null || !(error instanceof ProblemError)) return t('problemNetwork');
  if (error.status === 429)
    return t('problemTooMany', { when: soon(error.retryAfterMs ?? A_MOMENT_MS) });
  const key = WORDS[slug];
  if (key) return t(key);
  const { problem } = error;
  const pointer = problem.errors?.[0]?.pointer ?? '';
  const place = PLACES.find(([pattern]) => pattern.test(pointer));
  if (place) return t(place[1]);
  const detail = problem.errors?.[0]?.detail ?? problem.detail ?? problem.title;
  return t('problemOther', { detail });
}
