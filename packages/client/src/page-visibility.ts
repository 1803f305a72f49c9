/** Tells whether somebody looks, and whether there is a network: for a page, or as a test says. */
export interface Surroundings {
  hidden(): boolean;
  offline(): boolean;
  /** @returns what ends the listening */
  onChange(changed: () => void): () => void;
}

/** The members of a page that are read; outside of a page they are missing. */
interface PageLike extends Partial<EventTarget> {
  document?: EventTarget & { visibilityState?: string };
  navigator?: { onLine?: boolean };
}

/** The surroundings of the page that this runs in; a program without a page is always seen and online. */
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
