import type { Explanation } from '../../screening/screening-rules.js';
import type { LedBy } from './decision-actions.js';

/** The rule of a hold that reports caused. */
export const REPORTED_BY_READERS = 'reported-by-readers';

/** How moderation became aware of a comment: by the most serious open cause. */
export function detectionSource(found: {
  openNotices: number;
  openFlags: number;
  hold: readonly Explanation[] | null;
}): LedBy {
  const rules = (found.hold ?? []).map(({ rule }) => rule);
  if (found.openNotices > 0) return 'notice';
  if (found.openFlags > 0 || rules.includes(REPORTED_BY_READERS)) return 'reports';
  return rules.length > 0 ? 'rules' : 'moderation';
}
