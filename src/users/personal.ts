import { deletedBy, type PersonalPart, staying, toldBy } from '../events/personal-part.js';

const TOMBSTONE = 'what is left of an account is emptied last, by `ClosedAccountsRepository`';

export const PERSONAL: PersonalPart = {
  users: {
    why: 'the account',
    kept: 'account',
    seenBy: 'everyone',
    erasing: [],
    stays: {
      id: 'it names nobody any more: votes, reports and decisions that stay have it',
      ...staying(
        'username display_name bio avatar_url badges email email_key email_verified_at email_failed_at password_hash standing standing_until foreign_key created_at updated_at language pending_until terms_version terms_accepted_at closed_at',
        TOMBSTONE,
      ),
    },
    told: toldBy(
      'id',
      'id',
      'id kind role username display_name bio avatar_url badges email email_verified_at email_failed_at standing standing_until language created_at updated_at terms_version terms_accepted_at closed_at',
    ),
  },
  user_names: {
    why: 'no two names look alike',
    kept: 'account',
    seenBy: 'nobody',
    erasing: [],
    stays: {
      key: 'its digest stays in `retired_names`, so that nobody takes the name',
      user_id: 'goes with the name',
    },
    told: 'It is the user name in another spelling.',
  },
  ignored_users: {
    why: 'whom somebody does not want to read',
    kept: 'account',
    seenBy: 'holder',
    erasing: deletedBy('user_id', 'ignored_id'),
    told: toldBy('user_id', 'ignored_id', 'ignored_id created_at'),
  },
  author_changes: {
    why: 'pages that show a former name are made anew',
    kept: 'account',
    seenBy: 'nobody',
    erasing: [],
    stays: { user_id: 'goes when the pages are made anew, within seconds' },
    told: 'It is a note of work, for seconds.',
  },
};
