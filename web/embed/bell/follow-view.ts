import { unwrap } from '@colloquy/client';
import { html, nothing } from 'lit';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Key } from '../words/en.js';

type Level = NonNullable<ThreadContext['reader']['subscription']>;

const LEVELS: readonly (readonly [Level, Key])[] = [
  ['all', 'followAll'],
  ['replies', 'followReplies'],
  ['none', 'followNone'],
];

/** The selection of news about this discussion. A page without comments has no post to follow. */
export function followView(context: ThreadContext, changed: () => void): unknown {
  const { reader, words } = context;
  const { subscription } = reader;
  if (subscription === null) return nothing;
  const choose = (event: Event) => {
    // After the dispatch, an event from a shadow tree has no target.
    const select = event.currentTarget as HTMLSelectElement;
    const level = select.value as Level;
    context.carryOut(() =>
      follow(context, level).finally(() => {
        // A refused choice is reset.
        select.value = reader.subscription ?? level;
        changed();
      }),
    );
  };
  return html`<label class="follow">
    <span class="sr">${words.t('follow')}</span>
    <select @change=${choose}>
      ${LEVELS.map(
        ([level, key]) =>
          html`<option value=${level} ?selected=${level === subscription}>${words.t(key)}</option>`,
      )}
    </select>
  </label>`;
}

async function follow({ discussion, reader }: ThreadContext, level: Level): Promise<void> {
  const { postId } = discussion.thread!;
  const account = session.user?.id;
  const params = { path: { post: postId } };
  const body = { level };
  const answer = await service.api.PUT('/api/v1/posts/{post}/subscription', { params, body });
  const { level: chosen } = unwrap(answer);
  if (account === session.user?.id) reader.act({ subscription: chosen });
}
