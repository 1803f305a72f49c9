/** The types of events in a post's log. Clients ignore unknown types. */
export type EventType =
  | 'comment.created'
  | 'comment.edited'
  | 'comment.removed'
  | 'comment.restored'
  | 'comment.deleted'
  | 'comment.updated'
  | 'quotes.changed'
  | 'post.updated'
  | 'post.locked'
  | 'post.unlocked'
  | 'post.deleted'
  | 'thread.replaced';

/**
 * Facts stored with an event, for when the comment was deleted before the event is read. Never a
 * text.
 */
export interface CommentFacts {
  parentId: string | null;
  depth: number;
  version: number;
}

/** The quotes in these comments have changed with their source. */
export interface EchoFacts {
  commentIds: string[];
}

/** An event before it is appended. */
export interface EventDraft {
  type: EventType;
  commentId?: string;
  facts?: CommentFacts | EchoFacts;
}

/** One row of a post's log. */
export interface LoggedEvent {
  seq: number;
  type: EventType;
  at: string;
  commentId: string | null;
  facts: CommentFacts | EchoFacts | null;
}
