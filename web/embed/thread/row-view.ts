import { foreignLanguageOf } from '@colloquy/passages/language';
import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { serverHtml } from '../../parts/server-html.js';
import type { OwnComment } from '../data/comments.js';
import { bylineView, foldView } from './byline-view.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { outcomeOf } from './reason-words.js';
import { addressOf } from '../discussion/comment-address.js';
import type { CommentRow, MoreRow, Row } from '../discussion/rows.js';
import { actionsView, actView } from './action-bar-view.js';
import { followLink } from './comment-link.js';
import { placeView } from './panel-place-view.js';

export function rowView(row: Row, index: number, context: ThreadContext): unknown {
  return row.is === 'comment' ? commentView(row, index, context) : moreView(row, context);
}

function commentView(row: CommentRow, index: number, context: ThreadContext): unknown {
  const { comment, id } = row;
  const { discussion, reader, words } = context;
  // A held comment of the reader has its forms next to its text.
  const isBelow = comment.status === 'published' || reader.held.every((held) => held.id !== id);
  return html`<article
    class="comment"
    part="comment"
    id=${`c-${id}`}
    data-id=${id}
    .style=${`--level:${row.level}`}
    tabindex="-1"
    aria-posinset=${index + 1}
    aria-setsize="-1"
    aria-labelledby=${`n-${id}`}
    ?data-focus=${discussion.focus === id}
  >
    ${
      comment.status === 'published'
        ? (context.bar?.ignoredView(row) ?? bodyView(row, context))
        : hiddenView(row, context)
    }
    ${
      row.folded !== null
        ? html`<p class="note small">${words.t('folded', { n: row.folded })}</p>`
        : nothing
    }
    ${isBelow ? placeView(id, comment, context) : nothing}
  </article>`;
}

function bodyView(row: CommentRow, context: ThreadContext): unknown {
  const { comment } = row;
  const ofPost = context.discussion.post?.language ?? '';
  const language = foreignLanguageOf(comment.body ?? '', ofPost) ?? ofPost;
  return html`${bylineView(row, context)} ${context.article?.passageView(comment)}
    ${quotesView(comment, context)}
    <div
      class="body"
      part="body"
      lang=${language || nothing}
      ?hidden=${row.folded !== null}
      ${serverHtml(comment.html ?? '')}
    ></div>
    ${row.folded === null ? actionsView(row, context) : nothing}`;
}

/** The quotes in a comment; a removed source is named as removed. */
export function quotesView({ quotes }: Comment, context: ThreadContext): unknown {
  const { t } = context.words;
  return quotes.map(
    ({ commentId, author, text, state }) =>
      html`<blockquote class="quote" part="quote">
        ${
          text === null
            ? html`<p class="gone">${t('quoteRemoved')}</p>`
            : html`<p dir="auto">${text}</p>
                <footer>
                  <a
                    href=${addressOf(commentId)}
                    @click=${(event: Event) => followLink(event, commentId, context)}
                    >${t('quoted', { name: context.nameOf(author) })}</a
                  >${state === 'edited' ? html` · ${t('quoteEdited')}` : nothing}
                </footer>`
        }
      </blockquote>`,
  );
}

/** A comment hidden from readers; its author and moderators may still see the text. */
function hiddenView(row: CommentRow, context: ThreadContext): unknown {
  const { comment, id } = row;
  if (context.views && context.awaiting.has(id))
    return context.views.heldView(comment as OwnComment, context);
  const moderates = context.reader.permissions.moderate;
  return html`<header class="byline">
      <p class="tombstone" id=${`n-${id}`}>${outcomeOf(comment, context.words)}</p>
      ${comment.replyCount > 0 ? foldView(row, context.words.t('someone'), context) : nothing}
    </header>
    ${
      comment.html
        ? html`<div class="body hidden-text" ${serverHtml(comment.html)}></div>`
        : nothing
    }
    ${
      moderates && comment.status !== 'deleted'
        ? html`<footer class="actions">
            ${actView(context.words.t('moreActs'), () => context.open(id, { is: 'menu' }))}
          </footer>`
        : nothing
    }`;
}

function moreView(
  { parentId, level, count }: MoreRow,
  { discussion, words }: ThreadContext,
): unknown {
  const busy = discussion.loading.has(parentId);
  // The ARIA role `feed` requires articles as children.
  return html`<div
    class="more"
    role="article"
    aria-label=${words.t('moreReplies', { n: count })}
    data-id=${`more-${parentId}`}
    .style=${`--level:${level}`}
  >
    <button
      class="plain"
      aria-disabled=${busy}
      @click=${() => void discussion.loadReplies(parentId)}
    >
      ${busy ? words.t('loadingMore') : words.t('moreReplies', { n: count })}
    </button>
  </div>`;
}
