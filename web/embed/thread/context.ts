import type { Comment, Thread } from '@colloquy/client';
import type { Awaiting } from '../data/awaiting.js';
import type { OwnComment, Reader } from '../data/reader.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import type { Discussion } from './discussion.js';
import type { Panel, Panels } from './panels.js';

/** What is loaded when somebody first does more than read. */
export interface PanelViews {
  panelView(place: string, panel: Panel, comment: Comment | null, context: ThreadContext): unknown;
  heldView(comment: OwnComment, context: ThreadContext): unknown;
  awaitingView(elsewhere: readonly Comment[], context: ThreadContext): unknown;
}

/** What the views of one thread are given. */
export interface ThreadContext {
  readonly discussion: Discussion;
  readonly words: Localizer;
  readonly reader: Reader;
  /** Empty for who does not moderate. */
  readonly awaiting: Awaiting;
  readonly panels: Panels;
  /** Null until they are loaded. */
  readonly views: PanelViews | null;
  /** Does it, after a sign-in at this place where one is needed. */
  signedIn(place: string, act: () => void): void;
  open(place: string, panel: Panel): void;
  replace(change: (thread: Thread) => Thread): void;
  /** Says it to screen readers. */
  say(key: Key): void;
  /** The comment, or where one is written at the top, becomes where the reader is. */
  focusPlace(place: string): void;
  /** Deletes it in a moment, unless it is taken back. */
  deleteSoon(comment: Comment): void;
  readonly deleting: ReadonlySet<string>;
  undoDelete(id: string): void;
}
