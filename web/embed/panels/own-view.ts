import { html, nothing } from 'lit';
import type { OwnComment } from '../data/reader.js';
import type { ThreadContext } from '../discussion/context.js';
import { outcomeOf } from '../thread/outcome.js';
import { holdReasonsView } from './hold-reasons.js';
import { serverHtml } from '../../parts/server-html.js';

/** The reader's own comments that others do not see, with the reasons. */
export function ownView(context: ThreadContext): unknown {
  const { reader, words } = context;
  if (reader.held.length === 0) return nothing;
  return html`<section class="own" part="own" aria-label=${words.t('onlyYou')}>
    <p class="label">${words.t('onlyYou')}</p>
    ${reader.held.map((comment) => ownCommentView(comment, context))}
  </section>`;
}

function ownCommentView(comment: OwnComment, { article, words }: ThreadContext): unknown {
  return html`<div class="own-comment">
    ${article?.passageView(comment)}
    <div class="body" dir="auto" ${serverHtml(comment.html ?? '')}></div>
    <p class="why">${outcomeOf(comment, words)}</p>
    ${holdReasonsView(comment, words)}
  </div>`;
}
