/** The kinds of acts, and how the log records them. */
export type ActKind = 'create' | 'edit' | 'delete' | 'remove' | 'restore' | 'lock' | 'unlock';

/** One request of one client, with its outcome. */
export interface Act {
  kind: ActKind;
  client: number;
  /** The comment's id; for a new comment the answered id, or null if it was refused. */
  id: string | null;
  parentId: string | null;
  /** The version of the comment that the client assumed. */
  version: number;
  body: string;
  /** Times of sending and answering, on one clock. */
  sent: number;
  answered: number;
  /** `201`, or the status and type of a refusal. */
  told: string;
  ok: boolean;
  /** The version of the comment after the act; null if the answer does not contain it. */
  becomes: number | null;
  /** The seq of a lock, from its answer. */
  seq: number | null;
}

/** An event of the log, from the database. */
export interface Logged {
  seq: number;
  type: string;
  commentId: string | null;
  version: number | null;
}

/** A page as a client read it. */
export interface PageRead {
  client: number;
  sent: number;
  answered: number;
  seq: number;
  commentCount: number;
  items: readonly PageItem[];
}

export interface PageItem {
  id: string;
  parentId: string | null;
  status: string;
  version: number;
  body: string | null;
  replyCount: number;
}

/** The event that each act appends. */
export const EVENTS: Readonly<Record<ActKind, string>> = {
  create: 'comment.created',
  edit: 'comment.edited',
  delete: 'comment.deleted',
  remove: 'comment.removed',
  restore: 'comment.restored',
  lock: 'post.locked',
  unlock: 'post.unlocked',
};
