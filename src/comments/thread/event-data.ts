import type { CommentFacts, EchoFacts, LoggedEvent } from '../../events/event.js';
import type {
  CommentReferenceView,
  EventDataView,
  EventView,
  HiddenCommentView,
} from './client-events.dto.js';
import type { PostView } from '../../posts/posts.dto.js';
import type { CommentView } from '../shape/comments.dto.js';

type Carried = CommentView | HiddenCommentView | CommentReferenceView;

/**
 * What one event carries.
 * @param comment as it is now; null when it is gone, or the event is about none
 * @param carries whether it is the first of its answer about that comment
 */
export function dataOf(
  event: LoggedEvent,
  comment: CommentView | null,
  post: PostView | null,
  carries: boolean,
): EventDataView {
  const { type, commentId, facts } = event;
  if (commentId !== null) {
    if (carries) return { comment: seen(event, comment) };
    const version = comment?.version ?? (facts as CommentFacts).version;
    return { comment: { id: commentId, version } };
  }
  if (type === 'quotes.changed') return { commentIds: (facts as EchoFacts).commentIds };
  return post && type.startsWith('post.') ? { post } : {};
}

/** The events after a place, whole without those before it: the first about a comment carries it. */
export function eventsAfter(events: readonly EventView[], cursor: number): EventView[] {
  const carried = new Map<string, Carried>();
  for (const { seq, data } of events) {
    const { comment } = data;
    if (seq <= cursor && comment && !carried.has(comment.id)) carried.set(comment.id, comment);
  }
  return events
    .filter(({ seq }) => seq > cursor)
    .map((event) => {
      const comment = event.data.comment && carried.get(event.data.comment.id);
      if (!comment) return event;
      carried.delete(comment.id);
      return { ...event, data: { comment } };
    });
}

function seen(event: LoggedEvent, comment: CommentView | null): CommentView | HiddenCommentView {
  if (comment?.status === 'published') return comment;
  const hidden = { body: null, html: null, author: null };
  if (comment) {
    const { id, parentId, depth, status, version, removal } = comment;
    return { id, parentId, depth, status, version, ...hidden, removal };
  }
  const { parentId, depth, version } = event.facts as CommentFacts;
  const id = event.commentId!;
  return { id, parentId, depth, status: 'deleted', version, ...hidden, removal: null };
}
