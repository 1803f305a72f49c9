import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that may wait on one connection for the answers to those before them. */
export const MOST_WAITING = 100;

interface Line {
  last: ServerResponse;
  waiting: number;
}

/**
 * Answers the requests of a connection in sequence: the next one starts when the previous response
 * was sent. Node passes all pipelined requests on at once, and would keep the responses for a
 * client that reads none. A connection with too many waiting requests is cut.
 */
export function answerInTurn(handle: RequestListener, most = MOST_WAITING): RequestListener {
  const lines = new WeakMap<Socket, Line>();
  return (request, response) => {
    const { socket } = request;
    let line = lines.get(socket);
    if (!line) lines.set(socket, (line = { last: response, waiting: 0 }));
    const before = line.last;
    line.last = response;
    // A response has no socket while an earlier response uses it.
    if (response.socket !== null) return handle(request, response);
    if (line.waiting >= most) return void socket.destroy();
    line.waiting += 1;
    before.once('close', () => {
      line.waiting -= 1;
      if (!socket.destroyed) handle(request, response);
    });
  };
}
