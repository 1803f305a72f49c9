import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Comment } from '@colloquy/client';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import { addressOf } from './address.js';
import type { Discussion } from './discussion.js';
import { languageOf } from './language-of.js';
import type { CommentRow, MoreRow, Row } from './rows.js';

export interface RowContext {
  readonly discussion: Discussion;
  readonly words: Localizer;
}

export function rowView(row: Row, index: number, context: RowContext): unknown {
  return row.is === 'comment' ? commentView(row, index, context) : moreView(row, context);
}

function commentView(row: CommentRow, index: number, context: RowContext): unknown {
  const { comment, id } = row;
  const { discussion, words } = context;
  return html`<article
    class="comment"
    part="comment"
    id=${`c-${id}`}
    data-id=${id}
    style=${`--level:${row.level}`}
    tabindex="-1"
    aria-posinset=${index + 1}
    aria-setsize="-1"
    aria-labelledby=${`n-${id}`}
    ?data-focus=${discussion.focus === id}
  >
    ${comment.status === 'published' ? bodyView(row, context) : tombstoneView(row, context)}
    ${
      row.folded !== null
        ? html`<p class="note small">${words.t('folded', { n: row.folded })}</p>`
        : nothing
    }
  </article>`;
}

function bodyView(row: CommentRow, context: RowContext): unknown {
  const { comment } = row;
  const language = languageOf(comment.body ?? '', context.discussion.post?.language);
  return html`${bylineView(row, context)}
    <div
      class="body"
      part="body"
      dir="auto"
      lang=${language ?? nothing}
      ?hidden=${row.folded !== null}
    >
      ${unsafeHTML(comment.html ?? '')}
    </div>`;
}

function bylineView(row: CommentRow, { words, discussion }: RowContext): unknown {
  const { comment, id } = row;
  const { t } = words;
  const name = comment.author?.displayName ?? t('someone');
  return html`<header class="byline" part="byline">
    <span class="initials" aria-hidden="true" data-hue=${hueOf(comment.author?.id ?? '')}
      >${initialsOf(name)}</span
    >
    <span class="who">
      <span class="name" id=${`n-${id}`} dir="auto">${name}</span>
      ${badgesOf(comment, discussion.post?.authorId).map(
        (badge) => html`<span class="badge" part="badge">${t(badge)}</span>`,
      )}
      ${
        row.level > 4 && row.answers
          ? html`<span class="answers" ?data-deep=${row.level > 8}
              >${t('answering', { name: row.answers })}</span
            >`
          : nothing
      }
      <span class="meta">
        <a class="time" href=${addressOf(id)} title=${words.moment(comment.createdAt)}
          ><time datetime=${comment.createdAt}>${words.when(comment.createdAt)}</time></a
        >${
          comment.editedAt
            ? html` · <span title=${words.moment(comment.editedAt)}>${t('edited')}</span>`
            : nothing
        }
      </span>
    </span>
    ${comment.replyCount > 0 ? foldView(row, name, { words, discussion }) : nothing}
  </header>`;
}

function foldView(row: CommentRow, name: string, { words, discussion }: RowContext): unknown {
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

function tombstoneView(row: CommentRow, context: RowContext): unknown {
  const { comment, id } = row;
  return html`<header class="byline">
    <p class="tombstone" id=${`n-${id}`}>${fateOf(comment, context.words)}</p>
    ${comment.replyCount > 0 ? foldView(row, context.words.t('someone'), context) : nothing}
  </header>`;
}

export function fateOf({ status, removal }: Comment, { t }: Localizer): string {
  if (status === 'held') return t('held');
  if (removal?.by === 'author' || status === 'deleted') return t('deletedByAuthor');
  const reason = removal?.reason && reasonKey(removal.reason);
  return reason ? t('removedByModeration', { reason: t(reason) }) : t('removedPlain');
}

const REASONS: Readonly<Record<string, Key>> = {
  abusive: 'reasonAbusive',
  offensive: 'reasonOffensive',
  harassment: 'reasonHarassment',
  hate: 'reasonHate',
  spam: 'reasonSpam',
  advertising: 'reasonAdvertising',
  off_topic: 'reasonOffTopic',
  misinformation: 'reasonMisinformation',
  personal_data: 'reasonPersonalData',
  illegal: 'reasonIllegal',
  other: 'reasonOther',
};

export function reasonKey(code: string): Key | null {
  return REASONS[code] ?? null;
}

function moreView({ parentId, level, count }: MoreRow, { discussion, words }: RowContext): unknown {
  const busy = discussion.loading.has(parentId);
  return html`<div class="more" data-id=${`more-${parentId}`} style=${`--level:${level}`}>
    <button class="plain" ?disabled=${busy} @click=${() => void discussion.loadReplies(parentId)}>
      ${busy ? words.t('loadingMore') : words.t('moreReplies', { n: count })}
    </button>
  </div>`;
}

function badgesOf({ author }: Comment, postAuthorId: string | null | undefined): Key[] {
  if (!author) return [];
  const badges: Key[] = [];
  if (author.id === postAuthorId) badges.push('author');
  if (author.role === 'moderator') badges.push('moderator');
  if (author.role === 'admin') badges.push('admin');
  return badges;
}

/** Of a name in any script: the first letters of its first and last word. */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return picked.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

function hueOf(id: string): number {
  return parseInt(id.slice(-2), 16) % 6 || 0;
}
