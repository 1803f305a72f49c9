import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SiteOrigins } from '../config/site-origins.js';
import { endWithProblem } from '../problems/framework-problems.js';
import { ForeignOrigin } from '../problems/general.errors.js';
import { isAllowedOrigin } from './origins.js';

export interface SocketDoor {
  /** The path of the sockets, with a slash at its end. */
  path: string;
  siteOrigins: SiteOrigins;
  /** Counts a connection of a caller. @returns the refusal when they have enough of them */
  admit(request: IncomingMessage): Error | null;
}

const TOKEN = /^[!#$%&'*+.^`|~\w-]+$/;

type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
type Listener = (...args: unknown[]) => void;

/**
 * Attaches Socket.IO, and then removes its listeners from the port, because it refuses requests in
 * its own format. The service handles plain requests on every path, and passes on only the upgrades
 * that Socket.IO will accept.
 */
export function attachSockets<T>(server: HttpServer, door: SocketDoor, attach: () => T): T {
  const answers = server.listeners('request') as Listener[];
  const attached = attach();
  server.removeAllListeners('request');
  for (const answer of answers) server.on('request', answer);
  const open = server.listeners('upgrade') as UpgradeListener[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      return serveAsItIs(server, request, socket, head);
    }
    const refusal = findRefusal(request, door);
    if (refusal) endWithProblem(socket, refusal);
    else for (const listener of open) listener.call(server, request, socket, head);
  });
  return attached;
}

function findRefusal(
  request: IncomingMessage,
  door: SocketDoor,
): Error | { statusCode: number } | null {
  const { path, siteOrigins } = door;
  if (!isAllowedOrigin(request.headers.origin, siteOrigins)) return new ForeignOrigin();
  const [pathname, search] = request.url!.split('?', 2);
  if (pathname !== path) return { statusCode: 404 };
  if (!isHandshake(request, new URLSearchParams(search))) return { statusCode: 400 };
  return door.admit(request);
}

/**
 * A WebSocket handshake (RFC 6455, 4.2.1) that starts a session of Engine.IO 4 without long
 * polling.
 */
function isHandshake({ method, headers }: IncomingMessage, query: URLSearchParams): boolean {
  return (
    method === 'GET' &&
    headers['sec-websocket-version'] === '13' &&
    /^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '') &&
    isTokenList(headers['sec-websocket-protocol']) &&
    query.get('EIO') === '4' &&
    query.get('transport') === 'websocket' &&
    !query.has('sid')
  );
}

/** Absent, or names of protocols, each once. */
function isTokenList(header: string | undefined): boolean {
  if (header === undefined) return true;
  const tokens = header.split(',').map((token) => token.trim());
  return new Set(tokens).size === tokens.length && tokens.every((token) => TOKEN.test(token));
}

/**
 * A request that only offers another protocol, as HTTP/2 clients do, is answered in this one (RFC
 * 9110, 7.8). Node treats every upgrade as a socket as soon as there is a listener for upgrades, so
 * the request is parsed once more, without its offer.
 */
function serveAsItIs(
  server: HttpServer,
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  let text = `${method} ${url} HTTP/${httpVersion}\r\n`;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name, value] = [rawHeaders[index], rawHeaders[index + 1]];
    const kept = /^connection$/i.test(name) ? withoutOffer(value) : value;
    if (!/^(upgrade|http2-settings)$/i.test(name)) text += `${name}: ${kept}\r\n`;
  }
  socket.unshift(Buffer.concat([Buffer.from(`${text}\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

function withoutOffer(connection: string): string {
  const tokens = connection.split(',').map((token) => token.trim());
  return tokens.filter((token) => !/^(upgrade|http2-settings)$/i.test(token)).join(', ');
}
