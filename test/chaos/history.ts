/** The outcome of a request as its client knows it: done, definitively refused, or unknown. */
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

/** One request as its client saw it. The key is sent repeatedly until the outcome is known. */
export interface Attempt {
  /** Milliseconds from the start of the run until the outcome was known. */
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

/** A comment in the database. `key` belongs to the request that created it. */
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

/** The position of a post's log according to its head; the log begins after `from`. */
export interface Head {
  postId: string;
  from: number;
  seq: number;
}

/** A counter maintained on write that differs from the count of the rows. */
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
  /** The version of the comment that came with the event. */
  version: number | null;
}

/**
 * The events of one post that one client applied, after `from` and in that order. A client that is
 * told to resync begins a new view.
 */
export interface View {
  proc: string;
  postId: string;
  from: number;
  seen: readonly SeenEvent[];
}

/** A message that arrived, or a reconnect that succeeded, after the ban was acknowledged. */
export interface AfterBan {
  t: number;
  proc: string;
  userId: string;
  what: 'event' | 'open' | 'returned';
  /** Milliseconds after the acknowledgement. */
  after: number;
  /** Milliseconds that are allowed. */
  within: number;
}

/** Whether a reader was due a mail about a comment, derived from the users' acts. */
export interface Telling {
  key: string;
  to: string;
  /** Null if the comment was hidden so late that a mail may already have been in transit. */
  due: boolean | null;
  /** The final state of the comment, for this reader. */
  because: 'published' | 'held' | 'removed' | 'deleted' | 'ignored';
}

/** A mail as the mail server received it. */
export interface ArrivedMail {
  /** Milliseconds since the run began: when the delivery began, and when the mail was complete. */
  beganAt: number;
  t: number;
  messageId: string;
  to: string;
  /** The comments that it shows, and the number of further ones. */
  keys: readonly string[];
  more: number;
}

/** A kill of a node, which may have sent a mail without recording it. */
export interface NodeKill {
  t: number;
  proc: string;
}

/** All outside observations of a run, and the content of the database at its end. */
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

/** The lists that are printed one entry per line. */
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

/** One JSON object per line, each with its kind; views are printed event by event. */
export function* linesOf(history: History): Generator<string> {
  for (const kind of LISTS)
    for (const line of history[kind]) yield JSON.stringify({ kind, ...line });
  for (const { proc, postId, from, seen } of history.views) {
    yield JSON.stringify({ kind: 'view', proc, postId, from });
    for (const event of seen) yield JSON.stringify({ kind: 'see', proc, postId, ...event });
  }
}
