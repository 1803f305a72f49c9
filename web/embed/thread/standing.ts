import type { Post } from '@colloquy/client';

/** Whether the post takes comments; a page without a post takes its first. */
export function mayComment(post: Post | null): boolean {
  return !post || (!post.locked && post.mode !== 'closed');
}
