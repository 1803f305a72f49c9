import type { Comment, HiddenComment, SentEvent, ThreadEvent } from './wire.js';

/**
 * The events of one response or message, each with its comment. Call it with all of them, before
 * events that were seen already are skipped: only the first one about a comment contains it.
 */
export function wholeEvents(events: readonly SentEvent[]): ThreadEvent[] {
  const carried = new Map<string, Comment | HiddenComment>();
  return events.map((event) => {
    const { comment } = event.data;
    if (!comment) return event as ThreadEvent;
    if ('status' in comment) carried.set(comment.id, comment);
    return { ...event, data: { ...event.data, comment: carried.get(comment.id) } };
  });
}
