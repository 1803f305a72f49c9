import type { CommentView } from '../comments/shape/comments.dto.js';
import { foreignLanguageOf } from '@colloquy/passages/language';
import { handlesOf } from '@colloquy/passages/handles';
import { anchorOf, commentAddressOf } from '../posts/shape/post-addresses.js';
import { html, type Html, jsonIn, textElement } from '../text/html/html.js';
import { counted, dayOf, type PageWords, wordsFor } from './page-words.js';
import { type Discussed, structuredDataOf } from './structured-data.js';
import { REASON_WORDS } from './frame/reason-words.js';
import type { Branch } from './thread-tree.js';

/** Enough of a text to detect its language. */
const JUDGED_LENGTH = 1_000;

export interface Fragment extends Discussed {
  /** The URL of the next page; null for the last page. */
  nextAddress: string | null;
}

/**
 * A page of a thread as HTML for any page, the same for everyone: without scripts and styles, and
 * with no ids except those of the comments.
 */
export function threadFragment(fragment: Fragment): Html {
  const { post, branches, nextAddress } = fragment;
  const words = wordsFor(post.language);
  const heading =
    post.commentCount === 0 ? words.noComments : counted(words, words.comments, post.commentCount);
  return html`<section class="colloquy" lang="${words.language}" data-post="${post.id}">
    <h2>${heading}</h2>
    ${listOf(branches, { ...fragment, handleOf: handlesOf(authorsOf(branches)) }, words)}
    ${
      nextAddress &&
      html`<p class="colloquy-more"><a href="${nextAddress}" rel="next">${words.more}</a></p>`
    }
    <script type="application/ld+json">
      ${jsonIn(structuredDataOf(fragment))}
    </script>
  </section>`;
}

interface Listed extends Fragment {
  /** Returns `@username` for authors whose display name another one on the page shares. */
  handleOf: ReturnType<typeof handlesOf>;
}

function authorsOf(branches: readonly Branch[]): CommentView['author'][] {
  return branches.flatMap(({ comment, replies }) => [comment.author, ...authorsOf(replies)]);
}

function listOf(branches: readonly Branch[], fragment: Listed, words: PageWords): Html | null {
  if (branches.length === 0) return null;
  return html`<ol>
    ${branches.map(
      (branch) =>
        html`<li>
          ${articleOf(branch.comment, fragment, words)} ${listOf(branch.replies, fragment, words)}
          ${moreOf(branch.comment, fragment, words)}
        </li>`,
    )}
  </ol>`;
}

function articleOf(comment: CommentView, fragment: Listed, words: PageWords): Html {
  const { id, author, body, html: text, createdAt, editedAt } = comment;
  const written = html`<a href="${commentAddressOf(fragment.post, id, fragment.publicUrl)}"
    ><time datetime="${createdAt}">${dayOf(words, createdAt)}</time></a
  >`;
  if (body === null || text === null) {
    return html`<article id="${anchorOf(id)}" class="colloquy-gone">
      <p>${goneOf(comment, words)} <small>${written}</small></p>
    </article>`;
  }
  const { language: ofPost } = fragment.post;
  const language =
    foreignLanguageOf(body.slice(0, JUDGED_LENGTH), ofPost) ??
    (ofPost === words.language ? null : ofPost);
  return html`<article id="${anchorOf(id)}">
    <p class="colloquy-by">
      <b dir="auto">${author?.displayName ?? words.somebody}</b> ${fragment.handleOf(author)}
      ${author && badgeOf(author, fragment, words)}
      ${author?.badges.map((badge) => html`<small>(<bdi>${badge}</bdi>)</small> `)} ${written}
      ${editedAt && html`<small>(${words.edited})</small>`}
    </p>
    ${quotesOf(comment, fragment, words)} ${textElement('colloquy-text', text, language)}
  </article>`;
}

/** The passage of the article that the comment is about, and its quotes. */
function quotesOf({ anchor, quotes }: CommentView, fragment: Listed, words: PageWords): Html[] {
  const { post, publicUrl } = fragment;
  const cards = quotes.map(({ commentId, author, text }) =>
    text === null
      ? html`<blockquote><p>${words.quoteGone}</p></blockquote>`
      : html`<blockquote>
          <p dir="auto">${text}</p>
          <footer>
            <a href="${commentAddressOf(post, commentId, publicUrl)}"
              >${words.quoted} <bdi>${author?.displayName ?? words.somebody}</bdi></a
            >
          </footer>
        </blockquote>`,
  );
  if (!anchor) return cards;
  const passage = html`<blockquote class="colloquy-passage">
    <p dir="auto">${anchor.quote.exact}</p>
  </blockquote>`;
  return [passage, ...cards];
}

function badgeOf(
  author: NonNullable<CommentView['author']>,
  { post }: Fragment,
  words: PageWords,
): Html | null {
  if (author.id === post.authorId) return html`<small>(${words.authorOfReview})</small>`;
  if (author.kind === 'guest') return html`<small>(${words.guest})</small>`;
  return author.role === 'member' ? null : html`<small>(${words.staff})</small>`;
}

/** Who removed the comment and why, as far as that is public. */
function goneOf({ removal }: CommentView, words: PageWords): string {
  if (removal?.by !== 'moderation') return words.deleted;
  const reason = removal.reason && REASON_WORDS[words.language][removal.reason];
  return reason ? `${words.removed}: ${reason}` : words.removed;
}

function moreOf(
  comment: CommentView,
  { post, publicUrl }: Fragment,
  words: PageWords,
): Html | null {
  if (!comment.moreReplies) return null;
  return html`<p class="colloquy-more">
    <a href="${commentAddressOf(post, comment.id, publicUrl)}" rel="nofollow"
      >${counted(words, words.replies, comment.moreReplies.count)}</a
    >
  </p>`;
}
