import type { Comment } from './wire.js';

/** The comments as they are when one that they quote is hidden. */
export function withoutQuotesOf(items: readonly Comment[], id: string): readonly Comment[] {
  const emptied = { state: 'removed' as const, text: null, author: null };
  return items.map((item) =>
    item.quotes.some(({ commentId }) => commentId === id)
      ? {
          ...item,
          quotes: item.quotes.map((quote) =>
            quote.commentId === id ? { ...quote, ...emptied } : quote,
          ),
        }
      : item,
  );
}
