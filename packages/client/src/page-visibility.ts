/** Whether the page is visible and online: of a real page, or as set by a test. */
export interface Surroundings {
  hidden(): boolean;
  offline(): boolean;
  /** @returns a function that removes the listener */
  onChange(changed: () => void): () => void;
}

/** The members of a page that are used; outside of a page they are missing. */
interface PageLike extends Partial<EventTarget> {
  document?: EventTarget & { visibilityState?: string };
  navigator?: { onLine?: boolean };
}

/** The state of the current page; a program without a page is always visible and online. */
export function pageSurroundings(): Surroundings {
  const page = globalThis as unknown as PageLike;
  return {
    hidden: () => page.document?.visibilityState === 'hidden',
    offline: () => page.document !== undefined && page.navigator?.onLine === false,
    onChange(changed) {
      if (!page.document) return () => undefined;
      const ends = new AbortController();
      const { signal } = ends;
      page.document.addEventListener('visibilitychange', changed, { signal });
      page.addEventListener?.('online', changed, { signal });
      page.addEventListener?.('offline', changed, { signal });
      return () => ends.abort();
    },
  };
}
