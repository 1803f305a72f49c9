import { type Thread, unwrap, withPage, withReplies } from '@colloquy/client';
import { publicApi } from '../../parts/service.js';
import { readPage } from './thread-pages.js';

const REPLIES = 20;

/** Adds a loaded page to the thread in its state at that time. */
export type Addition = (now: Thread) => Thread;

/** Reads the next page of a thread. */
export async function readNextPage({ postId, sort }: Thread, cursor: string): Promise<Addition> {
  const page = await readPage(postId, sort, cursor);
  return (now) => withPage(now, page);
}

/** Reads the next replies to a comment; adds nothing if all of them are loaded. */
export async function readNextReplies({ items }: Thread, id: string): Promise<Addition> {
  const more = items.find((item) => item.id === id)?.moreReplies;
  if (!more) return (now) => now;
  const query = { limit: REPLIES, ...(more.cursor !== null && { cursor: more.cursor }) };
  const params = { path: { id }, query };
  const page = unwrap(await publicApi.GET('/api/v1/comments/{id}/replies', { params }));
  return (now) => withReplies(now, id, page);
}
