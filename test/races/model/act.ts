/** What clients do, and what the log says of it. */
export type ActKind = 'create' | 'edit' | 'delete' | 'remove' | 'restore' | 'lock' | 'unlock';

/** One request of one client, with what came of it. */
export interface Act {
  kind: ActKind;
  client: number;
  /** Of the comment; of a new one as it was answered, null where there is none. */
  id: string | null;
  parentId: string | null;
  /** What the client took for the comment's version. */
  version: number;
  body: string;
  /** When it was sent and answered, on one clock. */
  sent: number;
  answered: number;
  /** `201`, or of a refusal its status and type. */
  told: string;
  ok: boolean;
  /** The comment's version behind it; null where an answer does not say. */
  becomes: number | null;
  /** Of a lock, which the answer says. */
  seq: number | null;
}

/** An event of the log, as the database has it. */
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
