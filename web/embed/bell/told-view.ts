import { html, nothing } from 'lit';
import { serverDocument } from '../../parts/server-html.js';
import { SERVICE_URL } from '../../parts/service-url.js';
import { addressOf } from '../discussion/comment-address.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import { followLink } from '../thread/comment-link.js';
import type { Key } from '../words/en.js';
import type { Bell, Told } from './bell.js';

/** The most characters of a comment in an entry. */
const EXCERPT = 140;

const WHAT: Readonly<Record<Told['type'], Key>> = {
  reply: 'toldReply',
  mention: 'toldMention',
  followed: 'toldFollowed',
  correction: 'toldCorrection',
  decision: 'toldDecision',
};

/** An entry of the list: the event, an excerpt, the post and the time, as a link to the comment. */
export function toldView(told: Told, bell: Bell, context: ThreadContext): unknown {
  const { words } = context;
  const { t } = words;
  const { type, comment, decision, post, at, read } = told;
  const name = comment?.author?.displayName ?? t('someone');
  const text = decision?.text ?? excerptOf(comment?.html ?? '');
  const id = comment?.id ?? decision?.commentId ?? null;
  const address = id && addressIn(told, id, context);
  const entry = html`<span class="what" dir="auto"
      >${t(WHAT[type], { name })}${read ? nothing : html` <span class="sr">(${t('toldUnread')})</span>`}</span
    >
    <span class="excerpt" dir="auto">${text}</span>
    <span class="where"
      >${post ? html`<span dir="auto">${post.title}</span> · ` : nothing}<time
        datetime=${at}
        title=${words.moment(at)}
        >${words.when(at)}</time
      ></span
    >`;
  const visit = (event: Event) => {
    bell.markRead(told);
    followLink(event, id!, context);
    if (event.defaultPrevented) bell.toggle();
  };
  return html`<li data-unread=${!read}>
    ${address ? html`<a href=${address} @click=${visit}>${entry}</a>` : html`<div>${entry}</div>`}
  </li>`;
}

/** In this page for this discussion; otherwise on the post's own page, or that of the service. */
function addressIn({ post, decision }: Told, id: string, { discussion }: ThreadContext) {
  const postId = post?.id ?? decision?.postId;
  if (postId === discussion.thread?.postId) return addressOf(id);
  if (!post) return null;
  const url = new URL(post.url ?? `${SERVICE_URL}/posts/${post.slug}`);
  url.searchParams.set('comment', id);
  url.hash = '';
  return url.href;
}

function excerptOf(safeHtml: string): string {
  const text = (serverDocument(safeHtml).body.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, text.lastIndexOf(' ', EXCERPT))}…` : text;
}
