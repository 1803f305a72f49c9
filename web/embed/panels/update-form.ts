import { newKey, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { service } from '../../parts/service.js';
import type { UpdateDraft } from '../data/article.js';
import { askedComment } from '../discussion/asked-comment.js';
import { PanelElement } from './panel-element.js';
import { problemText } from '../discussion/problem-words.js';
import { serverHtml } from '../../parts/server-html.js';

/** Where the author of the article says what is new in it, and which comments led to that. */
export class UpdateForm extends PanelElement {
  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    preview: { state: true },
    linkFault: { state: true },
  };
  declare draft: UpdateDraft | null;
  declare preview: string | null;
  declare linkFault: string | null;

  protected override render(): unknown {
    const { words } = this.context;
    const { t } = words;
    const { text = '', credits = [] } = this.draft ?? {};
    return html`<form class="panel" part="composer" @submit=${this.submit}>
      <label class="label" for="update-text">${t('updateText')}</label>
      <textarea
        id="update-text"
        rows="4"
        dir="auto"
        autofocus
        maxlength="5000"
        aria-describedby="update-date"
        ?readonly=${this.busy}
        ?hidden=${Boolean(this.preview)}
        .value=${text}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      ${
        this.preview
          ? html`<div
              class="body preview"
              dir="auto"
              tabindex="0"
              aria-label=${t('preview')}
              ${serverHtml(this.preview)}
            ></div>`
          : nothing
      }
      <p class="hint" id="update-date">
        ${t('updateDated', { date: words.day(new Date().toISOString()) })}
      </p>
      <div class="field">
        <label for="update-link">${t('updateCredit')}</label>
        ${credits.map(
          ({ id, name }) =>
            html`<button
              type="button"
              class="quiet credit"
              dir="auto"
              aria-label=${t('updateDrop', { name })}
              @click=${() => this.change({ credits: credits.filter((each) => each.id !== id) })}
            >
              ${name || id} <span aria-hidden="true">×</span>
            </button>`,
        )}
        <input
          id="update-link"
          placeholder=${t('updateLink')}
          aria-invalid=${this.linkFault ? 'true' : nothing}
          aria-describedby=${this.linkFault ? 'update-link-fault' : nothing}
          @keydown=${this.enter}
        />
        ${
          this.linkFault
            ? html`<p class="fault" id="update-link-fault" role="alert">${this.linkFault}</p>`
            : nothing
        }
        <div class="buttons">
          <button type="button" class="quiet" @click=${this.add}>${t('updateAdd')}</button>
        </div>
      </div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${this.busy || text.trim() === ''}>
          ${t(this.busy ? 'sending' : 'publishUpdate')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed=${Boolean(this.preview)}
          @click=${this.show}
        >
          ${t('preview')}
        </button>
        <button type="button" class="quiet" @click=${() => this.close()}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  /** Another text, or other comments, are another act. */
  private change(by: Partial<UpdateDraft>): void {
    Object.assign(this.draft!, by, { key: null });
    this.fault = null;
    this.requestUpdate();
  }

  private readonly typed = (event: Event): void => {
    this.change({ text: (event.target as HTMLTextAreaElement).value });
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
    if (event.key === 'Escape' && !this.draft?.text.trim()) this.close();
  };

  private readonly enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.add();
  };

  /** A comment by its link or its id: of this discussion, and public. */
  private readonly add = async (): Promise<void> => {
    const input = this.querySelector<HTMLInputElement>('#update-link')!;
    const id = idIn(input.value.trim());
    const { credits } = this.draft!;
    this.linkFault = null;
    const answer =
      id && (await service.api.GET('/api/v1/comments/{id}', { params: { path: { id } } }));
    const comment = answer ? answer.data : undefined;
    if (comment?.status !== 'published' || comment.postId !== this.postId) {
      this.linkFault = this.context.words.t('problemLink');
      return;
    }
    if (!credits.some((each) => each.id === comment.id))
      this.change({
        credits: [...credits, { id: comment.id, name: comment.author?.displayName ?? '' }],
      });
    input.value = '';
  };

  private readonly show = async (): Promise<void> => {
    if (this.preview) {
      this.preview = null;
      return;
    }
    try {
      const body = { body: this.draft!.text };
      this.preview = unwrap(await service.api.POST('/api/v1/previews', { body })).html;
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
  };

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.draft!;
    if (this.busy || draft.text.trim() === '') return;
    this.busy = true;
    this.fault = null;
    draft.key ??= newKey();
    try {
      unwrap(
        await service.api.POST('/api/v1/posts/{post}/updates', {
          params: { path: { post: this.postId } },
          headers: { 'idempotency-key': draft.key },
          body: { text: draft.text, credits: draft.credits.map(({ id }) => id) },
        }),
      );
      this.change({ text: '', credits: [] });
      this.context.panels.tell(this.place, { text: this.context.words.t('updateDone') });
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
    this.busy = false;
  };

  private get postId(): string {
    return this.context.discussion.thread!.postId;
  }
}

/** The id in a link of a comment, or the id itself. */
function idIn(text: string): string | null {
  const at = URL.canParse(text) ? new URL(text) : { search: `?comment=${text}`, hash: '' };
  const asked = askedComment(at);
  return asked && 'id' in asked ? asked.id : null;
}
