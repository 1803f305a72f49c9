/** Whether somebody looks, and whether there is a network: of a page, or as a test says. */
export interface Surroundings {
  hidden(): boolean;
  offline(): boolean;
  /** @returns what ends the listening */
  onChange(changed: () => void): () => void;
}

/** The members of a page that are read; outside of a page they are missing. */
interface PageLike {
  document?: EventTargetLike & { visibilityState?: string };
  navigator?: { onLine?: boolean };
  addEventListener?: EventTargetLike['addEventListener'];
  removeEventListener?: EventTargetLike['removeEventListener'];
}

interface EventTargetLike {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/** Of the page that this runs in; a program without a page is always seen and online. */
export function pageSurroundings(): Surroundings {
  const page = globalThis as unknown as PageLike;
  return {
    hidden: () => page.document?.visibilityState === 'hidden',
    offline: () => page.document !== undefined && page.navigator?.onLine === false,
    onChange(changed) {
      if (!page.document) return () => undefined;
      page.document.addEventListener('visibilitychange', changed);
      page.addEventListener?.('online', changed);
      page.addEventListener?.('offline', changed);
      return () => {
        page.document?.removeEventListener('visibilitychange', changed);
        page.removeEventListener?.('online', changed);
        page.removeEventListener?.('offline', changed);
      };
    },
  };
}
