import type { OwnComment } from '../data/comments.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';

const HOLD_RULES: Readonly<Record<string, Key>> = {
  'post-premoderated': 'premoderated',
  'page-unverified': 'holdPage',
  'author-premoderated': 'holdAuthor',
  'first-comments': 'holdFirst',
  'reported-by-readers': 'holdReported',
};

/** Why a comment waits: in the reader's language, or in the service's words where a rule is new. */
export function holdReasons({ hold }: OwnComment, { t }: Localizer): string[] {
  return (hold ?? []).map(({ rule, detail }) => {
    const key = HOLD_RULES[rule];
    return key ? t(key) : detail;
  });
}
