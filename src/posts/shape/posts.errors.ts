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
  'Nobody has begun the discussion of this page',
  'Discussions are begun by the staff of this site.',
) {}

/** Its names stay, so that nobody begins the discussion again. */
export class PostGone extends problem(
  'gone',
  'post-gone',
  'The discussion was deleted',
  'Moderators have deleted this discussion.',
) {}

/** The comments of the post are those of another one now. */
export class PostMoved extends problem(
  'moved',
  'post-moved',
  'The discussion has moved',
  'It went into another discussion.',
) {
  constructor(override readonly location?: string) {
    super();
  }
}

/** The post was merged, and an act on it must not reach the other one. */
export class PostEnded extends problem(
  'conflict',
  'post-ended',
  'This discussion has ended already',
  'It went into another discussion, and cannot be changed, merged or deleted itself.',
) {}

/** A slug, key or address that another post has. */
export class PostNameTaken extends problem(
  'conflict',
  'post-name-taken',
  'Another post is known by this name',
) {
  override readonly errors: readonly FieldFault[];

  constructor(field: 'slug' | 'key' | 'url') {
    super(`Another post has this ${field}; take another, or change that post.`);
    this.errors = [{ pointer: `/${field}`, detail: 'This is taken.' }];
  }
}

export class PostNotYours extends problem(
  'forbidden',
  'post-not-yours',
  'Only its author and moderators may change a post',
  'Its author may change title, summary and body; moderators everything.',
) {}

/** Every former text is kept, for quotes, passages and as evidence: so there is a last edit. */
export class TooManyEdits extends problem(
  'conflict',
  'too-many-edits',
  'The text was edited as often as it may be',
) {
  constructor(edits: number) {
    super(`This text can be edited ${edits} times, since each former one is kept.`);
  }
}

/** The site has set `PAGES_BY_READERS` to `off`. */
export class PagesMadeByStaff extends problem(
  'forbidden',
  'pages-made-by-staff',
  'Discussions are begun by the staff of this site',
  'Nobody has begun the discussion of this page yet.',
) {}

/** Each of them is a page that could not be read, or does not name itself so. */
export class TooManyUnverifiedPages extends problem(
  'too-many',
  'too-many-unverified-pages',
  'Too many pages that could not be verified',
  'You began discussions of many pages that the service could not read; go on tomorrow.',
) {
  override readonly limit = 'unverified pages';
  override readonly retryAfter = 3_600;
}

/**
 * The error for a post that is not there.
 * @param ending how it went; null for a post that never was
 * @param location of a post that was merged: the address to ask instead, over HTTP
 */
export function missingPost(
  ending: { into: string | null } | null,
  location?: string,
): PostNotFound | PostGone | PostMoved {
  if (!ending) return new PostNotFound();
  return ending.into === null ? new PostGone() : new PostMoved(location);
}
