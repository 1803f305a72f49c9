import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that may wait on one connection for the answers to those before them. */
export const MOST_WAITING = 100;

interface Line {
  last: ServerResponse;
  waiting: number;
}

/**
 * Answers the requests of a connection one after the other: the next begins when the answer before it
 * has left. Node itself hands on all that came together, and would keep their answers for a caller who
 * reads none. A connection on which too many wait is cut.
 */
export function answerInTurn(handle: RequestListener, most = MOST_WAITING): RequestListener {
  const lines = new WeakMap<Socket, Line>();
  return (request, response) => {
    const { socket } = request;
    let line = lines.get(socket);
    if (!line) lines.set(socket, (line = { last: response, waiting: 0 }));
    const before = line.last;
    line.last = response;
    // An answer has no socket while that belongs to one before it.
    if (response.socket !== null) return handle(request, response);
    if (line.waiting >= most) return void socket.destroy();
    line.waiting += 1;
    before.once('close', () => {
      line.waiting -= 1;
      if (!socket.destroyed) handle(request, response);
    });
  };
}
