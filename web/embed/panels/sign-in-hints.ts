import { html, nothing } from 'lit';
import { SERVICE_URL } from '../../parts/service-url.js';
import type { Localizer } from '../words/localizer.js';

/** Says where the link for a new account was mailed. */
export function mailedView(email: string | null, { t }: Localizer): unknown {
  if (email === null) return nothing;
  return html`<p class="hint mailed" role="status" tabindex="-1">
    ${t('mailedFirst', { email })}
  </p>`;
}

/** Pages of the service open in another tab, so that the text in this form is kept. */
export function forgotView({ t, language }: Localizer): unknown {
  const link = (page: string, text: string) => {
    const address = `${SERVICE_URL}/account/${page}?lang=${encodeURIComponent(language)}`;
    return html`<a href=${address} target="_blank" rel="noopener">${text}</a>`;
  };
  return html`<p class="hint">
    ${link('forgot', t('forgot'))} · ${link('security', t('security'))}
  </p>`;
}
