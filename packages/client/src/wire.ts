import type { components } from './schema.js';

type Schemas = components['schemas'];

/** A problem document (RFC 9457): what every refusal is. Compare `type`. */
export type Problem = Schemas['ProblemView'];

/** A comment, as it stands on a page of a thread. */
export type Comment = Schemas['CommentView'];

/** A comment that readers do not see now: its place, and nothing else. */
export type HiddenComment = Schemas['HiddenCommentView'];

export type Post = Schemas['PostView'];

/** A page of a thread. */
export type ThreadPage = Schemas['ThreadPageView'];

/** An event as it is sent: only the first one about a comment carries it, the others refer to it. */
export type SentEvent = Schemas['EventView'];

/** Something that happened in a thread; ignore a `type` that you do not know. */
export interface ThreadEvent extends SentEvent {
  data: Omit<SentEvent['data'], 'comment'> & { comment?: Comment | HiddenComment };
}

/** A place in the log of a post. A `seq` means something in its `epoch` alone. */
export interface Place {
  seq: number;
  epoch?: string;
}

/**
 * The answer to `subscribe`, and of `GET /posts/{post}/events`. With `resync` the place that was asked
 * from is not in the log: the thread must be loaded again.
 */
export type Slice = Schemas['EventsView'];

/** News of the account of the socket; ignore a `type` that you do not know. */
export interface Note {
  type: string;
  id: string;
  state: string;
}

/** Counts of votes that have moved. */
export interface Score {
  id: string;
  score: number;
  upvotes: number;
  downvotes: number;
}
