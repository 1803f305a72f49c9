import { html, nothing } from 'lit';
import type { SiteTerms } from '../discussion/refusals.js';
import type { Localizer } from '../words/localizer.js';

/** The name of the box in its form, as the service names what it says. */
export const TERMS_BOX = 'termsVersion';

/** Leads to the terms; without a link where their address would run something. */
export function termsLink({ url }: SiteTerms, { t }: Localizer): unknown {
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url);
  return isWeb ? html`<a href=${url} target="_blank" rel="noopener">${t('terms')}</a>` : t('terms');
}

/**
 * A box by which somebody who begins accepts the terms of the site.
 * @param isApart whether it is checked by itself, and does not hold the form around it up
 */
export function termsBox(
  terms: SiteTerms | null,
  words: Localizer,
  { fault = null, isApart = false }: { fault?: string | null; isApart?: boolean } = {},
): unknown {
  if (!terms) return nothing;
  return html`<div class="field">
    <label class="terms-box">
      <input
        type="checkbox"
        name=${TERMS_BOX}
        value=${terms.version}
        required
        form=${isApart ? 'none' : nothing}
        aria-invalid=${fault === null ? nothing : 'true'}
      />
      <span>${words.t('termsAccept')}: ${termsLink(terms, words)}</span>
    </label>
    ${fault === null ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
  </div>`;
}
