import { unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { PassageDraft } from '../data/article.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import { paceOf } from '../discussion/refusals.js';
import { withAnswer } from '../discussion/thread-changes.js';
import { type Quote, TOP } from '../discussion/open-panels.js';
import type { KnownPost } from '../data/thread-post.js';
import { Drafts } from './drafts.js';
import { Pace } from './slow-mode.js';
import { quoteCards } from './quote-cards.js';
import { sendComment } from './send-comment.js';
import { TextForm } from './text-form.js';

const MOST_QUOTES = 5;

/** The form for a new or edited comment. The draft is stored until it is sent. */
export class Composer extends TextForm {
  static override properties: PropertyDeclarations = {
    editing: { attribute: false },
    quote: { attribute: false },
    quotes: { state: true },
    body: { state: true },
  };
  declare editing: boolean;
  /** The quote to add to the draft. */
  declare quote: Quote | undefined;
  declare quotes: readonly Quote[];
  declare body: string;
  private drafts: Drafts | null = null;
  private readonly pace = new Pace(this, () =>
    this.editing ? null : this.context.reader.slowMode.until,
  );

  /** The passage of the article that the comment is about. */
  private get about(): PassageDraft | null {
    return this.place === TOP ? (this.context.article?.about ?? null) : null;
  }

  /** Null for a page of the host site that has no comments yet. */
  private get post(): KnownPost | null {
    return this.context.discussion.post;
  }

  private get draftPlace(): string {
    return this.editing ? `edit-${this.place}` : this.place;
  }

  protected override get text(): string {
    return this.body;
  }

  protected override set text(text: string) {
    this.body = text;
    this.keep();
  }

  protected override get maySend(): boolean {
    return (
      super.maySend && (this.editing || this.context.discussion.mayComment) && this.pace.left === 0
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.drafts) this.begin();
    if (changed.has('quote') && this.quote) this.take(this.quote);
  }

  protected override formView(): unknown {
    const { words } = this.context;
    const name = this.comment?.author?.displayName ?? '';
    const label = words.t(this.editing ? 'editing' : name ? 'replyTo' : 'write', { name });
    const hint = `${words.t('markdown')} ${this.terms()}`;
    return this.textView(
      { label, hint, send: this.sendLabel() },
      html`${this.guestView()} ${this.about && this.context.article!.aboutView()}
      ${quoteCards(this.quotes, words, this.takeOut)}`,
      html`<p class="hint" role="status">${this.obstacle()}</p>`,
    );
  }

  /** Offers a guest a way to get an account. */
  private guestView(): unknown {
    const { t } = this.context.words;
    if (session.user?.kind !== 'guest' || this.editing) return nothing;
    const signIn = () => this.context.signedIn(this.place, () => undefined);
    return html`<p class="hint">
      ${t('guestNote')}
      ${
        this.body === ''
          ? html`<button type="button" class="plain" @click=${signIn}>${t('signIn')}</button>`
          : nothing
      }
    </p>`;
  }

  private begin(): void {
    this.drafts = new Drafts(this.context.discussion.subject, session.user?.id ?? '');
    const kept = this.drafts.read(this.draftPlace);
    this.body = kept?.body ?? (this.editing ? (this.comment?.body ?? '') : '');
    this.quotes = kept?.quotes ?? [];
  }

  private take(quote: Quote): void {
    const isThere = this.quotes.some(
      ({ commentId, start, end }) =>
        commentId === quote.commentId && start === quote.start && end === quote.end,
    );
    if (isThere) return;
    if (this.quotes.length === MOST_QUOTES) {
      this.fault = this.context.words.t('quotesFull', { n: MOST_QUOTES });
      return;
    }
    this.quotes = [...this.quotes, quote];
    this.keep();
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  }

  private readonly takeOut = (quote: Quote): void => {
    this.quotes = this.quotes.filter((other) => other !== quote);
    this.keep();
    this.querySelector('textarea')?.focus();
  };

  private keep(): void {
    this.context.panels.rewrite(this.draftPlace);
    this.drafts!.write(this.draftPlace, this.body, this.quotes);
  }

  private sendLabel(): string {
    const { t } = this.context.words;
    if (this.busy) return t('sending');
    if (this.pace.left > 0) return t('sendIn', { time: this.pace.clock });
    return t(this.fault ? 'sendAgain' : this.editing ? 'save' : 'send');
  }

  /** The conditions for a comment here, shown before it is sent: review and slow mode. */
  private terms(): string {
    const { reader, words } = this.context;
    const { seconds } = reader.slowMode;
    if (this.editing || reader.permissions.moderate) return '';
    const told = this.post?.verified === false ? [words.t('holdPage')] : [];
    if (this.post?.mode === 'premoderated') told.push(words.t('premoderated'));
    if (seconds > 0) told.push(words.t('slowMode', { time: words.duration(seconds) }));
    return told.join(' ');
  }

  /** Why the comment cannot be sent now. The draft is kept. */
  private obstacle(): string {
    const { t } = this.context.words;
    if (!this.editing && !this.context.discussion.mayComment)
      return t(
        !this.post ? 'staffBegin' : this.post.locked ? 'lockedMeanwhile' : 'closedMeanwhile',
      );
    return this.pace.left > 0 ? t('slowNow') : '';
  }

  /** Discards the draft; an undo restores it with everything that belongs to it. */
  protected override cancel(): void {
    const { context, place, about, drafts, draftPlace } = this;
    const draft = drafts!.read(draftPlace);
    const is = this.editing ? 'edit' : 'reply';
    drafts!.forget(draftPlace);
    if (about) context.article!.take(null);
    this.close();
    if (!draft) return;
    const told = context.words.t('draftGone');
    const undo = () => {
      drafts!.store(draftPlace, draft);
      if (about) context.article!.take(about);
      context.panels.show(place, { is, restored: draft });
    };
    context.panels.toast({ text: told, undo, draft: draftPlace });
  }

  protected override async refused(error: unknown): Promise<string | null> {
    const { reader } = this.context;
    const until = paceOf(error);
    if (until === null) return super.refused(error);
    reader.slowMode = { ...reader.slowMode, until };
    return null;
  }

  protected override send(): Promise<void> {
    return this.editing ? this.sendEdit() : this.sendNew();
  }

  private async sendNew(): Promise<void> {
    const { context, place, body, about, quotes } = this;
    const key = this.drafts!.keyFor(this.draftPlace, body, JSON.stringify(about));
    const parentId = place === TOP ? null : place;
    const sent = await sendComment(context, { parentId, body, about, quotes }, key);
    this.drafts!.forget(this.draftPlace);
    if (about) context.article!.take(null);
    const isHeld = sent.status === 'held';
    if (isHeld) context.panels.tell(place, { text: context.words.t('sentHeld') });
    else this.close();
    context.say(isHeld ? 'sentHeld' : 'sent');
    context.focusPlace(isHeld ? place : sent.id);
  }

  private async sendEdit(): Promise<void> {
    const { context, comment, body } = this;
    const { id, version } = comment!;
    const key = this.drafts!.keyFor(this.draftPlace, body);
    const answer = await service.api.PATCH('/api/v1/comments/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      headers: { 'idempotency-key': key },
      body: { body },
    });
    const edited = unwrap(answer);
    this.drafts!.forget(this.draftPlace);
    context.discussion.replaceThread((thread) => withAnswer(thread, edited));
    if (edited.status !== 'published') context.reader.keepHeld(edited);
    this.close();
    context.say('saved');
    context.focusPlace(id);
  }
}
