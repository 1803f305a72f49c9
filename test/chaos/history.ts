/** What a client learnt of a request: done, refused for good, or nothing it can rely on. */
export type Outcome = 'ok' | 'fail' | 'info';

type Op =
  | 'create'
  | 'edit'
  | 'delete'
  | 'vote'
  | 'approve'
  | 'remove'
  | 'restore'
  | 'ignore'
  | 'ban'
  | 'leak';

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

/** Whether somebody was to be mailed of a comment, by what people did to it. */
export interface Telling {
  key: string;
  to: string;
  /** Null where what hid it came so late that a mail may have been under way. */
  due: boolean | null;
  /** What has become of the comment, for this reader. */
  because: 'published' | 'held' | 'removed' | 'deleted' | 'ignored';
}

/** A mail as its server has it. */
export interface ArrivedMail {
  /** Milliseconds since the run began: when its client began with it, and when it was there. */
  beganAt: number;
  t: number;
  messageId: string;
  to: string;
  /** The comments that it shows, and how many more it counts. */
  keys: readonly string[];
  more: number;
}

/** The end of a node's process, by which a mail may have been sent and not noted. */
export interface NodeKill {
  t: number;
  proc: string;
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
  tellings: readonly Telling[];
  mails: readonly ArrivedMail[];
  kills: readonly NodeKill[];
}

export const NOTHING: History = {
  attempts: [],
  stored: [],
  log: [],
  heads: [],
  drift: [],
  views: [],
  afterBan: [],
  tellings: [],
  mails: [],
  kills: [],
};

/** Those that are printed a line each. */
const LISTS = [
  'attempts',
  'stored',
  'log',
  'heads',
  'drift',
  'afterBan',
  'tellings',
  'mails',
  'kills',
] as const;

/** One JSON object a line, each with its kind; the views event by event. */
export function* linesOf(history: History): Generator<string> {
  for (const kind of LISTS)
    for (const line of history[kind]) yield JSON.stringify({ kind, ...line });
  for (const { proc, postId, from, seen } of history.views) {
    yield JSON.stringify({ kind: 'view', proc, postId, from });
    for (const event of seen) yield JSON.stringify({ kind: 'see', proc, postId, ...event });
  }
}
