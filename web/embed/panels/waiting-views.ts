import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { serverHtml } from '../../parts/server-html.js';
import type { OwnComment } from '../data/comments.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { actView } from '../thread/action-bar-view.js';
import { nameView, timeView } from '../thread/byline-view.js';
import { followLink } from '../thread/comment-link.js';
import { addressOf } from '../discussion/comment-address.js';
import { placeView } from '../thread/panel-place-view.js';
import { quotesView, rowView } from '../thread/row-view.js';
import { decide, decideOnPost } from '../discussion/decisions.js';
import { holdReasons } from '../thread/hold-words.js';
import { outcomeOf } from '../thread/reason-words.js';

/** A held comment as a moderator sees it: its text, the reason, and the actions. */
export function heldView(comment: OwnComment, context: ThreadContext): unknown {
  const { id } = comment;
  const { panels, words } = context;
  const { t } = words;
  const approve = () => context.carryOut(() => decide(context, comment, 'approve'), id);
  return html`<header class="byline held">
      <span class="who">
        ${nameView(comment, ['held'], context)}
        <span class="meta">${timeView(comment, words)}</span>
      </span>
    </header>
    ${context.article?.passageView(comment)} ${quotesView(comment, context)}
    <div class="body hidden-text" ${serverHtml(comment.html ?? '')}></div>
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

/** The button with which a moderator locks or unlocks the discussion. */
export function lockView(context: ThreadContext): unknown {
  if (!context.reader.permissions.moderate) return nothing;
  const act = context.discussion.post?.locked ? 'unlock' : 'lock';
  const press = () => context.carryOut(() => decideOnPost(context, act));
  return html`<button class="plain" @click=${press}>${context.words.t(act)}</button>`;
}

/** The count of held comments, a link to the first, and those outside loaded branches. */
export function awaitingView(elsewhere: readonly Comment[], context: ThreadContext): unknown {
  const { awaiting, words } = context;
  const { items, isMore } = awaiting;
  if (items.length === 0) return nothing;
  const told = words.t(isMore ? 'awaitingMore' : 'awaiting', { n: items.length });
  const inPlace = items.find(({ id }) => elsewhere.every((other) => other.id !== id));
  return html`<section class="own awaiting" part="awaiting" aria-label=${told}>
    <p class="label">
      <span role="status">${told}</span>
      ${
        inPlace
          ? html`<button class="plain" @click=${() => context.focusPlace(inPlace.id)}>
              ${words.t('showWaiting')}
            </button>`
          : nothing
      }
    </p>
    ${elsewhere.map((comment, index) =>
      rowView({ is: 'comment', id: comment.id, comment, ...APART }, index, context),
    )}
  </section>`;
}

const APART = { level: 0, answers: null, folded: null, waiting: 0 };

/** The reader's own comments that are hidden from others, with reasons and possible actions. */
export function ownView(context: ThreadContext): unknown {
  const { deleting, reader, words } = context;
  const held = reader.held.filter(({ id }) => !deleting.has(id));
  if (held.length === 0) return nothing;
  return html`<section class="own" part="own" aria-label=${words.t('onlyYou')}>
    <p class="label">${words.t('onlyYou')}</p>
    ${held.map((comment) => ownCommentView(comment, context))}
  </section>`;
}

function ownCommentView(comment: OwnComment, context: ThreadContext): unknown {
  const { article, panels, words } = context;
  const { t } = words;
  const { id } = comment;
  return html`<div class="own-comment" data-id=${id} tabindex="-1">
    ${answeredView(comment, context)} ${article?.passageView(comment)}
    ${quotesView(comment, context)}
    <div class="body" dir="auto" ${serverHtml(comment.html ?? '')}></div>
    <p class="why">${outcomeOf(comment, words)}</p>
    ${holdReasons(comment, words).map(reasonView)}
    ${
      comment.status === 'held'
        ? html`<footer class="actions">
            ${actView(
              t('edit'),
              () => context.open(id, { is: 'edit' }),
              panels.at(id)?.is === 'edit',
            )}
            ${actView(t('delete'), () => context.deleteSoon(comment))}
          </footer>`
        : nothing
    }
    ${placeView(id, comment, context)}
  </div>`;
}

/** Names the recipient of a reply that is not shown below its parent. */
function answeredView({ parentId }: OwnComment, context: ThreadContext): unknown {
  if (parentId === null) return nothing;
  const { discussion, words } = context;
  const parent = discussion.thread?.items.find(({ id }) => id === parentId);
  const told = parent
    ? words.t('answering', { name: context.nameOf(parent.author) })
    : words.t('answersThis');
  return html`<p class="why">
    <a
      href=${addressOf(parentId)}
      dir="auto"
      @click=${(event: Event) => followLink(event, parentId, context)}
      >${told}</a
    >
  </p>`;
}

function reasonView(reason: string): unknown {
  return html`<p class="why reason" dir="auto">${reason}</p>`;
}
