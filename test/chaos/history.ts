/** What a client learnt of a request: done, refused for good, or nothing it can rely on. */
export type Outcome = 'ok' | 'fail' | 'info';

type Op = 'create' | 'edit' | 'delete' | 'vote' | 'remove' | 'ban' | 'leak';

/** One request as its client saw it. A key is sent again and again until the outcome is known. */
export interface Attempt {
  /** Milliseconds since the run began, when the outcome was known. */
  t: number;
  proc: string;
  op: Op;
  key: string;
  outcome: Outcome;
  status?: number;
  postId?: string;
  commentId?: string;
  version?: number;
  /** A digest of the answer's bytes. */
  answer?: string;
}

/** A comment that the database holds. `key` is of the request that made it. */
export interface StoredComment {
  id: string;
  key: string | null;
  postId: string;
  status: string;
  version: number;
}

export interface LoggedEvent {
  postId: string;
  seq: number;
  type: string;
  commentId: string | null;
}

/** Where a post's log stands, by what the service keeps; the log begins after `from`. */
export interface Head {
  postId: string;
  from: number;
  seq: number;
}

/** What is counted while writing, where it differs from the rows. */
export interface Drift {
  what: string;
  id: string;
  kept: string;
  counted: string;
}

export interface SeenEvent {
  seq: number;
  type: string;
  commentId: string | null;
  /** Of the comment as it came with the event. */
  version: number | null;
}

/**
 * What one client made of one post: every event after `from`, in the order in which it was applied.
 * A client that was told to begin anew begins a view with it.
 */
export interface View {
  proc: string;
  postId: string;
  from: number;
  seen: readonly SeenEvent[];
}

/** A message that reached somebody after their ban was acknowledged, or a way back in. */
export interface AfterBan {
  t: number;
  proc: string;
  userId: string;
  what: 'event' | 'open' | 'returned';
  /** Milliseconds after the acknowledgement. */
  after: number;
  /** How many of them were allowed. */
  within: number;
}

/** Everything that was seen from outside in a run, and what the database holds at its end. */
export interface History {
  attempts: readonly Attempt[];
  stored: readonly StoredComment[];
  log: readonly LoggedEvent[];
  heads: readonly Head[];
  drift: readonly Drift[];
  views: readonly View[];
  afterBan: readonly AfterBan[];
}

export const NOTHING: History = {
  attempts: [],
  stored: [],
  log: [],
  heads: [],
  drift: [],
  views: [],
  afterBan: [],
};

/** One JSON object a line, each with its kind; the views event by event. */
export function* linesOf(history: History): Generator<string> {
  for (const kind of ['attempts', 'stored', 'log', 'heads', 'drift', 'afterBan'] as const)
    for (const line of history[kind]) yield JSON.stringify({ kind, ...line });
  for (const { proc, postId, from, seen } of history.views) {
    yield JSON.stringify({ kind: 'view', proc, postId, from });
    for (const event of seen) yield JSON.stringify({ kind: 'see', proc, postId, ...event });
  }
}
