import type { components } from './schema.js';

type Schemas = components['schemas'];

/** A problem document (RFC 9457): what every refusal is. Compare `type`. */
export type Problem = Schemas['ProblemView'];

/** A comment, as it stands on a page of a thread. */
export type Comment = Schemas['CommentView'];

/** A comment that readers do not see now: its place, and nothing else. */
export type HiddenComment = Omit<Schemas['HiddenCommentView'], 'author' | 'body' | 'html'> & {
  author?: null;
  body?: null;
  html?: null;
};

/** A comment that an earlier event of the same answer or message carries. */
export type CommentReference = Schemas['CommentReferenceView'];

export type Post = Schemas['PostView'];

/** A page of a thread. */
export type ThreadPage = Schemas['ThreadPageView'];

/** Something that happened in a thread; a `type` that is not known is to be ignored. */
export interface ThreadEvent {
  seq: number;
  type: string;
  at: string;
  data: { comment?: Comment | HiddenComment; post?: Post; commentIds?: string[] };
}

/** The same as it is sent, where only the first event about a comment carries it. */
export interface SentEvent extends Omit<ThreadEvent, 'data'> {
  data: Omit<ThreadEvent['data'], 'comment'> & {
    comment?: Comment | HiddenComment | CommentReference;
  };
}

/** A place in the log of a post. A `seq` means something in its `epoch` alone. */
export interface Place {
  seq: number;
  epoch?: string;
}

/** The answer to `subscribe`, and of `GET /posts/{post}/events`. */
export interface Slice {
  seq: number;
  epoch: string;
  events: SentEvent[];
  /** The place asked from is not in the log: the thread must be loaded again. */
  resync?: boolean;
}

/** Counts of votes that have moved. */
export interface Score {
  id: string;
  score: number;
  upvotes: number;
  downvotes: number;
}
