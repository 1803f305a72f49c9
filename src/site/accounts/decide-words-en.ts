import type { DecideWords } from './decide-words.js';

export const en: DecideWords = {
  title: 'Decide on a comment',
  lead: 'Nothing is decided before you press the button.',
  approve: 'Approve',
  keep: 'Keep',
  remove: 'Remove',
  reason: 'Reason, as its author is told',
  undo: 'Undo',
  reports: 'Reports of readers: {count}',
  notices: 'Legal notices: {count}',
  rules: {
    'post-premoderated': 'Comments of this discussion are read before they appear.',
    'page-unverified': 'The page could not be verified yet.',
    'author-premoderated': 'Comments of this account are read before they appear.',
    guest: 'Comments of guests are read before they appear.',
    'first-comments': 'The first comments of an account are read before they appear.',
    'reported-by-readers': 'Readers have reported it, and it is hidden.',
    'imported-held': 'It was not approved where it was imported from.',
  },
  sending: 'Sending…',
  again: 'Try again',
  noScript: 'This page needs JavaScript. Allow it in your browser, and open the page again.',
  said: {
    changed: 'The comment has changed since. This is what it says and where it stands now.',
    settled: 'Nothing is left to decide here: it waits no more.',
    already: 'This is done already.',
    'done-approve': 'Done. The comment is published, and what waited is answered.',
    'done-remove': 'Done. The comment is removed, and its author is told why.',
    undone: 'The decision is taken back. The comment waits again.',
    'no-token': 'Open this page by the link of the mail, and take the whole link.',
    'link-not-valid':
      'This link is not valid any more. It works for 7 days, and not after your password or address has changed.',
    'second-factor-required':
      'This site asks its staff for two factors, so nobody decides by a link of a mail. Sign in and decide there.',
    'role-required': 'Your account is not of the staff any more.',
    'account-suspended': 'Your account may not decide on anything at the moment.',
    banned: 'Your account may not decide on anything at the moment.',
    'conflict-of-interest':
      'You wrote, answered or reported this. Another moderator has to decide on it.',
    escalated: 'This waits for an administrator.',
    'comment-not-found': 'The comment is gone.',
    'too-many': 'That was too often. Wait a while, and try again.',
    network: 'The service does not answer. Try again.',
    failed: 'That did not work. Try again later.',
  },
};
