import { unwrap } from '@colloquy/client';
import { html, type PropertyDeclarations } from 'lit';
import { service } from '../../parts/service.js';
import { decide } from '../discussion/decisions.js';
import { REASONS, type Reason } from '../thread/reason-words.js';
import { FormElement } from './panel-element.js';

/** The name of each form for a page's own styles, and its texts. */
const SHOWN = {
  flag: { part: 'flag', hint: 'flagHint', note: 'flagDetail', send: 'flagSend' },
  remove: { part: 'removal', hint: 'removeHint', note: 'removeNote', send: 'remove' },
} as const;

/** Reports a comment, or removes it in place: for one of the reasons, with some words or without. */
export class ReasonForm extends FormElement {
  static override properties: PropertyDeclarations = { act: { attribute: false } };
  declare act: 'flag' | 'remove';

  protected override render(): unknown {
    const { t } = this.context.words;
    const { part, hint, note, send } = SHOWN[this.act];
    return html`<form class="panel" part=${part} @submit=${this.submit}>
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
                id=${`reason-${reason}-${this.place}`}
              />${t(word)}</label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for=${`note-${this.place}`}>${t(note)}</label>
        <textarea id=${`note-${this.place}`} name="note" rows="2" dir="auto"></textarea>
      </div>
      ${this.endView(t(this.busy ? 'sending' : send))}
    </form>`;
  }

  protected override async send(form: FormData): Promise<void> {
    const { context, place } = this;
    const comment = this.comment!;
    const reason = form.get('reason') as Reason;
    const note = (form.get('note') as string).trim();
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
