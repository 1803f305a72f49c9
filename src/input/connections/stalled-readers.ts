import type { Server, Socket } from 'node:net';

export interface Patience {
  /** How long a connection may accept no byte of its responses. */
  stalledMs: number;
  /**
   * How many bytes may wait for all connections in total. Above that, connections that accept
   * nothing are cut at once.
   */
  mostBytes: number;
  /** The interval of the check. */
  everyMs: number;
}

/** Even a slow connection accepts some bytes within 30 seconds. */
export const PATIENCE: Patience = {
  stalledMs: 30_000,
  mostBytes: 128 * 1_024 * 1_024,
  everyMs: 1_000,
};

/** How many bytes a connection had sent, and since when it has sent no more. */
interface Mark {
  sent: number;
  since: number;
}

/**
 * Cuts clients that do not read their responses or the messages of their socket. Anything that a
 * client sends resets Node's own timeout; this one considers only the bytes that were sent to it.
 */
export function cutStalledReaders(server: Server, patience: Patience = PATIENCE): void {
  const marks = new Map<Socket, Mark | null>();
  server.on('connection', (socket: Socket) => {
    // A request that only offers another protocol causes a second event for its connection.
    if (marks.has(socket)) return;
    marks.set(socket, null);
    socket.once('close', () => marks.delete(socket));
  });
  const timer = setInterval(() => sweep(marks, patience), patience.everyMs);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}

function sweep(marks: Map<Socket, Mark | null>, { stalledMs, mostBytes }: Patience): void {
  const now = performance.now();
  const stalled: { socket: Socket; since: number }[] = [];
  let waiting = 0;
  for (const [socket, mark] of marks) {
    waiting += socket.writableLength;
    const sent = sentTo(socket);
    if (socket.writableLength === 0) marks.set(socket, null);
    else if (sent !== mark?.sent) marks.set(socket, { sent, since: now });
    else stalled.push({ socket, since: mark.since });
  }
  for (const { socket, since } of stalled.toSorted((one, other) => one.since - other.since)) {
    if (now - since < stalledMs && waiting <= mostBytes) return;
    waiting -= socket.writableLength;
    socket.destroy();
  }
}

/**
 * The number of bytes that were sent. A stream counts a large chunk only when all of it was sent;
 * only the handle below it knows the progress, which Node's own timeout reads, too.
 */
function sentTo(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle: Handle | null };
  return handle ? handle.bytesWritten - handle.writeQueueSize : 0;
}

interface Handle {
  bytesWritten: number;
  writeQueueSize: number;
}
