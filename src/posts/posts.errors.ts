import { DomainError, type FieldFault } from '../problems/domain-error.js';

export class PostNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly slug = 'post-not-found';
  readonly title = 'There is no such post';

  constructor() {
    super('No post has this id, slug, key or address.');
  }
}

/** A slug, key or address that another post has. */
export class PostNameTaken extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'post-name-taken';
  readonly title = 'Another post is known by this name';
  override readonly errors: readonly FieldFault[];

  constructor(field: 'slug' | 'key' | 'url') {
    super(`Another post has this ${field}; take another, or change that post.`);
    this.errors = [{ pointer: `/${field}`, detail: 'This is taken.' }];
  }
}

export class PostNotYours extends DomainError {
  readonly kind = 'forbidden';
  readonly slug = 'post-not-yours';
  readonly title = 'Only its author and moderators may change a post';

  constructor() {
    super('Its author may change title, summary and body; moderators everything.');
  }
}

/** Every former text is kept, for quotes, passages and as evidence: so there is a last edit. */
export class TooManyEdits extends DomainError {
  readonly kind = 'conflict';
  readonly slug = 'too-many-edits';
  readonly title = 'The text was edited as often as it may be';

  constructor(edits: number) {
    super(`This text can be edited ${edits} times, since each former one is kept.`);
  }
}
