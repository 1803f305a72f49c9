import type { Comment } from '@colloquy/client';
import { html, nothing } from 'lit';
import { findComment } from '../data/comments.js';
import { session } from '../../parts/session.js';
import { addressOf } from '../discussion/comment-address.js';
import { withAnswer } from '../discussion/thread-changes.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Key } from '../words/en.js';
import { type Action, decide, MARKS } from '../discussion/decisions.js';
import { quote } from './quoting.js';

/**
 * Further actions on a comment: for everyone, its author, and moderators. Entries that may load
 * late are last, so that no entry moves under the pointer.
 */
export function menuView(place: string, comment: Comment, context: ThreadContext): unknown {
  const { panels, reader } = context;
  const { t } = context.words;
  const user = session.user;
  const own = user !== null && comment.author?.id === user.id;
  const published = comment.status === 'published';
  const act = (key: Key, run: () => void) =>
    html`<button class="item" @click=${run}>${t(key)}</button>`;
  const open = (is: 'edit' | 'flag' | 'history' | 'remove') => () => panels.show(place, { is });
  const decided = (action: Action) => () =>
    context.carryOut(() => decide(context, comment, action), place);
  return html`<div class="panel menu" part="menu" role="group" aria-label=${t('moreActs')}>
    ${
      published && context.discussion.mayComment
        ? act('quote', () => {
            panels.close(place);
            quote(comment, context.selected, context);
          })
        : nothing
    }
    ${act('copyLink', () => void copyLink(place, context))}
    ${
      own && published
        ? html`${act('edit', open('edit'))}${act('delete', () => context.deleteSoon(comment))}`
        : nothing
    }
    ${comment.editedAt ? act('history', open('history')) : nothing}
    ${!own && published ? act('flag', () => context.signedIn(place, open('flag'))) : nothing}
    ${reader.permissions.moderate ? moderatorsView() : nothing}
    ${own ? nothing : context.bar?.menuView(comment)}
    ${
      published && context.article?.mayPublish
        ? act('updateBy', () => {
            panels.close(place);
            context.article?.credit(comment);
          })
        : nothing
    }
    <button class="item quiet" @click=${() => panels.close(place)}>${t('close')}</button>
  </div>`;

  function moderatorsView(): unknown {
    const hidden = comment.status === 'held' || comment.status === 'removed';
    return html`${
      hidden && comment.body === null
        ? act('showText', () => context.carryOut(() => showText(comment, context), place))
        : nothing
    }
    ${comment.status === 'held' ? act('approve', decided('approve')) : nothing}
    ${comment.status === 'held' || published ? act('remove', open('remove')) : nothing}
    ${comment.status === 'removed' ? act('restore', decided('restore')) : nothing}
    ${
      published
        ? MARKS.filter(({ flag }) => flag !== 'pinned' || comment.depth === 0).map(
            ({ flag, set, unset }) => {
              const [action, label] = comment[flag] ? unset : set;
              return act(label, decided(action));
            },
          )
        : nothing
    }`;
  }
}

async function copyLink(place: string, context: ThreadContext): Promise<void> {
  const { t } = context.words;
  const address = addressOf(place);
  try {
    await navigator.clipboard.writeText(address);
    context.panels.tell(place, { text: t('linkCopied') });
  } catch {
    context.panels.tell(place, { text: address });
  }
}

/** Shows the text of a hidden comment to a reader who may see it. */
async function showText(comment: Comment, context: ThreadContext): Promise<void> {
  const full = await findComment(comment.id);
  if (full) context.discussion.replaceThread((thread) => withAnswer(thread, full));
  context.panels.close(comment.id);
}
