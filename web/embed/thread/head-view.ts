import { html, nothing } from 'lit';
import type { Sort, WatchStatus } from '@colloquy/client';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import type { Discussion } from './discussion.js';

export const SORTS: readonly Sort[] = ['best', 'newest', 'oldest', 'controversial'];

const STATUS: Readonly<Record<WatchStatus, Key>> = {
  connecting: 'connecting',
  live: 'live',
  polling: 'polling',
  reconnecting: 'reconnecting',
  offline: 'offline',
  paused: 'paused',
  ended: 'ended',
};

export interface HeadActions {
  sort(sort: Sort): void;
  widen(): void;
}

/** Title and count, the order, and whether it is live. */
export function headView(discussion: Discussion, words: Localizer, act: HeadActions): unknown {
  const { t } = words;
  const { thread, phase, focus } = discussion;
  const count = thread ? t('comments', { n: thread.commentCount }) : t('discussion');
  return html`<header class="head" part="head">
    <h2 id="title" part="title">${count}</h2>
    ${
      thread && !focus
        ? html`<label class="sort">
            <span class="sr">${t('sort')}</span>
            <select
              .value=${discussion.sort}
              @change=${(event: Event) => act.sort((event.target as HTMLSelectElement).value as Sort)}
            >
              ${SORTS.map(
                (sort) =>
                  html`<option value=${sort} ?selected=${sort === discussion.sort}>
                    ${t(sort)}
                  </option>`,
              )}
            </select>
          </label>`
        : nothing
    }
    <p class="status" part="status" role="status" data-status=${discussion.status}>
      ${phase === 'ready' && thread ? statusView(discussion, words) : nothing}
    </p>
    ${
      focus
        ? html`<p class="note branch">
            ${t('oneBranch')}
            <button class="plain" @click=${() => act.widen()}>${t('wholeThread')}</button>
          </p>`
        : nothing
    }
  </header>`;
}

function statusView({ status, readers }: Discussion, { t }: Localizer): unknown {
  const told = status === 'live' && readers !== null && readers > 0;
  return html`<span class="dot"></span> ${t(STATUS[status])}${
      told ? html` · ${t('readers', { n: readers })}` : nothing
    }`;
}
