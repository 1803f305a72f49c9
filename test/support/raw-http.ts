import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as received over the wire. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Sends bytes that no HTTP client would send, and waits until the service closes the connection. */
export async function exchange(url: string, bytes: string): Promise<RawAnswer> {
  return answerOf(await open(url, bytes));
}

/** Opens a connection and sends the first bytes of a request. */
export async function open(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(Buffer.from(bytes, 'latin1'));
  return socket;
}

/** Reads one answer until the service closes the connection. */
export async function answerOf(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return parseAnswer(Buffer.concat(chunks).toString('utf8'));
}

/** A request line with headers and a body, unchanged; the connection closes after it. */
export function request(line: string, headers: readonly string[] = [], body = ''): string {
  const all = ['Host: localhost', 'Connection: close', ...headers];
  return `${line} HTTP/1.1\r\n${all.map((header) => `${header}\r\n`).join('')}\r\n${body}`;
}

function parseAnswer(all: string): RawAnswer {
  const text = all.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) throw new Error(`This is no HTTP answer: ${JSON.stringify(text.slice(0, 200))}`);
  const [first, ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1]), headers, text: text.slice(end + 4) };
}
