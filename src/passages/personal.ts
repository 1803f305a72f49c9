import { deletedBy, type PersonalPart, staying, toldBy } from '../events/personal-part.js';

export const PERSONAL: PersonalPart = {
  post_updates: {
    why: 'what the author of an article has added',
    kept: 'site',
    seenBy: 'everyone',
    erasing: [],
    stays: {
      author_id: 'an id without a name',
      ...staying('body html', 'a text of the article, which the site publishes'),
      created_at: 'the date of the text',
    },
    told: toldBy('author_id', 'id', 'id post_id body created_at'),
  },
  post_update_credits: {
    why: 'an update thanks for the comment that led to it',
    kept: 'site',
    seenBy: 'everyone',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'comment_id', 'comment_id post_id'),
  },
};
