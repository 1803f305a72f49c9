import { html, nothing } from 'lit';
import { session } from '../../parts/session.js';
import type { ElementContext } from './element-context.js';
import { headView } from '../thread/head-view.js';
import { TOP } from '../discussion/open-panels.js';
import { draftView, placeView } from '../thread/panel-place-view.js';
import { pinnedView } from '../thread/pinned-view.js';
import type { RowWindow } from '../thread/row-window.js';
import { rowView } from '../thread/row-view.js';

/** The whole thread: its head, the form for a comment, its rows, and floating notices. */
export function threadView(
  context: ElementContext,
  window: RowWindow,
  scheme: 'dark' | 'light',
): unknown {
  const { words, discussion } = context;
  return html`<svg class="room"></svg>
    <div class="place">
      <section
        class="root"
        part="root"
        data-scheme=${scheme}
        lang=${words.language}
        dir=${words.direction}
        aria-labelledby="title"
      >
        ${headView(context)} ${barView(context)} ${bodyView(context, window)}
        <div class="sr" role="status">${context.said ? words.t(context.said) : nothing}</div>
        <div class="sr" role="status">
          ${discussion.waiting.size > 0 ? words.t('arrived') : nothing}
        </div>
        ${discussion.phase === 'ready' ? floatView(context) : nothing}
      </section>
    </div>`;
}

/** Its space is reserved until it is loaded, so that no comment moves under the pointer. */
function barView({ bar }: ElementContext): unknown {
  return bar ? bar.view() : session.user && html`<div class="bar"></div>`;
}

function bodyView(context: ElementContext, window: RowWindow): unknown {
  const { discussion, words } = context;
  const { t } = words;
  const { phase, thread } = discussion;
  if (phase === 'loading') return html`<p class="note" role="status">${t('loading')}</p>`;
  if (phase === 'gone') return html`<p class="note" role="status">${t('gone')}</p>`;
  if (phase === 'failed')
    return html`<p class="note" role="alert">
      ${t('failed')}
      ${
        discussion.lasting
          ? nothing
          : html`<button class="plain" @click=${() => void context.load()}>${t('again')}</button>`
      }
    </p>`;
  return html`${topView(context)} ${context.views?.ownView(context)}
  ${
    thread && (thread.items.length > 0 || context.awaiting.all.length > 0)
      ? feedView(context, window)
      : context.reader.held.length === 0
        ? html`<p class="note">${t('empty')}</p>`
        : nothing
  }`;
}

function topView(context: ElementContext): unknown {
  const { discussion, panels, words } = context;
  // An open question or draft stays, even if the post was closed meanwhile.
  const isOpen = panels.at(TOP) !== null;
  if (discussion.focus && !isOpen) return nothing;
  if (!discussion.mayComment && !isOpen)
    return html`<p class="note closed">
      ${words.t(!discussion.post ? 'staffBegin' : discussion.post.locked ? 'postLocked' : 'postClosed')}
      ${draftView(TOP, context)}
    </p>`;
  const closed =
    context.reader.barred && context.views
      ? context.views.barredView(context)
      : html`<button class="write" part="write" @click=${() => context.open(TOP, { is: 'reply' })}>
          ${words.t('write')}
        </button>`;
  return html`<div class="top">${placeView(TOP, null, context, closed)}</div>`;
}

function feedView(context: ElementContext, window: RowWindow): unknown {
  const { discussion, words, deleting, views } = context;
  const { thread, closed, waiting } = discussion;
  const hidden = deleting.size > 0 ? new Set([...waiting, ...deleting]) : waiting;
  const held = context.awaiting.all;
  const { rows, elsewhere } = context.rows.of(thread!, held, closed, waiting, hidden);
  const busy = discussion.loading.has('page');
  return html`${discussion.focus ? nothing : pinnedView(thread!, context)}
    ${views?.awaitingView(elsewhere, context)}
    <div class="feed" role="feed" aria-labelledby="title" aria-busy=${discussion.loading.size > 0}>
      ${window.view(rows, context.panels.places, (row, index) => rowView(row, index, context))}
    </div>
    ${
      thread!.nextCursor && discussion.isWhole
        ? html`<button
            class="wide"
            aria-disabled=${busy}
            @click=${() => void discussion.loadMore()}
          >
            ${words.t(busy ? 'loadingMore' : discussion.failed.has('page') ? 'again' : 'moreComments')}
          </button>`
        : nothing
    }`;
}

/** New replies that wait, and the last notice. They float above the rows, so that nothing moves. */
function floatView(context: ElementContext): unknown {
  const { discussion, panels, words } = context;
  const { waiting } = discussion;
  const told = panels.toasted;
  const reveal = () => {
    const first = discussion.reveal();
    if (first) context.focusPlace(first);
  };
  return html`<div class="pill">
    ${
      told
        ? html`<span
            class="toast"
            role=${told.alert ? 'alert' : 'status'}
            ?data-alert=${told.alert}
          >
            ${told.text}
            ${
              told.undo
                ? html`<button
                    @click=${() => {
                      panels.toast(null);
                      told.undo!();
                    }}
                  >
                    ${words.t('undo')}
                  </button>`
                : nothing
            }
            <button aria-label=${words.t('close')} @click=${() => panels.toast(null)}>
              <svg class="cross" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M4 4l8 8M12 4l-8 8" />
              </svg>
            </button>
          </span>`
        : nothing
    }
    ${
      waiting.size > 0
        ? html`<button class="arrivals" @click=${reveal}>
            ${words.t('newComments', { n: waiting.size })}
          </button>`
        : nothing
    }
  </div>`;
}
