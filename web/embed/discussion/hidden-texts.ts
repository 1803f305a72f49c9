import type { Thread } from '@colloquy/client';

/** A thread without the texts that only its former reader could see, as author or moderator. */
export function withoutHiddenTexts(thread: Thread): Thread {
  const items = thread.items.map((item) =>
    item.status === 'published' ? item : { ...item, body: null, html: null },
  );
  return { ...thread, items };
}
