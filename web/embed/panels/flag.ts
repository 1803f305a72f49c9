import { type Comment, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { service } from '../data/service.js';
import { PanelElement } from './panel-element.js';
import { problemText } from './problem-words.js';
import { type Reason, reasonsView } from './reasons.js';

/** Reports a comment. Disagreement is a vote, and the form says so. */
export class Flag extends PanelElement {
  static override properties: PropertyDeclarations = { comment: { attribute: false } };
  declare comment: Comment;

  protected override render(): unknown {
    const { t } = this.context.words;
    return html`<form class="panel" part="flag" @submit=${this.submit}>
      <p class="hint">${t('flagHint')}</p>
      ${reasonsView(this.place, this.context.words)}
      <div class="field">
        <label for=${`detail-${this.place}`}>${t('flagDetail')}</label>
        <textarea id=${`detail-${this.place}`} name="detail" rows="2" dir="auto"></textarea>
      </div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="buttons">
        <button class="main" ?disabled=${this.busy}>
          ${t(this.busy ? 'sending' : 'flagSend')}
        </button>
        <button type="button" class="quiet" @click=${() => this.close()}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const detail = (form.get('detail') as string).trim();
    const reason = form.get('reason') as Reason;
    const { context } = this;
    this.busy = true;
    this.fault = null;
    try {
      unwrap(
        await service.api.POST('/api/v1/comments/{id}/flags', {
          params: { path: { id: this.comment.id } },
          body: { reason, ...(detail ? { detail } : {}) },
        }),
      );
      context.panels.tell(this.place, { text: context.words.t('flagged') });
      context.say('flagged');
      context.focusPlace(this.place);
    } catch (error) {
      this.fault = problemText(error, context.words);
    }
    this.busy = false;
  };
}
