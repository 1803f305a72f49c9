import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { session } from '../../parts/session.js';
import type { CommentRow } from '../discussion/rows.js';
import type { ReaderBar, ThreadContext } from '../discussion/thread-context.js';
import { Bell } from './bell.js';
import { bellView, listView } from './bell-view.js';
import { followView } from './follow-view.js';
import { IgnoredReaders } from './ignored-readers.js';
import { ImportedBefore } from './imported-before.js';
import { ignoredListView, ignoredView, ignoreView } from './ignoring-view.js';

export { barSheet } from './bar-sheet.js';

/** The polling interval for notifications while there is no socket. */
const ASKS_MS = 60_000;

/** The events that change the bell's count. The service sends no details of a decision. */
const NEWS = /^notification\.|^decision\.made$/;

/** The bar of a signed-in reader: the account, the bell, and the ignored readers. */
export class BarOfReader implements ReaderBar {
  private readonly bell: Bell;
  private readonly ignored: IgnoredReaders;
  private readonly imported: ImportedBefore;
  private readonly forget: () => void;
  private readonly asking: ReturnType<typeof setInterval>;
  private account = session.user?.id;

  constructor(
    private readonly context: ThreadContext,
    private readonly changed: () => void,
  ) {
    this.bell = new Bell(changed, () => context.say('newsCame'));
    this.ignored = new IgnoredReaders(changed, () => this.bell.outdate());
    this.imported = new ImportedBefore(context, changed);
    const { discussion } = context;
    discussion.noted = (note) => {
      if (!note || NEWS.test(note.type)) this.bell.outdate();
    };
    document.addEventListener('visibilitychange', this.seen);
    this.forget = session.onChange(() => this.readerChanged());
    this.asking = setInterval(() => {
      if (!document.hidden && discussion.status !== 'live' && this.isMember) this.bell.outdate();
    }, ASKS_MS);
    this.load();
  }

  close(): void {
    this.forget();
    clearInterval(this.asking);
    document.removeEventListener('visibilitychange', this.seen);
    this.bell.end();
    this.ignored.end();
    this.imported.end();
  }

  hides(comment: Comment): boolean {
    return this.ignored.hides(comment);
  }

  ignoredView(row: CommentRow): unknown {
    return this.hides(row.comment) ? ignoredView(row, this.ignored, this.context) : null;
  }

  menuView(comment: Comment): unknown {
    return this.isMember ? ignoreView(comment, this.ignored, this.context) : nothing;
  }

  view(): unknown {
    const { bell, context } = this;
    const { t } = context.words;
    const { user } = session;
    if (!user) return nothing;
    return html`<div class="bar" part="reader" @keydown=${this.pressed}>
      <p class="whoami">
        <span dir="auto">${t('signedInAs', { name: user.displayName })}</span>
        <button class="plain" @click=${() => context.signOut()}>${t('signOut')}</button>
        ${this.isMember ? html`${followView(context, this.changed)} ${bellView(bell, context)}` : nothing}
      </p>
      ${session.isPassing ? html`<p class="hint">${t('signedInHere')}</p>` : nothing}
      ${this.imported.view()}
      ${bell.isOpen ? listView(bell, context, ignoredListView(this.ignored, context)) : nothing}
    </div>`;
  }

  /** Escape closes the list, and returns the focus to the bell. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !this.bell.isOpen) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.bell')!.focus();
    this.bell.toggle();
  };

  /** A hidden page misses events. */
  private readonly seen = (): void => {
    if (document.hidden || !this.isMember) return;
    this.bell.outdate();
    this.imported.outdate();
  };

  /** Named guests have no notifications, and ignore nobody. */
  private get isMember(): boolean {
    return session.user?.kind === 'member';
  }

  private load(): void {
    if (!this.isMember) return;
    this.bell.outdate();
    this.ignored.load();
    this.imported.outdate();
  }

  /** After a session has expired, the hidden comments stay hidden. */
  private readerChanged(): void {
    const { user, hasLeft } = session;
    if (user ? user.id === this.account : !hasLeft) return;
    this.account = user?.id;
    this.bell.clear();
    this.ignored.clear();
    this.imported.clear();
    this.load();
    this.changed();
  }
}
