import type { Key } from '../words/en.js';

/** The words of each rule that holds a comment. */
export const HOLD_RULES: Readonly<Record<string, Key>> = {
  'post-premoderated': 'premoderated',
  'page-unverified': 'holdPage',
  'author-premoderated': 'holdAuthor',
  guest: 'holdGuest',
  'first-comments': 'holdFirst',
  'reported-by-readers': 'holdReported',
  'imported-held': 'holdImported',
};
