import { html, nothing } from 'lit';
import { type Comment, loadModule } from '@colloquy/client';
import { session } from '../../parts/session.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { CommentRow } from '../discussion/rows.js';

/** The actions of a published comment, and the count of new replies below it. */
export function actionsView(row: CommentRow, context: ThreadContext): unknown {
  const { id, comment } = row;
  const { words, discussion, panels } = context;
  const { t } = words;
  const may = discussion.mayComment && !comment.locked;
  const open = (is: 'reply' | 'menu') => () => context.open(id, { is });
  const isOpen = (is: 'reply' | 'menu') => panels.at(id)?.is === is;
  return html`<footer class="actions" part="actions">
    ${may ? actView(t('reply'), open('reply'), isOpen('reply')) : nothing}
    ${
      may && context.selected?.id === id
        ? html`<button
            class="act fresh"
            @pointerdown=${keepSelection}
            @click=${() => context.quote(comment)}
          >
            ${t('quote')}
          </button>`
        : nothing
    }
    ${votesView(comment, context)}
    ${
      row.waiting > 0
        ? actView(t('newHere', { n: row.waiting }), () => discussion.reveal(id), null, 'act fresh')
        : nothing
    }
    <button
      class="act dots"
      aria-expanded=${isOpen('menu')}
      aria-label=${t('moreActs')}
      @click=${open('menu')}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="3" cy="8" r="1.3" />
        <circle cx="8" cy="8" r="1.3" />
        <circle cx="13" cy="8" r="1.3" />
      </svg>
    </button>
  </footer>`;
}

/** @param isOpen whether the panel of the button is open; null if it opens none */
export function actView(
  text: string,
  press: () => void,
  isOpen: boolean | null = null,
  style = 'act',
): unknown {
  return html`<button class=${style} aria-expanded=${isOpen ?? nothing} @click=${press}>
    ${text}
  </button>`;
}

/** A press would clear the selection before it is quoted. */
function keepSelection(event: Event): void {
  event.preventDefault();
}

/** States that votes are not shown yet, and when they will be. */
export function scoresWord({ discussion, words }: ThreadContext): string {
  const until = discussion.post?.scoresHiddenUntil;
  return until ? words.t('scoresUntil', { when: words.moment(until) }) : words.t('scoresHidden');
}

function votesView(comment: Comment, context: ThreadContext): unknown {
  const mode = context.discussion.post?.votes ?? 'updown';
  if (mode === 'off') return nothing;
  return html`${voteView(comment, 1, context)}${
    mode === 'updown' ? voteView(comment, -1, context) : nothing
  }`;
}

function voteView(comment: Comment, value: 1 | -1, context: ThreadContext): unknown {
  const { t } = context.words;
  const own = comment.author !== null && comment.author.id === session.user?.id;
  const count = value === 1 ? comment.upvotes : comment.downvotes;
  const shown = count === null || count === 0 ? '' : context.words.number(count);
  const text = html`${t(value === 1 ? 'agree' : 'disagree')} <span class="count">${shown}</span>`;
  // Authors cannot vote on their own comments: votes are shown as text, without a dead button.
  if (own) return shown === '' ? nothing : html`<span class="act">${text}</span>`;
  const cast = (wanted: 1 | 0 | -1) => async () => {
    const { vote } = await loadModule(() => import('../discussion/thread-changes.js'));
    await vote(context, comment, wanted);
  };
  const press = () =>
    context.signedIn(comment.id, () => {
      const isTaken = context.reader.votes.get(comment.id) === value;
      context.carryOut(cast(isTaken ? 0 : value), comment.id);
    });
  return html`<button
    class="act vote"
    aria-pressed=${context.reader.votes.get(comment.id) === value}
    title=${count === null ? scoresWord(context) : nothing}
    @click=${press}
  >
    ${text}
  </button>`;
}
