import type { FastifyReply, FastifyRequest } from 'fastify';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { isDraining } from './drain-request-body.js';
import { PROBLEM_TYPE, statusProblem, toProblem } from './problem.js';
import { ANSWER_HEADERS, answerProblem, headersOfWait } from './send-problem.js';

/** Refusals of Fastify before routing: a badly encoded address, an overlong parameter. */
export function answerFrameworkError(
  error: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  answerProblem(statusProblem(error.statusCode ?? 400, request.id), reply);
}

const PARSER_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A connection of Node's server has a reference to its current response. */
interface ServerSocket extends Duplex {
  _httpMessage?: ServerResponse | null;
}

/** Refusals and timeouts of Node's parser, which have no request to answer to. */
export function answerClientError(error: NodeJS.ErrnoException, socket: ServerSocket): void {
  if (socket.writableEnded) return;
  // A response that was sent, even partly, must not be followed by another one.
  const answered = socket._httpMessage?.headersSent || isDraining(socket);
  if (error.code === 'ECONNRESET' || !socket.writable || answered) {
    socket.destroy();
    return;
  }
  endWithProblem(socket, { statusCode: PARSER_STATUS[error.code ?? ''] ?? 400 });
}

/** Answers `Expect` with anything but `100-continue`; Node would respond without a body. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(statusProblem(417));
  response.writeHead(417, { ...handWrittenHeaders(body), connection: 'close' }).end(body);
}

/** Answers `CONNECT`; Node would close the connection without a response. */
export function answerConnect(_request: IncomingMessage, socket: Duplex): void {
  endWithProblem(socket, { statusCode: 405 });
}

/** Time for the client to read the last response; closing at once could reset the connection. */
const LINGER_MS = 1_000;

/**
 * Writes the last response of a connection to its socket when there is no response object.
 * @param error ours, or the bare status of a framework
 */
export function endWithProblem(socket: Duplex, error: Error | { statusCode: number }): void {
  const problem = toProblem(error);
  const body = JSON.stringify(problem);
  const { status } = problem;
  const headers = { ...handWrittenHeaders(body), ...headersOfWait(error), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function handWrittenHeaders(body: string): Record<string, string> {
  return {
    ...ANSWER_HEADERS,
    'cache-control': 'no-store',
    'content-type': PROBLEM_TYPE,
    'content-length': String(Buffer.byteLength(body)),
  };
}
