import type { CaseWords } from './case-words.js';

export const en: CaseWords = {
  subject: {
    held: 'A comment waits for you: {title}',
    reported: 'A comment was reported: {title}',
    notice: 'A legal notice about a comment: {title}',
  },
  several: 'What waits for a moderator at {site}: {count}',
  wrote: '{author} wrote: {title}',
  rules: {
    'post-premoderated': 'It is held: comments of this discussion are read before they appear.',
    'page-unverified': 'It is held: the page could not be verified yet.',
    'author-premoderated': 'It is held: comments of this account are read before they appear.',
    guest: 'It is held: comments of guests are read before they appear.',
    'first-comments': 'It is held: the first comments of an account are read before they appear.',
    'reported-by-readers': 'It is hidden: readers have reported it.',
    'imported-held': 'It is held: it was not approved where it was imported from.',
  },
  reports: 'Reports of readers: {count}',
  noticeSays: 'The notice says:',
  approve: 'Approve',
  keep: 'Keep',
  remove: 'Remove',
  read: 'See it in its place',
  lasts:
    'A link opens a page that shows the comment as it is then. Nothing is done before you press the button there. The links work for 7 days, and not after your password has changed. Give them to nobody.',
  noLinks: 'This site asks its staff for two factors, so nobody decides by a link of a mail.',
  more: 'In all there are {count}; the queue has them.',
  why: 'You get this mail since @{username} is of the staff of {site}.',
  endKind: {
    held: 'No more mail of held comments',
    reported: 'No more mail of reports',
    notice: 'No more mail of legal notices',
  },
};
