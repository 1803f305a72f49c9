import type { Comment, Thread } from '@colloquy/client';
import { html, nothing } from 'lit';
import { addressOf } from '../discussion/comment-address.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { handleView } from './byline-view.js';
import { followLink } from './comment-link.js';
import { serverHtml } from '../../parts/server-html.js';

/** The pinned comments at the head of the thread. Each also stays in its branch, with its replies. */
export function pinnedView(thread: Thread, context: ThreadContext): unknown {
  const { bar, deleting, words } = context;
  const pinned = thread.pinned.filter(
    (comment) => !deleting.has(comment.id) && !bar?.hides(comment),
  );
  if (pinned.length === 0) return nothing;
  return html`<section class="pinned" part="pinned" aria-label=${words.t('pinnedOnes')}>
    ${pinned.map((comment) => cardView(comment, context))}
  </section>`;
}

function cardView({ id, author, html: text }: Comment, context: ThreadContext) {
  const { t } = context.words;
  return html`<div class="card">
    <p class="byline">
      <span class="badge" part="badge">${t('pinned')}</span>
      <span class="name" dir="auto">${author?.displayName ?? t('someone')}</span>
      ${handleView(author, context)}
      <a
        class="time"
        href=${addressOf(id)}
        @click=${(event: Event) => followLink(event, id, context)}
        >${t('inItsPlace')}</a
      >
    </p>
    <div class="body" ${serverHtml(text ?? '')}></div>
  </div>`;
}
