/** In its place each request has a word of its own, which is as long. */
export const WORD = 'x@@@@@@@@@x';

/** A request as it goes over the wire, which may hold `WORD`. */
export interface Requests {
  kind: 'requests';
  texts: readonly string[];
}

/** Openings of sockets that ask to join, each as often as it is let. */
interface Joins {
  kind: 'joins';
  path: string;
  /** Of `CONNECT`; a guest's without. */
  tokens: readonly (string | null)[];
}

/** Sockets that have joined and subscribe without a pause. */
interface Subscriptions {
  kind: 'subscriptions';
  postIds: readonly string[];
}

/** Requests behind each other on connections that read no answer. */
interface Unread {
  kind: 'unread';
  texts: readonly string[];
}

/** What the generator sends, from one address after the other. */
export interface Volume {
  what: Requests | Joins | Subscriptions | Unread;
  port: number;
  connections: number;
  addresses: readonly string[];
  ms: number;
  /** Null for as many as are answered. */
  perSecond: number | null;
}

export interface Sent {
  /** Requests, messages or connections that had an end. */
  count: number;
  perSecond: number;
  /** By the status, or what came instead. */
  ends: Record<string, number>;
}
