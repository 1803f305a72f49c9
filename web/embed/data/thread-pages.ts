import { type Sort, unwrap } from '@colloquy/client';
import { publicApi } from '../../parts/service.js';

/** A cursor for "there is more", so that new top-level comments are counted, not shown. */
export const ELSEWHERE = 'elsewhere';

const PAGE = 20;

export async function readPage(post: string, sort: Sort, cursor?: string) {
  const query = { sort, limit: PAGE, ...(cursor && { cursor }) };
  const params = { path: { post }, query };
  return unwrap(await publicApi.GET('/api/v1/posts/{post}/comments', { params }));
}
