import { unwrap } from '@colloquy/client';
import type { PassageDraft } from '../data/article.js';
import type { OwnComment } from '../data/comments.js';
import { service } from '../../parts/service.js';
import { ensurePost } from '../data/thread-post.js';
import { withOwn } from '../discussion/thread-changes.js';
import type { ThreadContext } from '../discussion/thread-context.js';
import type { Quote } from '../discussion/open-panels.js';

interface NewComment {
  readonly parentId: string | null;
  readonly body: string;
  readonly about: PassageDraft | null;
  readonly quotes: readonly Quote[];
}

/**
 * Sends a comment with an idempotency key, so that a retry is the same act. On a page without a
 * post it creates one. A public comment appears in the thread, a held one only for its author.
 */
export async function sendComment(
  context: ThreadContext,
  { parentId, body, about, quotes }: NewComment,
  key: string,
): Promise<OwnComment> {
  const { discussion, reader } = context;
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
        ...(quotes.length === 0 ? {} : { quotes: quotes.map(referenceOf) }),
      },
    }),
  );
  if (isNew) await discussion.load();
  noteSent(reader, sent);
  if (sent.status === 'held') reader.keepHeld(sent);
  else context.discussion.replaceThread((thread) => withOwn(thread, sent));
  return sent;
}

/** Starts the slow-mode wait for the next comment; moderators have none. */
function noteSent(reader: ThreadContext['reader'], { createdAt }: OwnComment): void {
  const { seconds } = reader.slowMode;
  if (seconds === 0 || reader.permissions.moderate) return reader.act();
  const until = new Date(Date.parse(createdAt) + seconds * 1_000).toISOString();
  reader.act({ slowMode: { seconds, until } });
}

function referenceOf({ commentId, version, start, end }: Quote) {
  return { commentId, version, start, end };
}
