import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { serverHtml } from '../../parts/server-html.js';
import type { OwnComment } from '../data/comments.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { actView } from '../thread/action-bar-view.js';
import { nameView, timeView } from '../thread/byline-view.js';
import { quotesView, rowView } from '../thread/row-view.js';
import { carryOut, decide } from '../discussion/decisions.js';
import { holdReasons } from '../thread/hold-words.js';
import { outcomeOf } from '../thread/reason-words.js';

/** A comment that waits, as a moderator sees it: the text, why it waits, and what to do. */
export function heldView(comment: OwnComment, context: ThreadContext): unknown {
  const { id } = comment;
  const { panels, words } = context;
  const { t } = words;
  const approve = () => carryOut(context, id, decide(context, comment, 'approve'));
  return html`<header class="byline held">
      <span class="who">
        ${nameView(comment, ['held'], context)}
        <span class="meta">${timeView(comment, words)}</span>
      </span>
    </header>
    ${context.article?.passageView(comment)} ${quotesView(comment, context)}
    <div class="body hidden-text" dir="auto" ${serverHtml(comment.html ?? '')}></div>
    ${holdReasons(comment, words).map(reasonView)}
    <footer class="actions" part="actions">
      ${actView(t('approve'), approve)}
      ${actView(
        t('remove'),
        () => panels.toggle(id, { is: 'remove' }),
        panels.at(id)?.is === 'remove',
      )}
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
      rowView({ is: 'comment', id: comment.id, comment, ...APART }, index, context),
    )}
  </section>`;
}

const APART = { level: 0, answers: null, folded: null, waiting: 0 };

/** The reader's own comments that others do not see, with the reasons. */
export function ownView({ article, reader, words }: ThreadContext): unknown {
  if (reader.held.length === 0) return nothing;
  return html`<section class="own" part="own" aria-label=${words.t('onlyYou')}>
    <p class="label">${words.t('onlyYou')}</p>
    ${reader.held.map(
      (comment) =>
        html`<div class="own-comment">
          ${article?.passageView(comment)}
          <div class="body" dir="auto" ${serverHtml(comment.html ?? '')}></div>
          <p class="why">${outcomeOf(comment, words)}</p>
          ${holdReasons(comment, words).map(reasonView)}
        </div>`,
    )}
  </section>`;
}

function reasonView(reason: string): unknown {
  return html`<p class="why reason" dir="auto">${reason}</p>`;
}
