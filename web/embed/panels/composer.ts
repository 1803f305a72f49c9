import { type Comment, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { PassageDraft } from '../data/passage.js';
import { service } from '../data/service.js';
import { withAnswer } from '../thread/acts.js';
import { TOP } from '../thread/panels.js';
import { Drafts } from './drafts.js';
import { PanelElement } from './panel-element.js';
import { problemText } from './problem-words.js';
import { sendComment } from './sending.js';

/** Where a comment is written, or an own one changed. What is typed is kept until it is sent. */
export class Composer extends PanelElement {
  static override properties: PropertyDeclarations = {
    comment: { attribute: false },
    editing: { attribute: false },
    about: { attribute: false },
    body: { state: true },
    preview: { state: true },
  };
  declare comment: Comment | null;
  declare editing: boolean;
  /** The passage of the article that the comment is about. */
  declare about: PassageDraft | null;
  declare body: string;
  declare preview: string | null;
  private drafts: Drafts | null = null;

  private get draftPlace(): string {
    return this.editing ? `edit-${this.place}` : this.place;
  }

  protected override willUpdate(): void {
    if (this.drafts) return;
    this.drafts = new Drafts(this.context.discussion.subject);
    const kept = this.drafts.read(this.draftPlace)?.body;
    this.body = kept ?? (this.editing ? (this.comment?.body ?? '') : '');
    this.preview = null;
  }

  protected override render(): unknown {
    const { t } = this.context.words;
    const name = this.comment?.author?.displayName ?? '';
    const label = this.editing ? t('editing') : name ? t('replyTo', { name }) : t('write');
    return html`<form class="panel compose" part="composer" @submit=${this.submit}>
      ${this.about ? this.context.article!.aboutView() : nothing}
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
          : html`<div class="body preview" dir="auto" tabindex="0" aria-label=${t('preview')}>
              ${unsafeHTML(this.preview)}
            </div>`
      }
      <p class="hint" id=${`hint-${this.place}`}>${t('markdown')}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${this.busy || this.body.trim() === ''}>
          ${t(this.busy ? 'sending' : this.fault ? 'sendAgain' : this.editing ? 'save' : 'send')}
        </button>
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

  private readonly typed = (event: Event): void => {
    this.body = (event.target as HTMLTextAreaElement).value;
    this.fault = null;
    this.drafts!.write(this.draftPlace, this.body);
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
    if (this.busy || this.body.trim() === '') return;
    this.busy = true;
    this.fault = null;
    try {
      await (this.editing ? this.save() : this.send());
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
    this.busy = false;
  };

  private async send(): Promise<void> {
    const { context, place, body, about } = this;
    const key = this.drafts!.keyFor(this.draftPlace, body, JSON.stringify(about));
    const parentId = place === TOP ? null : place;
    const sent = await sendComment(context, { parentId, body, about }, key);
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
