import type { Entry, TableOf } from '../table.js';

/** The texts for passages and updates, loaded with the views of the article. */
export const en = {
  passageComment: 'Comment on this passage',
  passageTooLong: 'Select less: up to {n} characters',
  passageAbout: 'About this passage',
  passageWithout: 'Write without the passage',
  passageCount: { one: '{n} comment on this passage', other: '{n} comments on this passage' },
  passages: { one: '{n} passage with comments', other: '{n} passages with comments' },
  passagesGone: {
    one: '{n} comment on a passage that is no longer in the article',
    other: '{n} comments on passages that are no longer in the article',
  },
  passageOnly: 'Comments on “{text}”',
  passageSome: 'The newest {n} are shown.',
  passageShow: 'Show it in the article',
  passageNear: 'the passage has been changed since',
  passageGone: 'the passage is no longer in the article',
  updates: { one: '{n} update of this review', other: '{n} updates of this review' },
  updateOf: 'Update of {date}',
  updateCredits: 'Comments that led to it:',
  beforeUpdate: 'written before the update of {date}',
  ledToUpdate: 'led to the update of {date}',
  publishUpdate: 'Publish an update',
  updateText: 'What is new in the review',
  updateDated: 'It is published with the date of {date}.',
  updateCredit: 'Comments that led to it (not required)',
  updateLink: 'Link of a comment',
  updateAdd: 'Add',
  updateDrop: 'Take out: {name}',
  updateBy: 'Led to an update…',
  updateDone: 'The update is published.',
  problemLink: 'This is no link of a comment in this discussion. Copy it from the comment’s menu.',
} satisfies Record<string, Entry>;

export type ArticleKey = keyof typeof en;
export type ArticleWords = TableOf<typeof en>;
