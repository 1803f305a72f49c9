import { type Comment, type Post, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { PassageDraft } from '../data/article.js';
import type { Reader } from '../data/reader.js';
import { service } from '../../parts/service.js';
import { withAnswer } from '../discussion/thread-changes.js';
import { type Quote, TOP } from '../discussion/open-panels.js';
import { mayComment } from '../data/subject.js';
import { Drafts } from './drafts.js';
import { Pace, paceOf } from './pace.js';
import { PanelElement } from './panel-element.js';
import { problemText } from '../discussion/problem-words.js';
import { quoteCards } from './quote-cards.js';
import { sendComment } from './sending.js';
import { serverHtml } from '../../parts/server-html.js';

const MOST_QUOTES = 5;

/** Where a comment is written, or an own one changed. What is typed is kept until it is sent. */
export class Composer extends PanelElement {
  static override properties: PropertyDeclarations = {
    comment: { attribute: false },
    editing: { attribute: false },
    about: { attribute: false },
    quote: { attribute: false },
    post: { attribute: false },
    slowMode: { attribute: false },
    quotes: { state: true },
    body: { state: true },
    preview: { state: true },
  };
  declare comment: Comment | null;
  declare editing: boolean;
  /** The passage of the article that the comment is about. */
  declare about: PassageDraft | null;
  /** The quote to add to the draft. */
  declare quote: Quote | undefined;
  /** Null while nobody has commented on a page of the host site. */
  declare post: Post | null;
  declare slowMode: Reader['slowMode'];
  declare quotes: readonly Quote[];
  declare body: string;
  declare preview: string | null;
  private drafts: Drafts | null = null;
  private readonly pace = new Pace(this);

  private get draftPlace(): string {
    return this.editing ? `edit-${this.place}` : this.place;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.drafts) this.begin();
    if (changed.has('quote') && this.quote) this.take(this.quote);
    if (changed.has('slowMode') && !this.editing) this.pace.waitUntil(this.slowMode.until);
  }

  protected override render(): unknown {
    const { t } = this.context.words;
    const name = this.comment?.author?.displayName ?? '';
    const label = this.editing ? t('editing') : name ? t('replyTo', { name }) : t('write');
    return html`<form class="panel compose" part="composer" @submit=${this.submit}>
      ${this.about ? this.context.article!.aboutView() : nothing}
      ${quoteCards(this.quotes, this.context.words, this.takeOut)}
      <label class="label" for=${`text-${this.place}`} dir="auto">${label}</label>
      <textarea
        id=${`text-${this.place}`}
        rows="4"
        dir="auto"
        autofocus
        ?readonly=${this.busy}
        ?hidden=${this.preview !== null}
        aria-describedby=${`hint-${this.place}`}
        .value=${this.body}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      ${
        this.preview === null
          ? nothing
          : html`<div
              class="body preview"
              dir="auto"
              tabindex="0"
              aria-label=${t('preview')}
              ${serverHtml(this.preview)}
            ></div>`
      }
      <p class="hint" id=${`hint-${this.place}`}>${t('markdown')} ${this.terms()}</p>
      <p class="hint" role="status">${this.obstacle()}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${!this.maySend}>${this.sendLabel()}</button>
        <button
          type="button"
          class="quiet"
          aria-pressed=${this.preview !== null}
          @click=${this.show}
        >
          ${t('preview')}
        </button>
        <button type="button" class="quiet" @click=${this.cancel}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  private begin(): void {
    this.drafts = new Drafts(this.context.discussion.subject);
    const kept = this.drafts.read(this.draftPlace);
    this.body = kept?.body ?? (this.editing ? (this.comment?.body ?? '') : '');
    this.quotes = kept?.quotes ?? [];
    this.preview = null;
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
    this.drafts!.write(this.draftPlace, this.body, this.quotes);
  }

  private get maySend(): boolean {
    const written = this.body.trim() !== '';
    const open = this.editing || mayComment(this.post);
    return written && open && !this.busy && this.pace.left === 0;
  }

  private sendLabel(): string {
    const { t } = this.context.words;
    if (this.busy) return t('sending');
    if (this.pace.left > 0) return t('sendIn', { time: this.pace.clock });
    return t(this.fault ? 'sendAgain' : this.editing ? 'save' : 'send');
  }

  /** The terms that apply to a comment here, known before it is sent: review and pace. */
  private terms(): string {
    const { reader, words } = this.context;
    const { seconds } = this.slowMode;
    const { moderate } = reader.permissions;
    if (this.editing || moderate) return '';
    const told = this.post?.mode === 'premoderated' ? [words.t('premoderated')] : [];
    if (seconds > 0) told.push(words.t('slowMode', { time: words.duration(seconds) }));
    return told.join(' ');
  }

  /** Why it cannot be sent now. The text is kept. */
  private obstacle(): string {
    const { post } = this;
    const { words } = this.context;
    if (!this.editing && !mayComment(post))
      return words.t(post?.locked ? 'lockedMeanwhile' : 'closedMeanwhile');
    return this.pace.left > 0 ? words.t('slowNow') : '';
  }

  private readonly typed = (event: Event): void => {
    this.body = (event.target as HTMLTextAreaElement).value;
    this.fault = null;
    this.keep();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
    if (event.key === 'Escape' && this.body.trim() === '') this.cancel();
  };

  private readonly cancel = (): void => {
    this.drafts!.forget(this.draftPlace);
    if (this.about) this.context.article!.forget();
    this.close();
    this.context.focusPlace(this.place);
  };

  private readonly show = async (): Promise<void> => {
    if (this.preview !== null) {
      this.preview = null;
      return;
    }
    try {
      const { body } = this;
      const answer = await service.api.POST('/api/v1/previews', { body: { body } });
      this.preview = unwrap(answer).html;
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
  };

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.maySend) return;
    this.busy = true;
    this.fault = null;
    try {
      await (this.editing ? this.save() : this.send());
    } catch (error) {
      const until = paceOf(error);
      if (until === null) this.fault = problemText(error, this.context.words);
      else this.pace.waitUntil(until);
    }
    this.busy = false;
  };

  private async send(): Promise<void> {
    const { context, place, body, about, quotes } = this;
    const key = this.drafts!.keyFor(this.draftPlace, body, JSON.stringify(about));
    const parentId = place === TOP ? null : place;
    const sent = await sendComment(context, { parentId, body, about, quotes }, key);
    this.drafts!.forget(this.draftPlace);
    if (about) context.article!.forget();
    if (sent.status === 'held') context.panels.tell(place, { text: context.words.t('sentHeld') });
    else this.close();
    context.say(sent.status === 'held' ? 'sentHeld' : 'sent');
    context.focusPlace(sent.status === 'held' ? place : sent.id);
  }

  private async save(): Promise<void> {
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
    context.replace((thread) => withAnswer(thread, edited));
    this.close();
    context.say('saved');
    context.focusPlace(id);
  }
}
