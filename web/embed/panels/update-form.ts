import { newKey, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { service } from '../../parts/service.js';
import type { UpdateDraft } from '../data/article.js';
import { findComment } from '../data/comments.js';
import { askedComment } from '../discussion/comment-address.js';
import { TextForm } from './text-form.js';

/** The author's form for an update of the article, with the comments that led to it. */
export class UpdateForm extends TextForm {
  static override properties: PropertyDeclarations = { linkFault: { state: true } };
  declare linkFault: string | null;

  private get draft(): UpdateDraft {
    return this.context.article!.draft;
  }

  private get postId(): string {
    return this.context.discussion.thread!.postId;
  }

  protected override get text(): string {
    return this.draft.text;
  }

  protected override set text(text: string) {
    this.change({ text });
  }

  protected override formView(): unknown {
    const { words } = this.context;
    const { t } = words;
    const date = words.day(new Date().toISOString());
    return this.textView(
      {
        label: t('updateText'),
        hint: t('updateDated', { date }),
        send: t(this.busy ? 'sending' : 'publishUpdate'),
        longest: 5_000,
      },
      nothing,
      this.creditsView(),
    );
  }

  private creditsView(): unknown {
    const { t } = this.context.words;
    const { credits } = this.draft;
    return html`<div class="field">
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
            ${name} <span aria-hidden="true">×</span>
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
        this.linkFault &&
        html`<p class="fault" id="update-link-fault" role="alert">${this.linkFault}</p>`
      }
      <div class="buttons">
        <button type="button" class="quiet" @click=${this.add}>${t('updateAdd')}</button>
      </div>
    </div>`;
  }

  /** A changed text or list of comments is another act. */
  private change(by: Partial<UpdateDraft>): void {
    Object.assign(this.draft, by, { key: null });
    this.fault = null;
    this.requestUpdate();
  }

  private readonly enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.add();
  };

  /** Adds a public comment of this discussion by its link or id. */
  private readonly add = async (): Promise<void> => {
    const input = this.querySelector<HTMLInputElement>('#update-link')!;
    const { value } = input;
    const id = idIn(value.trim());
    this.linkFault = null;
    const comment = id && (await findComment(id).catch(() => null));
    if (!comment || comment.status !== 'published' || comment.postId !== this.postId) {
      this.linkFault = this.context.words.t('problemLink');
      return;
    }
    // The form may have been closed meanwhile.
    if (!this.isConnected) return;
    this.context.article!.credit(comment);
    if (input.value === value) input.value = '';
  };

  protected override async send(): Promise<void> {
    const { draft } = this;
    draft.key ??= newKey();
    unwrap(
      await service.api.POST('/api/v1/posts/{post}/updates', {
        params: { path: { post: this.postId } },
        headers: { 'idempotency-key': draft.key },
        body: { text: draft.text, credits: draft.credits.map(({ id }) => id) },
      }),
    );
    this.change({ text: '', credits: [] });
    this.context.panels.tell(this.place, { text: this.context.words.t('updateDone') });
  }
}

/** The id in a link of a comment, or the id itself. */
function idIn(text: string): string | null {
  const at = URL.canParse(text) ? new URL(text) : { search: `?comment=${text}`, hash: '' };
  const asked = askedComment(at);
  return asked && 'id' in asked ? asked.id : null;
}
