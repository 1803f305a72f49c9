import type { History } from '../history.js';
import type { Finding, Invariant } from './finding.js';
import { nothingAfterABan, nothingRemovedIsRead } from './hidden.js';
import { countersEqualRows, gaplessLog, oneCreationAComment } from './log.js';
import { dueIsMailed, hiddenIsNotMailed, mailedOnce } from './mails.js';
import { viewsAreCurrent, viewsAreWhole } from './views.js';
import { acknowledgedIsStored, noGhosts, oneAnswerAKey, oneRowAKey } from './writes.js';

type Check = (history: History) => Finding[];

export const CHECKS: Readonly<Record<Invariant, Check>> = {
  'acknowledged-is-stored': acknowledgedIsStored,
  'one-row-a-key': oneRowAKey,
  'no-ghosts': noGhosts,
  'one-answer-a-key': oneAnswerAKey,
  'gapless-log': gaplessLog,
  'one-creation-a-comment': oneCreationAComment,
  'views-are-whole': viewsAreWhole,
  'views-are-current': viewsAreCurrent,
  'counters-equal-rows': countersEqualRows,
  'nothing-after-a-ban': nothingAfterABan,
  'nothing-removed-is-read': nothingRemovedIsRead,
  'due-is-mailed': dueIsMailed,
  'mailed-once': mailedOnce,
  'hidden-is-not-mailed': hiddenIsNotMailed,
};

/** Finds every broken promise in a history. */
export function check(history: History): Finding[] {
  return Object.values(CHECKS).flatMap((one) => one(history));
}
