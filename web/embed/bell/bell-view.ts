import { html, nothing } from 'lit';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Bell } from './bell.js';
import { toldView } from './told-view.js';

/** The button with the number of unread notifications. */
export function bellView(bell: Bell, { words }: ThreadContext): unknown {
  const { t } = words;
  const { unread, isOpen } = bell;
  const isMany = unread > 99;
  const label = isMany ? t('bellMany') : unread ? t('bellUnread', { n: unread }) : t('bell');
  return html`<button
    class="bell"
    aria-expanded=${isOpen}
    aria-label=${label}
    title=${label}
    @click=${() => bell.toggle()}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 11.5h10c-1-1.2-1.3-2.2-1.3-4.5a3.7 3.7 0 0 0-7.4 0c0 2.3-.3 3.3-1.3 4.5z" />
      <path d="M6.6 13.4a1.5 1.5 0 0 0 2.8 0" />
    </svg>
    ${
      unread > 0
        ? html`<span class="unread" aria-hidden="true"
            >${isMany ? '99+' : words.number(unread)}</span
          >`
        : nothing
    }
  </button>`;
}

/** @param end the content below the list */
export function listView(bell: Bell, context: ThreadContext, end: unknown): unknown {
  const { t } = context.words;
  const { items, isBusy, hasFailed, nextCursor, unread } = bell;
  const readAll = () => context.carryOut(() => bell.markAllRead());
  return html`<section class="told-list" part="notifications" tabindex="-1" aria-label=${t('bell')}>
    <p class="told-head">
      <strong>${t('bell')}</strong>
      ${
        unread > 0 && items?.length
          ? html`<button class="plain" @click=${readAll}>${t('readAll')}</button>`
          : nothing
      }
    </p>
    ${items?.length === 0 ? html`<p class="hint">${t('toldEmpty')}</p>` : nothing}
    ${
      items?.length
        ? html`<ol>
            ${items.map((told) => toldView(told, bell, context))}
          </ol>`
        : nothing
    }
    ${hasFailed ? failedView(bell, context) : nothing}
    ${isBusy && !items ? html`<p class="hint" role="status">${t('loadingMore')}</p>` : nothing}
    ${
      items && nextCursor && !hasFailed
        ? html`<button class="plain" aria-disabled=${isBusy} @click=${() => bell.loadOlder()}>
            ${t(isBusy ? 'loadingMore' : 'toldOlder')}
          </button>`
        : nothing
    }
    ${end}
  </section>`;
}

function failedView(bell: Bell, { words }: ThreadContext): unknown {
  const again = () => (bell.items && bell.nextCursor ? bell.loadOlder() : bell.load());
  return html`<p class="hint" role="alert">
    ${words.t('toldFailed')}
    <button class="plain" @click=${again}>${words.t('again')}</button>
  </p>`;
}
