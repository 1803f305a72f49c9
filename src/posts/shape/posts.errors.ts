import { type FieldFault, problem } from '../../problems/domain-error.js';

export class PostNotFound extends problem(
  'not-found',
  'post-not-found',
  'There is no such post',
  'No post has this id, slug, key or address.',
) {}

/** A page of a site that has set `PAGES_BY_READERS` to `off`. */
export class PageNotBegun extends problem(
  'not-found',
  'page-not-begun',
  'This page has no discussion yet',
  'Only the staff of this site start discussions.',
) {}

/** The names of a deleted post stay reserved, so that nobody starts the discussion again. */
export class PostGone extends problem(
  'gone',
  'post-gone',
  'The discussion was deleted',
  'Moderators have deleted this discussion.',
) {}

/** The post was merged: its comments belong to another post now. */
export class PostMoved extends problem(
  'moved',
  'post-moved',
  'The discussion has moved',
  'It was merged into another discussion.',
) {
  constructor(override readonly location?: string) {
    super();
  }
}

/** The post was merged. A change of it must not be applied to the post that it was merged into. */
export class PostEnded extends problem(
  'conflict',
  'post-ended',
  'This discussion has already ended',
  'It was merged into another discussion, and can no longer be changed, merged or deleted.',
) {}

/** Another post has this slug, key or address. */
export class PostNameTaken extends problem(
  'conflict',
  'post-name-taken',
  'Another post has this name',
) {
  override readonly errors: readonly FieldFault[];

  constructor(field: 'slug' | 'key' | 'url') {
    super(`Another post has this ${field}; choose another, or change that post.`);
    this.errors = [{ pointer: `/${field}`, detail: 'This is taken.' }];
  }
}

export class PostNotYours extends problem(
  'forbidden',
  'post-not-yours',
  'Only the author and moderators may change a post',
  'The author may change title, summary and body; moderators may change everything.',
) {}

/** Former texts are kept for quotes, passages and evidence, so the number of edits is limited. */
export class TooManyEdits extends problem(
  'conflict',
  'too-many-edits',
  'The text has reached its limit of edits',
) {
  constructor(edits: number) {
    super(`This text can be edited ${edits} times, because each former version is kept.`);
  }
}

/** The site has set `PAGES_BY_READERS` to `off`. */
export class PagesMadeByStaff extends problem(
  'forbidden',
  'pages-made-by-staff',
  'Only the staff of this site start discussions',
  'The staff have not started the discussion of this page yet.',
) {}

/** An unverified page could not be read, or names another address as its own. */
export class TooManyUnverifiedPages extends problem(
  'too-many',
  'too-many-unverified-pages',
  'Too many unverified pages',
  'You started discussions of many pages that the service could not verify; continue tomorrow.',
) {
  override readonly limit = 'unverified pages';
  override readonly retryAfter = 3_600;
}

/**
 * The error for a post that does not exist.
 * @param ending how the post ended; null if it never existed
 * @param location for a merged post: the URL to request instead
 */
export function missingPost(
  ending: { into: string | null } | null,
  location?: string,
): PostNotFound | PostGone | PostMoved {
  if (!ending) return new PostNotFound();
  return ending.into === null ? new PostGone() : new PostMoved(location);
}
