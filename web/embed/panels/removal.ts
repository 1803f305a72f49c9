import type { Comment } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { decide } from './deciding.js';
import { PanelElement } from './panel-element.js';
import { problemText } from './problem-words.js';
import { type Reason, reasonsView } from './reasons.js';

/** Removes a comment in place, with the reason that its author will read. */
export class Removal extends PanelElement {
  static override properties: PropertyDeclarations = { comment: { attribute: false } };
  declare comment: Comment;

  protected override render(): unknown {
    const { t } = this.context.words;
    return html`<form class="panel" part="removal" @submit=${this.submit}>
      <p class="hint">${t('removeHint')}</p>
      ${reasonsView(this.place, this.context.words)}
      <div class="field">
        <label for=${`note-${this.place}`}>${t('removeNote')}</label>
        <textarea id=${`note-${this.place}`} name="note" rows="2" dir="auto"></textarea>
      </div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${this.busy}>${t(this.busy ? 'sending' : 'remove')}</button>
        <button type="button" class="quiet" @click=${() => this.close()}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const note = (form.get('note') as string).trim();
    this.busy = true;
    this.fault = null;
    try {
      const reason = form.get('reason') as Reason;
      await decide(this.context, this.comment, 'remove', { reason, ...(note ? { note } : {}) });
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
    this.busy = false;
  };
}
