import type { ThreadContext } from '../discussion/thread-context.js';

/** Handles a link within the page, unless the reader opens it in another tab or window. */
export function inThisPage(event: Event, act: () => void): void {
  const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
  if (ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  act();
}

/** Goes to a loaded comment without leaving the page. */
export function followLink(event: Event, id: string, context: ThreadContext): void {
  if (context.discussion.thread?.items.some((item) => item.id === id))
    inThisPage(event, () => context.focusPlace(id));
}
