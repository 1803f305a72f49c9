import type { components } from './schema.js';

type Schemas = components['schemas'];

/** A problem document (RFC 9457), the body of every refusal. Compare `type`. */
export type Problem = Schemas['ProblemView'];

/** A comment on a page of a thread. */
export type Comment = Schemas['CommentView'];

/** A comment that is currently hidden: only its position. */
export type HiddenComment = Schemas['HiddenCommentView'];

export type Post = Schemas['PostView'];

/** A page of a thread. */
export type ThreadPage = Schemas['ThreadPageView'];

/** An event as sent: only the first one about a comment contains it, the others refer to it. */
export type SentEvent = Schemas['EventView'];

/** An event in a thread; ignore a `type` that you do not know. */
export interface ThreadEvent extends SentEvent {
  data: Omit<SentEvent['data'], 'comment'> & { comment?: Comment | HiddenComment };
}

/** A place in the log of a post. A `seq` is only meaningful within its `epoch`. */
export interface Place {
  seq: number;
  epoch?: string;
}

/**
 * The response to `subscribe` and to `GET /posts/{post}/events`. With `resync` the requested place
 * is not in the log, and the thread must be loaded again.
 */
export type Slice = Schemas['EventsView'];

/** A notification of the socket's account; ignore a `type` that you do not know. */
export interface Note {
  type: string;
  id: string;
  state: string;
}

/** Changed counts of votes. */
export interface Score {
  id: string;
  score: number;
  upvotes: number;
  downvotes: number;
}
