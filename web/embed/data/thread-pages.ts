import { type Comment, type Sort, unwrap } from '@colloquy/client';
import { publicApi } from '../../parts/service.js';

/** A cursor that says there is more, so that new top-level comments are counted and not shown. */
export const ELSEWHERE = 'elsewhere';

const PAGE = 20;
const REPLIES = 20;

export async function readPage(post: string, sort: Sort, cursor?: string) {
  const query = { sort, limit: PAGE, ...(cursor && { cursor }) };
  const params = { path: { post }, query };
  return unwrap(await publicApi.GET('/api/v1/posts/{post}/comments', { params }));
}

/** The next replies to a comment; null where all of them are there. */
export async function readReplies({ id, moreReplies }: Comment) {
  if (!moreReplies) return null;
  const { cursor } = moreReplies;
  const query = { limit: REPLIES, ...(cursor !== null && { cursor }) };
  const params = { path: { id }, query };
  return unwrap(await publicApi.GET('/api/v1/comments/{id}/replies', { params }));
}
