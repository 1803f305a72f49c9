import { unwrap } from '@colloquy/client';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';
import { service } from '../../parts/service.js';
import { type SiteTerms, termsOf } from '../discussion/refusals.js';
import { PanelElement } from './panel-element.js';
import { termsLink } from './terms-box.js';

/** Links to the terms of the site, and continues the interrupted act once they are accepted. */
export class TermsAsk extends PanelElement {
  static override properties: PropertyDeclarations = {
    terms: { attribute: false },
    goOn: { attribute: false },
    present: { state: true },
  };
  /** The terms for which the act was refused; each rendering of the parent sets the same. */
  declare terms: SiteTerms;
  /** The version to accept: the terms may have changed while they were read. */
  declare present: SiteTerms;
  declare goOn: () => void;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('terms')) this.present = this.terms;
  }

  protected override render(): unknown {
    const { t } = this.context.words;
    return html`<div class="panel terms" part="terms" role="group" aria-label=${t('terms')}>
      <p>${t('termsAsk')} ${termsLink(this.present, this.context.words)}</p>
      ${this.faultView()}
      <div class="buttons">
        <button
          type="button"
          class="main"
          autofocus
          aria-disabled=${this.busy}
          @click=${this.accept}
        >
          ${t('termsAccept')}
        </button>
        ${this.cancelView()}
      </div>
    </div>`;
  }

  private readonly accept = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    await this.attempt(async () => {
      const body = { version: this.present.version };
      unwrap(await service.api.PUT('/api/v1/users/me/terms', { body }));
      const { goOn } = this;
      this.close();
      goOn();
    });
    this.busy = false;
  };

  /** The terms may have changed again while they were read. */
  protected override async refused(error: unknown): Promise<string | null> {
    const terms = termsOf(error);
    if (!terms) return super.refused(error);
    this.present = terms;
    this.fault = this.context.words.t('termsChanged');
    return null;
  }
}
