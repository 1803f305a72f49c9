import { unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { serverHtml } from '../../parts/server-html.js';
import { service } from '../../parts/service.js';
import { FormElement } from './panel-element.js';

/** A form for Markdown with a preview. Ctrl+Enter sends it; Escape closes it and keeps the text. */
export abstract class TextForm extends FormElement {
  static override properties: PropertyDeclarations = { preview: { state: true } };
  declare preview: string | null;

  constructor() {
    super();
    this.preview = null;
  }

  protected abstract get text(): string;
  protected abstract set text(text: string);

  protected override get maySend(): boolean {
    return this.isWritten && super.maySend;
  }

  protected override get isWritten(): boolean {
    return this.text.trim() !== '';
  }

  protected textView(
    texts: { label: string; hint: string; send: string; longest?: number },
    above?: unknown,
    below?: unknown,
  ): unknown {
    const { t } = this.context.words;
    const isShown = this.preview !== null;
    return html`<form class="panel compose" part="composer" @submit=${this.submit}>
      ${above}
      <label class="label" for=${`text-${this.place}`} dir="auto">${texts.label}</label>
      <textarea
        id=${`text-${this.place}`}
        rows="4"
        dir="auto"
        autofocus
        maxlength=${texts.longest ?? nothing}
        ?readonly=${this.busy}
        ?hidden=${isShown}
        aria-describedby=${`hint-${this.place}`}
        .value=${this.text}
        @input=${this.typed}
        @keydown=${this.pressed}
      ></textarea>
      ${
        this.preview !== null
          ? html`<div
              class="body preview"
              tabindex="0"
              aria-label=${t('preview')}
              ${serverHtml(this.preview)}
            ></div>`
          : nothing
      }
      <p class="hint" id=${`hint-${this.place}`}>${texts.hint}</p>
      ${below}
      ${this.endView(
        texts.send,
        html`<button type="button" class="quiet" aria-pressed=${isShown} @click=${this.show}>
          ${t('preview')}
        </button>`,
      )}
    </form>`;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.fault = null;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.submit(event);
  };

  private readonly show = async (): Promise<void> => {
    if (this.preview === null)
      await this.attempt(async () => {
        const body = { body: this.text };
        const { html: shown } = unwrap(await service.api.POST('/api/v1/previews', { body }));
        // If the reader continued to write meanwhile, the preview is outdated.
        if (body.body === this.text) this.preview = shown;
      });
    else this.preview = null;
  };
}
