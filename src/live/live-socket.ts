import type { Namespace, Socket } from 'socket.io';
import type { Turns } from '../input/turns.js';
import type { ServerMessages } from './live.messages.js';

/** The identity that is needed to end a socket. */
export interface Identity {
  readonly token: string;
  readonly userId: string;
  /** Whether it gets what is for staff. */
  readonly moderates: boolean;
  readonly sessionId: string;
  /** When the socket goes on as a guest, in milliseconds since the epoch. */
  readonly expiresAt: number;
  /** How many endings this node had heard of when the database was asked. */
  readonly heard: number;
}

/** One socket that follows one post. */
export interface Subscription {
  readonly socket: LiveSocket;
  readonly postId: string;
  ended: boolean;
}

/** What this node knows of a socket. */
interface SocketData {
  /** Null for a guest. */
  identity: Identity | null;
  /** By the id of the post. */
  subscriptions: Map<string, Subscription>;
  /** Pieces of logs that it waits for, one after the other. */
  turns: Turns;
}

type Untyped = Record<string, (...args: never[]) => void>;

export type LiveSocket = Socket<Untyped, ServerMessages, Untyped, SocketData>;
export type LiveNamespace = Namespace<Untyped, ServerMessages, Untyped, SocketData>;
