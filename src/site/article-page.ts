import type { PostView } from '../posts/shape/posts.dto.js';
import { addressOf, ownAddressOf } from '../posts/shape/post-addresses.js';
import type { ArticleText } from './article-text.js';
import { DEMO_SLUG } from './demo-review.js';
import { html, type Html, safe, textElement } from '../text/html/html.js';
import { pageOf } from './frame/page-frame.js';
import { counted, dayOf, type PageWords, wordsFor } from './page-words.js';

export interface Article {
  post: PostView;
  authorName: string | null;
  /** Null for a page of the host site, where the text is read. */
  text: ArticleText | null;
  /** The discussion as rendered without scripts. */
  thread: string;
  others: readonly PostView[];
  publicUrl: string;
  /** Whether it is a further page of the discussion, which must not be indexed. */
  further: boolean;
}

/** A post as a page: its text, its updates with their dates, and the discussion below. */
export function articlePage(article: Article): string {
  const { post, publicUrl, further, text } = article;
  const words = wordsFor(post.language);
  const isElsewhere = post.url !== null && post.url !== ownAddressOf(post, publicUrl);
  return pageOf({
    title: post.title,
    description: post.summary ?? post.title,
    language: post.language,
    publicUrl,
    canonical: further ? null : addressOf(post, publicUrl),
    article: { publishedAt: post.createdAt, updatedAt: updatedAt(article) ?? post.createdAt },
    script: 'embed.js',
    content: html`
      <article id="article">
        <h1>${post.title}</h1>
        ${post.summary && html`<p class="summary">${post.summary}</p>`} ${datedBy(article, words)}
        ${
          text
            ? textOf(text, words)
            : isElsewhere && html`<p><a href="${post.url}">${words.toArticle}</a></p>`
        }
      </article>
      <section class="discussion" id="discussion">
        ${
          post.slug === DEMO_SLUG &&
          html`<p class="hint">
            Open this page in a second window: what is written in one appears in the other.
          </p>`
        }
        <colloquy-thread post="${post.slug}" article="#article" lang="${words.language}">
          ${safe(article.thread)}
        </colloquy-thread>
      </section>
      ${othersOf(article, words)}
    `,
  });
}

function datedBy(article: Article, words: PageWords): Html {
  const { authorName, post } = article;
  const updated = updatedAt(article);
  return html`<p class="dated">
    ${authorName && html`${words.by} <b>${authorName}</b> · `}${words.published}
    ${timeOf(post.createdAt, words)}${updated && html` · ${words.updated} ${timeOf(updated, words)}`}
  </p>`;
}

function updatedAt({ text }: Article): string | null {
  return text?.added.at(-1)?.at ?? null;
}

function textOf({ html: text, added }: ArticleText, words: PageWords): Html {
  return html`${textElement('text', text)}
  ${added.map(
    ({ html: addition, at }) =>
      html`<section class="update">
        <h2>${words.update}, ${timeOf(at, words)}</h2>
        ${textElement('addition', addition)}
      </section>`,
  )}`;
}

function timeOf(instant: string, words: PageWords): Html {
  return html`<time datetime="${instant}">${dayOf(words, instant)}</time>`;
}

function othersOf({ others, publicUrl }: Article, words: PageWords): Html | null {
  if (others.length === 0) return null;
  return html`<nav class="others" aria-labelledby="others">
    <h2 id="others">${words.otherPosts}</h2>
    <ul>
      ${others.map(
        (post) =>
          html`<li>
            <a href="${ownAddressOf(post, publicUrl)}" lang="${post.language}" dir="auto"
              >${post.title}</a
            >
            ${timeOf(post.createdAt, words)} · ${counted(words, words.comments, post.commentCount)}
          </li>`,
      )}
    </ul>
  </nav>`;
}
