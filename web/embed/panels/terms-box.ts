import { html, nothing } from 'lit';
import type { SiteTerms } from '../discussion/refusals.js';
import type { Localizer } from '../words/localizer.js';

/** The name of the checkbox, equal to the field in the API. */
export const TERMS_BOX = 'termsVersion';

/** The link to the terms; plain text if their URL would run a script. */
export function termsLink({ url }: SiteTerms, { t }: Localizer): unknown {
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url);
  return isWeb ? html`<a href=${url} target="_blank" rel="noopener">${t('terms')}</a>` : t('terms');
}

/**
 * The checkbox with which a new reader accepts the terms of the site.
 * @param isApart whether it is validated separately, without blocking the enclosing form
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
