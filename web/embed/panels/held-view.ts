import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { OwnComment } from '../data/reader.js';
import { addressOf } from '../discussion/asked-comment.js';
import type { ThreadContext } from '../discussion/context.js';
import { quotesView } from '../thread/quotes-view.js';
import { rowView } from '../thread/row-view.js';
import { decide } from '../discussion/deciding.js';
import { holdReasonsView } from './hold-reasons.js';
import { problemText } from '../discussion/problem-words.js';
import { serverHtml } from '../../parts/server-html.js';

/** A comment that waits, as a moderator sees it: the text, why it waits, and what to do. */
export function heldView(comment: OwnComment, context: ThreadContext): unknown {
  const { id } = comment;
  const { panels, words } = context;
  const { t } = words;
  const approve = () => {
    decide(context, comment, 'approve').catch((error: unknown) =>
      panels.tell(id, { text: problemText(error, words), alert: true }),
    );
  };
  return html`<header class="byline held">
      <span class="who">
        <span class="name" id=${`n-${id}`} dir="auto"
          >${comment.author?.displayName ?? t('someone')}</span
        >
        <span class="badge" part="badge">${t('held')}</span>
        <span class="meta"
          ><a class="time" href=${addressOf(id)} title=${words.moment(comment.createdAt)}
            >${words.when(comment.createdAt)}</a
          ></span
        >
      </span>
    </header>
    ${context.article?.passageView(comment) ?? nothing} ${quotesView(comment, words)}
    <div class="body hidden-text" dir="auto" ${serverHtml(comment.html ?? '')}></div>
    ${holdReasonsView(comment, words)}
    <footer class="actions" part="actions">
      <button class="act" @click=${approve}>${t('approve')}</button>
      <button
        class="act"
        aria-expanded=${panels.at(id)?.is === 'remove'}
        @click=${() => panels.toggle(id, { is: 'remove' })}
      >
        ${t('remove')}
      </button>
    </footer>`;
}

/** Held comments whose branch is not loaded, above the rows, the oldest first. */
export function awaitingView(elsewhere: readonly Comment[], context: ThreadContext): unknown {
  const { awaiting, words } = context;
  const { items, isMore } = awaiting;
  if (items.length === 0) return nothing;
  const told = words.t(isMore ? 'awaitingMore' : 'awaiting', { n: items.length });
  return html`<section class="own awaiting" part="awaiting" aria-label=${told}>
    <p class="label" role="status">${told}</p>
    ${elsewhere.map((comment, index) =>
      rowView(
        {
          is: 'comment',
          id: comment.id,
          comment,
          level: 0,
          answers: null,
          folded: null,
          waiting: 0,
        },
        index,
        context,
      ),
    )}
  </section>`;
}
