import { type components, unwrap } from '@colloquy/client';
import type { PassageDraft } from '../data/article.js';
import { service } from '../../parts/service.js';
import { ensurePost } from '../data/subject.js';
import { withOwn } from '../discussion/thread-changes.js';
import type { ThreadContext } from '../discussion/context.js';
import type { Quote } from '../discussion/open-panels.js';

export type Sent = components['schemas']['SingleCommentView'];

export interface Draft {
  readonly parentId: string | null;
  readonly body: string;
  readonly about: PassageDraft | null;
  readonly quotes: readonly Quote[];
}

/**
 * Sends a comment under a key, so that trying again is the same act. On a page that has no post yet
 * it makes one first. What is public stands in the thread at once; what is held, with its author.
 */
export async function sendComment(
  context: ThreadContext,
  { parentId, body, about, quotes: quoted }: Draft,
  key: string,
): Promise<Sent> {
  const { discussion, reader } = context;
  const quotes = quoted.map(({ commentId, version, start, end }) => ({
    commentId,
    version,
    start,
    end,
  }));
  const isNew = discussion.thread === null;
  const post = discussion.thread?.postId ?? (await ensurePost(discussion.subject)).id;
  const sent = unwrap(
    await service.api.POST('/api/v1/posts/{post}/comments', {
      params: { path: { post } },
      headers: { 'idempotency-key': key },
      body: {
        body,
        ...(parentId === null ? {} : { parentId }),
        ...(about ? { anchor: about } : {}),
        ...(quotes.length === 0 ? {} : { quotes }),
      },
    }),
  );
  if (isNew) await discussion.load();
  reader.noteSent(sent.createdAt);
  if (sent.status === 'held') reader.keepHeld(sent);
  else context.replace((thread) => withOwn(thread, sent));
  return sent;
}
