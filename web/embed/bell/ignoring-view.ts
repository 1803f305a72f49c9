import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { CommentRow } from '../discussion/rows.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { foldView } from '../thread/byline-view.js';
import type { IgnoredReaders } from './ignored-readers.js';

/** Replaces a comment of an ignored author. Its replies stay in place. */
export function ignoredView(
  row: CommentRow,
  ignored: IgnoredReaders,
  context: ThreadContext,
): unknown {
  const { id, comment } = row;
  const { t } = context.words;
  return html`<header class="byline">
    <p class="tombstone" id=${`n-${id}`}>
      ${t('ignoredHere')}
      <span class="ways">
        <button class="plain" @click=${() => ignored.show(id)}>${t('showIgnored')}</button>
        <button class="plain" @click=${() => stop(comment.author!, ignored, context)}>
          ${t('unignore')}
        </button>
      </span>
    </p>
    ${comment.replyCount > 0 ? foldView(row, t('someone'), context) : nothing}
  </header>`;
}

/** The entries about its author in the menu of a comment. */
export function ignoreView(
  { id, author }: Comment,
  ignored: IgnoredReaders,
  context: ThreadContext,
): unknown {
  const { panels, words } = context;
  const { t } = words;
  if (!author?.username) return nothing;
  const { username, displayName: name } = author;
  if (ignored.has(author))
    return html`<button
      class="item"
      @click=${() => {
        panels.close(id);
        stop(author, ignored, context);
      }}
    >
      ${t('unignore')}
    </button>`;
  const begin = () =>
    context.carryOut(async () => {
      if (!(await ignored.add(username))) return;
      panels.close(id);
      const told = { text: t('ignoredNow', { name }), undo: () => stop(author, ignored, context) };
      panels.toast(told);
    }, id);
  return html`<button class="item" @click=${begin}>${t('ignore')}</button>`;
}

/** The list of ignored readers, below the list of notifications. */
export function ignoredListView(ignored: IgnoredReaders, context: ThreadContext): unknown {
  const { t } = context.words;
  if (ignored.all.length === 0) return nothing;
  return html`<details class="ignored">
    <summary>${t('ignoredOnes')} (${context.words.number(ignored.all.length)})</summary>
    <ul>
      ${ignored.all.map(
        (user) =>
          html`<li>
            <span dir="auto">${user.displayName}</span>
            <button
              class="plain"
              aria-label=${t('unignoreOf', { name: user.displayName })}
              @click=${() => stop(user, ignored, context)}
            >
              ${t('unignore')}
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}

function stop(
  user: NonNullable<Comment['author']>,
  ignored: IgnoredReaders,
  context: ThreadContext,
): void {
  context.carryOut(() => ignored.remove(user));
}
