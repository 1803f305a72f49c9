import { deletedBy, type PersonalPart, staying, toldBy } from '../events/personal-part.js';
import { ofOwnComments } from './shape/own-comments.sql.js';

const TEXT =
  'goes with the comment, or stays without a name, as its author has chosen: `CommentErasure`';
const TRACE = 'the place of the comment in its thread';

export const PERSONAL: PersonalPart = {
  comments: {
    why: 'the discussion',
    kept: 'site',
    seenBy: 'everyone',
    erasing: [],
    stays: {
      author_id: 'an id without a name, which no answer shows',
      ...staying('body html excerpt anchor quotes hold', TEXT),
      ...staying('created_at published_at edited_at reviewed_at removed_by removal_reason', TRACE),
      foreign_id: 'an import that is done again does not bring the comment back',
    },
    told: toldBy(
      'author_id',
      'post_id, id',
      'id post_id parent_id status created_at published_at edited_at removed_by removal_reason hold body anchor quotes upvotes downvotes',
    ),
  },
  comment_revisions: {
    why: 'quotes and reports are about a text as it was',
    kept: 'site',
    seenBy: 'everyone',
    erasing: [
      // A quote of the former text has offsets in that text, and must not show another text.
      {
        where: `${ofOwnComments('comment_id')} and body <> ''`,
        erase: { body: `''`, html: `''`, marked: 'false' },
      },
    ],
    stays: { written_at: TRACE, replaced_at: TRACE },
    told: {
      where: ofOwnComments('comment_id'),
      columns: ['comment_id', 'version', 'body', 'written_at', 'replaced_at'],
      by: 'comment_id, version',
    },
  },
  votes: {
    why: 'the order of comments',
    kept: 'account',
    seenBy: 'holder',
    erasing: [],
    stays: {
      user_id: 'an id without a name: the vote counts on',
      ...staying('value created_at', 'the vote counts on'),
    },
    told: toldBy('user_id', 'post_id, comment_id', 'comment_id value created_at'),
  },
  readings: {
    why: 'what is new to a reader',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'post_id', 'post_id last_seen_seq updated_at'),
  },
  subscriptions: {
    why: 'of which posts somebody wants to hear',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'post_id', 'post_id level since'),
  },
  authorships: {
    why: 'comments written before the account',
    kept: 'account',
    seenBy: 'nobody',
    // These rows are needed until the end of an erasure: they name the other authors to erase.
    erasing: [],
    stays: staying(
      'user_id author_id created_at',
      'goes when the erasure has come to its end: `Eraser`',
    ),
    told: toldBy('user_id', 'author_id', 'author_id created_at'),
  },
  imported_addresses: {
    why: 'who wrote imported comments can take them over',
    kept: 'site',
    seenBy: 'nobody',
    erasing: deletedBy('author_id'),
    told: 'A keyed hash stands for the address.',
  },
};
