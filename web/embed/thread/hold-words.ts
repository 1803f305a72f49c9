import type { OwnComment } from '../data/comments.js';
import type { Localizer } from '../words/localizer.js';
import { HOLD_RULES } from './hold-rules.js';

/** Why a comment waits, in the reader's language. */
export function holdReasons({ hold }: OwnComment, { t }: Localizer): string[] {
  return (hold ?? []).flatMap(({ rule }) => {
    const key = HOLD_RULES[rule];
    return key ? t(key) : [];
  });
}
