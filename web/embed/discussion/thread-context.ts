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

/** Views that are loaded at the reader's first action. */
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
  /** Sets the passage of the next top-level comment; null for none. */
  take(about: PassageDraft | null): void;
  headView(): unknown;
  /** The passage that a comment is about. */
  passageView(comment: Comment): unknown;
  /** A remark about the article's updates: the comment precedes one, or led to one. */
  remarkView(comment: Comment): unknown;
  readonly mayPublish: boolean;
  readonly draft: UpdateDraft;
  /** Credits a comment in the update that is being written. */
  credit(comment: Comment): void;
}

/** The state of a signed-in reader: their notifications, and the readers they ignore. */
export interface ReaderBar {
  view(): unknown;
  hides(comment: Comment): boolean;
  /** Replaces a comment of an ignored author; null for all others. */
  ignoredView(row: CommentRow): unknown;
  /** The entries about the author in the menu of a comment. */
  menuView(comment: Comment): unknown;
}

/** Everything that the views of one thread may use. */
export interface ThreadContext {
  readonly discussion: Discussion;
  readonly words: Localizer;
  readonly reader: Reader;
  /** Empty unless the reader is a moderator. */
  readonly awaiting: HeldComments;
  readonly panels: Panels;
  /** The reader's selection in a comment. */
  readonly selected: Selected | null;
  /** Null until they are loaded. */
  readonly views: PanelViews | null;
  /** Null until it is loaded, and if it has nothing to show. */
  readonly article: ArticleSide | null;
  /** Null until it is loaded for a signed-in reader. */
  readonly bar: ReaderBar | null;
  /**
   * Does the act, after a sign-in at this place if one is needed.
   * @param asGuest whether a named guest may do it, too
   */
  signedIn(place: string, act: () => void, asGuest?: boolean): void;
  /** Runs an act of the reader; if the session has expired, after a new sign-in. */
  carryOut(act: () => Promise<void>, place?: string): void;
  open(place: string, panel: Panel): void;
  /** Adds the selected part of the comment, or else all of it, to a draft. */
  quote(comment: Comment): void;
  /** Announces it to screen readers. */
  say(key: Key): void;
  /** Shows why an act failed, at a place or above the thread. */
  tellTrouble(error: unknown, place?: string): void;
  /** `@username` of an author whose display name another one here shares; null for all others. */
  handleOf(author: Comment['author']): string | null;
  /** The name of an author in a sentence, with `@username` if it is ambiguous. */
  nameOf(author: Comment['author']): string;
  /** Moves the reader to a comment, or to the form at the top. */
  focusPlace(place: string): void;
  /** The places with a stored draft of this reader: a comment id, `edit-` and an id, or the top. */
  readonly drafts: ReadonlySet<string>;
  /** Loads the reason why the account may not write. */
  findBarred(): Promise<void>;
  /** Deletes it after a delay, unless it is undone. */
  deleteSoon(comment: Comment): void;
  readonly deleting: ReadonlySet<string>;
  signOut(): void;
}
