import type { NoticeWords } from './notice-words.js';

export const en: NoticeWords = {
  told: {
    reply: '{author} answered you: {title}',
    mention: '{author} named you: {title}',
    followed: '{author} wrote: {title}',
    decision: 'Moderation has decided about you: {title}',
    correction: '{author} thanks you for your comment: {title}',
  },
  several: 'What is new for you at {site}: {count}',
  read: 'Read it there',
  more: 'In all there are {count}; the list on the site has them.',
  why: 'You get this mail since it is the address of your account @{username} at {site}.',
  endKind: {
    reply: 'No more mail of replies',
    mention: 'No more mail where somebody names you',
    followed: 'No more mail of posts that you follow',
    decision: 'No more mail of decisions about you',
    correction: 'No more mail of updates that you led to',
  },
  endFollowing: 'Follow no more: {title}',
  endPost: 'Hear nothing more of: {title}',
};
