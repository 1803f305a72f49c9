import type { Comment } from '@colloquy/client';
import type { HeldComments } from '../data/held-comments.js';
import type { OwnComment } from '../data/comments.js';
import type { Reader } from '../data/reader.js';
import type { PassageDraft, UpdateDraft } from '../data/article.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import type { Discussion } from './discussion.js';
import type { CommentRow } from './rows.js';
import type { Panel, Panels } from './open-panels.js';
import type { Selected } from './selection-in-comment.js';

/** Views that are loaded with the first action of a reader. */
export interface PanelViews {
  panelView(place: string, panel: Panel, comment: Comment | null, context: ThreadContext): unknown;
  heldView(comment: OwnComment, context: ThreadContext): unknown;
  ownView(context: ThreadContext): unknown;
  awaitingView(elsewhere: readonly Comment[], context: ThreadContext): unknown;
  /** For moderators. */
  lockView(context: ThreadContext): unknown;
  /** Why the account may not write. */
  barredView(context: ThreadContext): unknown;
}

/** The article's part of a thread: its passages and its updates. */
export interface ArticleSide {
  /** The passage that the next comment at the top is about. */
  readonly about: PassageDraft | null;
  aboutView(): unknown;
  /** The next comment at the top is about this passage, or about none. */
  take(about: PassageDraft | null): void;
  headView(): unknown;
  /** The passage that a comment is about. */
  passageView(comment: Comment): unknown;
  /** A remark on the updates of the article: the comment came before one, or led to one. */
  remarkView(comment: Comment): unknown;
  readonly mayPublish: boolean;
  readonly draft: UpdateDraft;
  /** A comment that led to the update that is being written. */
  credit(comment: Comment): void;
}

/** The side of a reader who is signed in: what they are told, and whom they ignore. */
export interface ReaderBar {
  view(): unknown;
  hides(comment: Comment): boolean;
  /** In place of a comment that the reader does not want to read; null for all others. */
  ignoredView(row: CommentRow): unknown;
  /** The entries about its author in the menu of a comment. */
  menuView(comment: Comment): unknown;
}

/** Everything that the views of one thread may use. */
export interface ThreadContext {
  readonly discussion: Discussion;
  readonly words: Localizer;
  readonly reader: Reader;
  /** Empty for readers who do not moderate. */
  readonly awaiting: HeldComments;
  readonly panels: Panels;
  /** The reader's selection in a comment. */
  readonly selected: Selected | null;
  /** Null until they are loaded. */
  readonly views: PanelViews | null;
  /** Null until it is loaded, where there is something for it. */
  readonly article: ArticleSide | null;
  /** Null until it is loaded, for a reader who is signed in. */
  readonly bar: ReaderBar | null;
  /**
   * Does it, after a sign-in at this place where one is needed.
   * @param asGuest whether a guest with a name does it, too
   */
  signedIn(place: string, act: () => void, asGuest?: boolean): void;
  /** Carries out an act of the reader; where the session has ended meanwhile, after a new sign-in. */
  carryOut(act: () => Promise<void>, place?: string): void;
  open(place: string, panel: Panel): void;
  /** Takes the selected part of the comment, else all of it, into a draft. */
  quote(comment: Comment): void;
  /** Says it to screen readers. */
  say(key: Key): void;
  /** Says why an act failed, at a place or above the thread. */
  tellTrouble(error: unknown, place?: string): void;
  /** `@username` of an author whose name another one here shows, too; null for all others. */
  handleOf(author: Comment['author']): string | null;
  /** The name of an author in a sentence, with `@username` where it needs one. */
  nameOf(author: Comment['author']): string;
  /** The comment, or where one is written at the top, becomes where the reader is. */
  focusPlace(place: string): void;
  /** Whether a text of this reader is kept at a place: the id of a comment, `edit-` and an id, or the top. */
  readonly drafts: ReadonlySet<string>;
  /** Finds out why the account may not write. */
  findBarred(): Promise<void>;
  /** Deletes it in a moment, unless it is taken back. */
  deleteSoon(comment: Comment): void;
  readonly deleting: ReadonlySet<string>;
  signOut(): void;
}
