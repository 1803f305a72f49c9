import type { IncomingMessage, RequestListener } from 'node:http';

/** Requests that may wait on one connection for the answers to those before them. */
const MOST_WAITING = 16;

/**
 * Cuts a connection that sends many requests before it has read an answer: each would be worked on at
 * once, and its answer kept until those before it have left.
 */
export function boundPipelining(handle: RequestListener, most = MOST_WAITING): RequestListener {
  const waiting = new WeakMap<IncomingMessage['socket'], number>();
  return (request, response) => {
    const { socket } = request;
    // The answer has no socket yet: that is still the one of a request before it.
    if (response.socket === null) {
      const before = waiting.get(socket) ?? 0;
      if (before >= most) return void socket.destroy();
      waiting.set(socket, before + 1);
      response.once('close', () => waiting.set(socket, waiting.get(socket)! - 1));
    }
    handle(request, response);
  };
}
