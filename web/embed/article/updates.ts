import { type Comment, unwrap } from '@colloquy/client';
import { html, nothing } from 'lit';
import type { PostDetail, PostUpdate } from '../data/article.js';
import { service } from '../../parts/service.js';
import { addressOf } from '../discussion/comment-address.js';
import { inThisPage } from '../thread/comment-link.js';
import type { Key } from '../words/en.js';
import type { Localizer } from '../words/localizer.js';
import { serverHtml } from '../../parts/server-html.js';

const MOST = 100;

/** The author's updates of the article, newest first, with the comments that led to them. */
export class Updates {
  items: readonly PostUpdate[] = [];

  /** Requests nothing if the article has no update, such as after a merge. */
  async load({ id: post, lastUpdateAt }: PostDetail): Promise<void> {
    const params = { path: { post }, query: { limit: MOST } };
    const asked = lastUpdateAt && service.api.GET('/api/v1/posts/{post}/updates', { params });
    this.items = asked ? unwrap(await asked).items : [];
  }

  /** The first update after the comment. */
  after({ createdAt }: Comment): PostUpdate | null {
    return this.items.findLast((update) => update.createdAt > createdAt) ?? null;
  }

  /** The newest update that a comment led to. */
  ledToBy({ id }: { id: string }): PostUpdate | null {
    return this.items.find(({ credits }) => credits.some((each) => each.commentId === id)) ?? null;
  }
}

/** The dated updates of the article, each with the comments that led to it. */
export function updateListView(
  updates: readonly PostUpdate[],
  words: Localizer,
  follow: (event: Event, commentId: string) => void,
): unknown {
  if (updates.length === 0) return nothing;
  return html`<details class="beside updates" part="updates">
    <summary>${words.t('updates', { n: updates.length })}</summary>
    <ol>
      ${updates.map(
        (update) =>
          html`<li id=${`u-${update.id}`} tabindex="-1">
            <h3>
              <time datetime=${update.createdAt}
                >${words.t('updateOf', { date: words.day(update.createdAt) })}</time
              >
            </h3>
            <div class="body" ${serverHtml(update.html)}></div>
            ${creditsView(update, words, follow)}
          </li>`,
      )}
    </ol>
  </details>`;
}

function creditsView(
  { credits }: PostUpdate,
  { t }: Localizer,
  follow: (event: Event, commentId: string) => void,
): unknown {
  if (credits.length === 0) return nothing;
  return html`<p class="credits">
    ${t('updateCredits')}
    ${credits.map(
      ({ commentId, author }) =>
        html`<a
          dir="auto"
          href=${addressOf(commentId)}
          @click=${(event: Event) => follow(event, commentId)}
          >${author.displayName}</a
        > `,
    )}
  </p>`;
}

/** A link to the update that a comment led to, or that came after the comment. */
export function remarkView(
  key: Extract<Key, 'ledToUpdate' | 'beforeUpdate'>,
  { id, createdAt }: PostUpdate,
  words: Localizer,
  reveal: (updateId: string) => void,
): unknown {
  const led = key === 'ledToUpdate';
  return html`${led ? ' ' : ' · '}<a
      class=${led ? 'badge led' : 'remark'}
      part=${led ? 'badge' : nothing}
      href=${`#u-${id}`}
      @click=${(event: Event) => inThisPage(event, () => reveal(id))}
      >${words.t(key, { date: words.day(createdAt) })}</a
    >`;
}
