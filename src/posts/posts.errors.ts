import { type FieldFault, problem } from '../problems/domain-error.js';

export class PostNotFound extends problem(
  'not-found',
  'post-not-found',
  'There is no such post',
  'No post has this id, slug, key or address.',
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
