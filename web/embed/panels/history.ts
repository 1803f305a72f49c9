import { type components, unwrap } from '@colloquy/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { serverHtml } from '../../parts/server-html.js';
import { service } from '../../parts/service.js';
import { PanelElement } from './panel-element.js';

type Revision = components['schemas']['CommentRevisionView'];

/** The earlier texts of an edited comment. */
export class History extends PanelElement {
  static override properties: PropertyDeclarations = { revisions: { state: true } };
  declare revisions: readonly Revision[] | null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.attempt(() => this.load()));
  }

  protected override render(): unknown {
    const { words } = this.context;
    const { t } = words;
    const { revisions } = this;
    return html`<div
      class="panel"
      part="history"
      role="group"
      aria-label=${t('history')}
      tabindex="-1"
      autofocus
    >
      <p class="label">${t('history')}</p>
      ${this.faultView()}
      ${revisions?.length === 0 ? html`<p class="hint">${t('historyEmpty')}</p>` : nothing}
      <ol class="revisions">
        ${revisions?.map(
          ({ html: text, writtenAt, replacedAt }) =>
            html`<li>
              <p class="hint">
                ${t('historyOf', { from: words.moment(writtenAt), to: words.moment(replacedAt) })}
              </p>
              <div class="body" ${serverHtml(text)}></div>
            </li>`,
        )}
      </ol>
      <div class="buttons">
        <button type="button" class="quiet" @click=${() => this.close()}>${t('close')}</button>
      </div>
    </div>`;
  }

  private async load(): Promise<void> {
    const params = { path: { id: this.comment!.id }, query: { limit: 100 } };
    const answer = await service.api.GET('/api/v1/comments/{id}/revisions', { params });
    this.revisions = unwrap(answer).items;
  }
}
