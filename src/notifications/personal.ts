import { deletedBy, type PersonalPart, toldBy } from '../events/personal-part.js';

export const PERSONAL: PersonalPart = {
  notifications: {
    why: 'what somebody is told',
    kept: 'notifications',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'id', 'id type comment_id post_id created_at read_at'),
  },
  notification_preferences: {
    why: 'how somebody wants to be told',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'type', 'type bell mail'),
  },
  mailed_accounts: {
    why: 'nobody gets many mails a day',
    kept: 'account',
    seenBy: 'nobody',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'user_id', 'mailed_at'),
  },
  case_mails: {
    why: 'moderators get few mails about cases that wait',
    kept: 'mails to moderators',
    seenBy: 'nobody',
    erasing: deletedBy('user_id'),
    told: toldBy('user_id', 'id', 'id kind comment_id mailed_at'),
  },
  followed_posts: {
    why: 'how far followers of a post were told',
    kept: 'site',
    seenBy: 'nobody',
    erasing: [],
    stays: { told_to: 'a place in the order of ids, for moments' },
    told: 'It is a note of work, for moments.',
  },
};
