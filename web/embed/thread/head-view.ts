import { html, nothing } from 'lit';
import type { Sort } from '@colloquy/client';
import type { Localizer } from '../words/localizer.js';
import { scoresWord } from './action-bar-view.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Discussion } from '../discussion/discussion.js';

export const SORTS: readonly Sort[] = ['best', 'newest', 'oldest', 'controversial'];

/** Title, count, order and status. The moderators' lock loads late, so it is in line one. */
export function headView(context: ThreadContext): unknown {
  const { discussion, words } = context;
  const { t } = words;
  const { thread, phase, focus, omitted, missing } = discussion;
  const count = thread ? t('comments', { n: thread.commentCount }) : t('discussion');
  return html`<header class="head" part="head">
    <h2 id="title" part="title" tabindex="-1">${count}</h2>
    ${thread && discussion.isWhole ? sortView(context) : nothing}
    ${thread && context.views?.lockView(context)}
    <p class="status" part="status" data-status=${discussion.status}>
      ${phase === 'ready' && thread ? statusView(discussion, words) : nothing}
    </p>
    ${
      focus
        ? html`<p class="note branch">
            ${t('oneBranch')}
            <button class="plain" @click=${() => void discussion.widen()}>
              ${t('wholeThread')}
            </button>
            ${omitted > 0 ? html`<br />${t('omitted', { n: omitted })}` : nothing}
          </p>`
        : nothing
    }
    ${
      thread?.items.some(({ status, score }) => status === 'published' && score === null)
        ? html`<p class="status" part="scores">${scoresWord(context)}</p>`
        : nothing
    }
    ${missing ? html`<p class="note branch" role="status">${t('missing')}</p>` : nothing}
    ${context.article?.headView() ?? nothing}
  </header>`;
}

function sortView({ discussion, words }: ThreadContext): unknown {
  const { t } = words;
  return html`<label class="sort">
    <span class="sr">${t('sort')}</span>
    <select
      .value=${discussion.sort}
      @change=${(event: Event) =>
        void discussion.resort((event.target as HTMLSelectElement).value as Sort)}
    >
      ${SORTS.map(
        (sort) =>
          html`<option value=${sort} ?selected=${sort === discussion.sort}>${t(sort)}</option>`,
      )}
    </select>
  </label>`;
}

function statusView({ status, readers }: Discussion, { t }: Localizer): unknown {
  const told = status === 'live' && readers !== null && readers > 0;
  // The number of readers changes often, so it is not announced.
  return html`<span class="dot"></span> <span role="status">${t(status)}</span>${
      told ? html` · ${t('readers', { n: readers })}` : nothing
    }`;
}
