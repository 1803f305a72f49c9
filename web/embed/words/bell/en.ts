import type { Entry, TableOf } from '../table.js';

/** The texts of the bar of a signed-in reader, loaded with it. */
export const en = {
  signOut: 'Sign out',
  signedInAs: 'Signed in as {name}',
  signedInHere:
    'This browser does not let the discussion remember you: you are signed in until you leave or reload this page.',
  bell: 'Notifications',
  bellUnread: { one: 'Notifications, {n} unread', other: 'Notifications, {n} unread' },
  bellMany: 'Notifications, more than 99 unread',
  readAll: 'Mark all as read',
  toldFailed: 'The notifications could not be loaded.',
  toldEmpty: 'Nothing yet. Replies and mentions will stand here.',
  toldOlder: 'Older ones',
  toldUnread: 'unread',
  toldReply: '{name} replied to you',
  toldMention: '{name} mentioned you',
  toldFollowed: '{name} commented',
  toldCorrection: 'Your comment led to an update',
  toldDecision: 'A decision of the moderators',
  newsCame: 'A notification has come.',
  follow: 'What you are told of this discussion',
  followAll: 'Tell me of every comment',
  followReplies: 'Tell me of replies',
  followNone: 'Tell me of nothing here',
  ignore: 'Ignore this reader',
  ignoredNow: 'The comments of {name} are hidden from you.',
  ignoredHere: 'You ignore this reader.',
  showIgnored: 'Show',
  unignore: 'Stop ignoring',
  ignoredOnes: 'Readers whom you ignore',
  unignoreOf: 'Stop ignoring {name}',
  importedBefore: {
    one: '{n} comment was written here under your address before.',
    other: '{n} comments were written here under your address before.',
  },
  importedTake: 'Take over',
  importedTaken: 'They are yours now. They have your name when the page is reloaded.',
} satisfies Record<string, Entry>;

export type BellKey = keyof typeof en;
export type BellWords = TableOf<typeof en>;
