import { unwrap } from '@colloquy/client';
import { html, type PropertyDeclarations } from 'lit';
import { service } from '../../parts/service.js';
import { decide } from '../discussion/decisions.js';
import type { Panel } from '../discussion/open-panels.js';
import { REASONS, type Reason } from '../thread/reason-words.js';
import { FormElement } from './panel-element.js';

/** The name of each form for the page's own styles, and its texts. */
const SHOWN = {
  flag: { part: 'flag', hint: 'flagHint', note: 'flagDetail', send: 'flagSend' },
  remove: { part: 'removal', hint: 'removeHint', note: 'removeNote', send: 'remove' },
} as const;

/** Reports a comment, or removes it, for one of the reasons, with an optional text. */
export class ReasonForm extends FormElement {
  static override properties: PropertyDeclarations = { panel: { attribute: false } };
  declare panel: Extract<Panel, { is: 'flag' | 'remove' }>;

  private get act(): 'flag' | 'remove' {
    return this.panel.is;
  }

  private get note(): string {
    return this.querySelector('textarea')?.value.trim() ?? '';
  }

  protected override get isWritten(): boolean {
    return this.note !== '';
  }

  protected override formView(): unknown {
    const { t } = this.context.words;
    const { part, hint, note, send } = SHOWN[this.act];
    const { kept } = this.panel;
    return html`<form class="panel" part=${part} @submit=${this.submit} @input=${this.written}>
      <p class="hint">${t(hint)}</p>
      <fieldset class="reasons">
        <legend>${t('reason')}</legend>
        ${Object.entries(REASONS).map(
          ([reason, word], index) =>
            html`<label
              ><input
                type="radio"
                name="reason"
                value=${reason}
                required
                ?autofocus=${index === 0}
                ?checked=${kept?.reason === reason}
                id=${`reason-${reason}-${this.place}`}
              />${t(word)}</label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for=${`note-${this.place}`}>${t(note)}</label>
        <textarea
          id=${`note-${this.place}`}
          name="note"
          rows="2"
          dir="auto"
          .defaultValue=${kept?.note ?? ''}
        ></textarea>
      </div>
      ${this.endView(t(this.busy ? 'sending' : send))}
    </form>`;
  }

  /** Discards the text; an undo restores it. */
  protected override cancel(): void {
    const { context, place, panel } = this;
    const kept = Object.fromEntries(new FormData(this.querySelector('form')!));
    const { isWritten } = this;
    this.close();
    if (!isWritten) return;
    const undo = () =>
      context.panels.show(place, { ...panel, kept: kept as Record<string, string> });
    context.panels.toast({ text: context.words.t('draftGone'), undo, draft: this.draftPlace });
  }

  private get draftPlace(): string {
    return `${this.act}-${this.place}`;
  }

  private readonly written = (): void => this.context.panels.rewrite(this.draftPlace);

  protected override dismiss(): void {
    this.cancel();
  }

  protected override async send(form: FormData): Promise<void> {
    const { context, place } = this;
    const comment = this.comment!;
    const reason = form.get('reason') as Reason;
    const { note } = this;
    if (this.act === 'remove')
      return decide(context, comment, 'remove', { reason, ...(note ? { note } : {}) });
    unwrap(
      await service.api.POST('/api/v1/comments/{id}/flags', {
        params: { path: { id: comment.id } },
        body: { reason, ...(note ? { detail: note } : {}) },
      }),
    );
    context.panels.tell(place, { text: context.words.t('flagged') });
    context.say('flagged');
    context.focusPlace(place);
  }
}
