import { html, nothing } from 'lit';
import type { Comment } from '@colloquy/client';
import { session } from '../../parts/session.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import { addressOf } from '../discussion/comment-address.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { CommentRow } from '../discussion/rows.js';

/** The author, the time, and a mark if the comment is new. */
export function bylineView(row: CommentRow, context: ThreadContext): unknown {
  const { comment } = row;
  const { words, discussion, reader } = context;
  const { t } = words;
  const name = comment.author?.displayName ?? t('someone');
  return html`<header class="byline" part="byline">
    <span class="initials" aria-hidden="true" data-hue=${hueOf(comment.author?.id ?? '')}
      >${initialsOf(name)}</span
    >
    <span class="who">
      ${nameView(comment, badgesOf(comment, discussion.post?.authorId, context), context)}
      ${
        row.level > 4 && row.answers
          ? html`<span class="answers" ?data-deep=${row.level > 8}
              >${t('answering', { name: context.nameOf(row.answers) })}</span
            >`
          : nothing
      }
      <span class="meta">
        ${timeView(comment, words)}${
          comment.editedAt
            ? html` · <span title=${words.moment(comment.editedAt)}>${t('edited')}</span>`
            : nothing
        }${context.article?.remarkView(comment) ?? nothing}
        ${
          isNew(comment, reader.newSince)
            ? html`<span class="new" part="new">${t('isNew')}</span>`
            : nothing
        }
      </span>
    </span>
    ${comment.replyCount > 0 ? foldView(row, name, context) : nothing}
  </header>`;
}

export function nameView(
  { id, author }: Comment,
  badges: readonly Key[],
  context: ThreadContext,
): unknown {
  const { t } = context.words;
  return html`<span class="name" id=${`n-${id}`} dir="auto"
      >${author?.displayName ?? t('someone')}</span
    >
    ${handleView(author, context)}
    ${[...badges.map((badge) => t(badge)), ...(author?.badges ?? [])].map(
      (badge) => html`<span class="badge" part="badge" dir="auto">${badge}</span>`,
    )}`;
}

export function handleView(author: Comment['author'], context: ThreadContext): unknown {
  const handle = context.handleOf(author);
  return handle === null ? nothing : html`<span class="handle" dir="ltr">${handle}</span>`;
}

/** The time of a comment, as a link to it. */
export function timeView({ id, createdAt }: Comment, words: Localizer): unknown {
  return html`<a class="time" href=${addressOf(id)} title=${words.moment(createdAt)}
    ><time datetime=${createdAt}>${words.when(createdAt)}</time></a
  >`;
}

/** The button that closes and opens a branch. */
export function foldView(
  row: CommentRow,
  name: string,
  { words, discussion }: ThreadContext,
): unknown {
  const open = row.folded === null;
  return html`<button
    class="fold"
    aria-expanded=${open}
    aria-label=${words.t(open ? 'closeBranch' : 'openBranch', { name })}
    @click=${() => discussion.toggle(row.id)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4" /></svg>
  </button>`;
}

function isNew({ createdAt, author }: Comment, since: string | null): boolean {
  return since !== null && createdAt >= since && author?.id !== session.user?.id;
}

function badgesOf(
  { id, author, pinned, featured, locked }: Comment,
  postAuthorId: string | null | undefined,
  { awaiting, words }: ThreadContext,
): Key[] {
  const badges: Key[] = [];
  if (awaiting.reported.has(id) && words.has('forms')) badges.push('reported');
  if (pinned) badges.push('pinned');
  if (featured) badges.push('featured');
  if (locked) badges.push('branchLocked');
  if (!author) return badges;
  if (author.id === postAuthorId) badges.push('author');
  if (author.kind === 'guest') badges.push('guest');
  if (author.role === 'moderator') badges.push('moderator');
  if (author.role === 'admin') badges.push('admin');
  return badges;
}

/** The initials of the first and the last word of a name, in any script. */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return picked.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

function hueOf(id: string): number {
  return parseInt(id.slice(-2), 16) % 6 || 0;
}
