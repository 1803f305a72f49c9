import { session } from '../../parts/session.js';
import type { ThreadContext } from '../discussion/thread-context.js';

/** The article that the attribute `article` selects, once it is in the page. */
export function articleElement(element: HTMLElement): Element | null {
  const selector = element.getAttribute('article');
  if (!selector) return null;
  try {
    return (element.getRootNode() as ParentNode).querySelector(selector);
  } catch {
    return null;
  }
}

/** Whether the article part has something to show, and so is worth loading. */
export function concernsArticle(
  element: HTMLElement,
  { discussion, reader }: Pick<ThreadContext, 'discussion' | 'reader'>,
): boolean {
  const { phase, post, thread } = discussion;
  if (phase !== 'ready') return false;
  if (articleElement(element) || reader.permissions.moderate) return true;
  if (post?.lastUpdateAt || (session.user && post?.authorId === session.user.id)) return true;
  return [...reader.held, ...(thread?.items ?? [])].some(({ anchor }) => anchor);
}
