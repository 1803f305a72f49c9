import type { Namespace, Socket } from 'socket.io';
import type { FairQueue } from '../input/fair-queue.js';
import type { ServerMessages } from './live.messages.js';

/** The account of a socket. */
export interface Identity {
  readonly token: string;
  readonly userId: string;
  readonly moderates: boolean;
  readonly sessionId: string;
  /** When the socket becomes anonymous, in milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The number of account signals that this node had received before it read the database. */
  readonly heard: number;
}

export interface Subscription {
  readonly socket: LiveSocket;
  readonly postId: string;
  ended: boolean;
}

interface SocketData {
  /** Null for a guest. */
  identity: Identity | null;
  /** By post id. */
  subscriptions: Map<string, Subscription>;
  /** The lane of the socket in queues that sockets and requests share. */
  lane: string;
  /** Serialises the log reads of the socket. */
  turns: FairQueue;
}

type Untyped = Record<string, (...args: never[]) => void>;

export type LiveSocket = Socket<Untyped, ServerMessages, Untyped, SocketData>;
export type LiveNamespace = Namespace<Untyped, ServerMessages, Untyped, SocketData>;

/** The connection below a socket: one WebSocket with its queue. */
export type Connection = LiveSocket['conn'];

interface Transport {
  socket: { terminate(): void; on(event: 'ping' | 'pong', listener: () => void): void };
}

/** The WebSocket itself: there is no other transport. */
export function webSocketOf({ transport }: Connection): Transport['socket'] {
  return (transport as unknown as Transport).socket;
}

/**
 * Closes a connection at once: nothing more is read or written. The client reconnects with its
 * `seq`.
 */
export function cut(connection: Connection): void {
  const socket = webSocketOf(connection);
  connection.close(true);
  socket.terminate();
}

/** Several posts of one socket may wait at once; they share one listener. */
const waits = new WeakMap<Connection, Promise<void>>();

/**
 * Resolves when everything that was sent to a socket has left this process, or the connection is
 * closed. A long replay waits here for a slow reader instead of filling the memory.
 */
export function drained({ conn }: LiveSocket): Promise<void> {
  const { transport } = conn;
  if (transport.writable || conn.readyState === 'closed') return Promise.resolve();
  let wait = waits.get(conn);
  if (!wait) {
    wait = new Promise((resolve) => {
      const done = () => {
        transport.off('ready', done);
        conn.off('close', done);
        waits.delete(conn);
        resolve();
      };
      transport.once('ready', done);
      conn.once('close', done);
    });
    waits.set(conn, wait);
  }
  return wait;
}
