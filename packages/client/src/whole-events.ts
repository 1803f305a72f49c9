import type { Comment, HiddenComment, SentEvent, ThreadEvent } from './wire.js';

/**
 * The events of one answer or message, each with the comment that it is about. Call it with all of
 * them, before those that were seen already are passed over: the first one carries the comment.
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
