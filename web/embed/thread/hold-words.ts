import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';

/** The texts of the rules that hold a comment. */
export const HOLD_RULES: Readonly<Record<string, Key>> = {
  'post-premoderated': 'premoderated',
  'page-unverified': 'holdPage',
  'author-premoderated': 'holdAuthor',
  guest: 'holdGuest',
  'first-comments': 'holdFirst',
  'reported-by-readers': 'holdReported',
  'imported-held': 'holdImported',
};

/** Why a comment is held, in the reader's language. */
export function holdReasons(
  { hold }: { hold?: readonly { rule: string }[] | null },
  { t }: Localizer,
): string[] {
  return (hold ?? []).flatMap(({ rule }) => {
    const key = HOLD_RULES[rule];
    return key ? t(key) : [];
  });
}
