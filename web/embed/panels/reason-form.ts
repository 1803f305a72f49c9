import type { Comment } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import type { Key } from '../words/en.js';
import { PanelElement } from './panel-element.js';
import { problemText } from '../discussion/problem-words.js';
import type { Reason } from '../thread/outcome.js';
import { reasonsView } from './reasons.js';

/** Asks for one of the reasons, and for some words that are not required. */
export abstract class ReasonForm extends PanelElement {
  static override properties: PropertyDeclarations = { comment: { attribute: false } };
  declare comment: Comment;
  /** How a page's own styles name it, and its texts. */
  protected abstract readonly shown: { part: string; hint: Key; note: Key; send: Key };

  protected abstract send(reason: Reason, note: string): Promise<void>;

  protected override render(): unknown {
    const { words } = this.context;
    const { part, hint, note, send } = this.shown;
    return html`<form class="panel" part=${part} @submit=${this.submit}>
      <p class="hint">${words.t(hint)}</p>
      ${reasonsView(this.place, words)}
      <div class="field">
        <label for=${`note-${this.place}`}>${words.t(note)}</label>
        <textarea id=${`note-${this.place}`} name="note" rows="2" dir="auto"></textarea>
      </div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${this.busy}>
          ${words.t(this.busy ? 'sending' : send)}
        </button>
        <button type="button" class="quiet" @click=${() => this.close()}>
          ${words.t('cancel')}
        </button>
      </div>
    </form>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.fault = null;
    try {
      await this.send(form.get('reason') as Reason, (form.get('note') as string).trim());
    } catch (error) {
      this.fault = problemText(error, this.context.words);
    }
    this.busy = false;
  };
}
