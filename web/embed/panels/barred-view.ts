import { html, nothing } from 'lit';
import type { ThreadContext } from '../discussion/thread-context.js';

/** Why and until when the account may not write, as a sentence; null while it may. */
export function barredText({
  reader: { barred },
  words,
}: Pick<ThreadContext, 'reader' | 'words'>): string | null {
  if (!barred) return null;
  if (barred.is === 'banned') return words.t('barredBan');
  if (barred.until === null) return words.t('barredNow');
  return words.t('barredUntil', { when: words.moment(barred.until) });
}

/** The same, with the moderators' statement. @param close closes the panel, if it was opened */
export function barredView(context: ThreadContext, close?: () => void): unknown {
  const { reader, words } = context;
  const why = reader.barred?.text;
  return html`<div
    class="panel barred"
    part="barred"
    role="group"
    tabindex="-1"
    aria-label=${words.t('barred')}
  >
    <p>${barredText(context)}</p>
    ${why ? html`<blockquote class="statement" dir="auto">${why}</blockquote>` : nothing}
    ${
      close
        ? html`<div class="buttons">
            <button type="button" class="quiet" @click=${close}>${words.t('close')}</button>
          </div>`
        : nothing
    }
  </div>`;
}
