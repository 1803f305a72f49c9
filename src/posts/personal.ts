import { type PersonalPart, toldBy } from '../events/personal-part.js';

export const PERSONAL: PersonalPart = {
  posts: {
    why: 'the author of an article may add updates',
    kept: 'site',
    seenBy: 'everyone',
    erasing: [{ where: 'author_id = $1', erase: { author_id: 'null' } }],
    told: toldBy('author_id', 'id', 'id slug title created_at'),
  },
  post_revisions: {
    why: 'what an article said',
    kept: 'site',
    seenBy: 'staff',
    erasing: [],
    stays: { editor_id: 'an id without a name: the site keeps the history of its articles' },
    told: 'The texts are those of the site.',
  },
  page_checks: {
    why: 'a page that a reader has named is looked at',
    kept: 'site',
    seenBy: 'nobody',
    erasing: [{ where: 'asked_by = $1', erase: { asked_by: 'null' } }],
    stays: { created_at: 'tells of nobody without the id' },
    told: toldBy('asked_by', 'post_id', 'post_id url created_at'),
  },
};
