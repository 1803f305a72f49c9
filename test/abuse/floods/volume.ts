/** Placeholder that each request replaces by a unique word of the same length. */
export const WORD = 'x@@@@@@@@@x';

/** A request as sent over the wire, which may contain `WORD`. */
export interface Requests {
  kind: 'requests';
  texts: readonly string[];
}

/** Sockets that open and ask to join, each as often as it is allowed to. */
interface Joins {
  kind: 'joins';
  path: string;
  /** Tokens for `CONNECT`; null for guests. */
  tokens: readonly (string | null)[];
}

/** Sockets that have joined and subscribe continuously. */
interface Subscriptions {
  kind: 'subscriptions';
  postIds: readonly string[];
}

/** Pipelined requests on connections that read no answer. */
interface Unread {
  kind: 'unread';
  texts: readonly string[];
}

/** The traffic of the generator, from all addresses in turn. */
export interface Volume {
  what: Requests | Joins | Subscriptions | Unread;
  port: number;
  connections: number;
  addresses: readonly string[];
  ms: number;
  /** Null for as many as the service answers. */
  perSecond: number | null;
}

export interface Sent {
  /** Completed requests, messages or connections. */
  count: number;
  perSecond: number;
  /** Counts by status, or by what came instead. */
  ends: Record<string, number>;
}
