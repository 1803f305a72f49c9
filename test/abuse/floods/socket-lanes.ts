import { setTimeout as delay } from 'node:timers/promises';
import { LIVE_PATH, RawSocket } from '../../chaos/fanout/raw-socket.js';
import type { Work } from './work.js';

const AGAIN_MS = 5;

/** Opens a socket, sends joins until it is cut, and opens the next one. */
export async function keepJoining(work: Work, at: number): Promise<void> {
  const { what, port, addresses } = work.volume;
  if (what.kind !== 'joins') return;
  while (!work.over()) {
    const nth = await work.turn();
    if (work.over()) return;
    const token = what.tokens[nth % what.tokens.length];
    const packet = token === null ? '40/live,' : `40/live,${JSON.stringify({ token })}`;
    const line = new Line(port, addresses[(nth + at) % addresses.length], what.path, (socket) =>
      socket.send(packet),
    );
    await line.lost(work);
    line.close();
    work.end(line.heard ? 'opened' : 'refused');
    if (!line.heard) await delay(AGAIN_MS);
  }
}

/** Sockets that stay open across the windows of a flood. */
const kept = new Map<number, Line>();

/** Subscribes again as soon as the last answer arrives. */
export async function keepSubscribing(work: Work, at: number): Promise<void> {
  const { what, port, addresses } = work.volume;
  if (what.kind !== 'subscriptions') return;
  const subscribe = async (socket: RawSocket) => {
    const nth = await work.turn();
    const postId = what.postIds[nth % what.postIds.length];
    const question = JSON.stringify(['subscribe', { postId, after: nth % 3 ? undefined : 0 }]);
    if (!work.over()) socket.send(`42/live,${nth}${question}`);
  };
  const hear: Hear = (socket, message) => {
    if (message.startsWith('0')) return socket.send('40/live,');
    if (message.startsWith('43')) work.end(message.includes('"ok":true') ? 'ok' : 'refused');
    if (/^4[03]/.test(message)) void subscribe(socket);
  };
  while (!work.over()) {
    const before = kept.get(at);
    if (!before) await work.turn();
    if (work.over()) return;
    const line = before ?? new Line(port, addresses[at % addresses.length], LIVE_PATH, hear);
    kept.set(at, line);
    if (before) before.goOn(hear, subscribe);
    if (await line.lost(work)) kept.delete(at);
    if (!line.heard) work.end('not opened');
    await delay(AGAIN_MS);
  }
}

/** @param message from the service, except pings */
type Hear = (socket: RawSocket, message: string) => void;

/** One socket from opening to close. */
class Line {
  heard = false;
  private readonly socket: RawSocket;
  private readonly closed: Promise<true>;

  constructor(
    port: number,
    address: string,
    path: string,
    private hear: Hear,
  ) {
    const { promise, resolve } = withResolvers();
    this.closed = promise;
    this.socket = new RawSocket(
      port,
      path,
      (message) => {
        this.heard = true;
        const text = message.toString('latin1', 0, 100);
        if (text === '2') this.socket.send('3');
        else this.hear(this.socket, text);
      },
      resolve,
      `x-forwarded-for: ${address}\r\n`,
    );
  }

  /** Replaces the listener, and then begins. */
  goOn(hear: Hear, begin: (socket: RawSocket) => Promise<void>): void {
    this.hear = hear;
    void begin(this.socket);
  }

  /** Waits until it is closed or the time is up. @returns whether it is closed */
  async lost(work: Work): Promise<boolean> {
    const ending = new AbortController();
    const late = delay(Math.max(0, work.left()), false, ending).catch(() => false);
    const lost = await Promise.race([this.closed, late]);
    ending.abort();
    return lost;
  }

  close(): void {
    this.socket.close();
  }
}

function withResolvers(): { promise: Promise<true>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<true>((settle) => (resolve = () => settle(true)));
  return { promise, resolve };
}
