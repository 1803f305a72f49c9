import { type Thread, threadOf } from '@colloquy/client';
import { found, service } from '../../parts/service.js';
import { findComment } from '../data/comments.js';
import { ELSEWHERE } from '../data/thread-pages.js';
import { findPage, type Subject } from '../data/thread-post.js';
import type { Asked } from './comment-address.js';

interface Branch {
  readonly thread: Thread;
  /** Comments between the root and the first one shown. */
  readonly omitted: number;
}

/** The branch of a requested comment, with its current id; null if this reader cannot see it. */
export async function findBranch(asked: Asked, subject: Subject) {
  const id = await findAsked(asked, subject);
  const branch = id && (await loadBranch(id));
  return branch ? { focus: id, ...branch } : null;
}

async function loadBranch(id: string): Promise<Branch | null> {
  const [context, comment] = await Promise.all([
    found(service.api.GET('/api/v1/comments/{id}/context', { params: { path: { id } } })),
    findComment(id),
  ]);
  if (!context || !comment) return null;
  const { items, seq, epoch, omitted } = context;
  const post = { id: comment.postId, commentCount: items.length };
  const page = { post, items, pinned: [], seq, epoch, nextCursor: ELSEWHERE };
  return { thread: threadOf(page, 'oldest'), omitted };
}

/** The current id of a requested comment; null if it was imported and is not visible. */
async function findAsked(asked: Asked, subject: Subject): Promise<string | null> {
  if ('id' in asked) return asked.id;
  const post = 'post' in subject ? subject.post : (await findPage(subject)).post?.id;
  if (post === undefined) return null;
  const params = { path: { post }, query: { id: asked.foreignId } };
  const path = '/api/v1/posts/{post}/comments/by-foreign-id';
  return (await found(service.api.GET(path, { params })))?.id ?? null;
}
