import { html, nothing } from 'lit';
import type { Quote } from '../discussion/open-panels.js';
import type { Localizer } from '../words/localizer.js';

/** The quotes of a draft, each with a button that removes it. */
export function quoteCards(
  quotes: readonly Quote[],
  { t }: Localizer,
  remove: (quote: Quote) => void,
): unknown {
  if (quotes.length === 0) return nothing;
  return html`<ul class="quoting" aria-label=${t('quotes')}>
    ${quotes.map(
      (quote) =>
        html`<li>
          <blockquote class="quote">
            <p dir="auto">${quote.text}</p>
            <footer>${t('quoted', { name: quote.name || t('someone') })}</footer>
          </blockquote>
          <button
            type="button"
            aria-label=${t('quoteAway', { name: quote.name || t('someone') })}
            @click=${() => remove(quote)}
          >
            <svg class="cross" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </li>`,
    )}
  </ul>`;
}
