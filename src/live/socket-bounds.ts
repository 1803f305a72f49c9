import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { addressOf, placeOf } from '../input/client-address.js';
import { toProblem } from '../problems/problem.js';
import { TooManyMessages } from './live.errors.js';
import type { LiveSocket } from './live-socket.js';

const SOCKETS_A_PLACE = 50;
/** Who comes back subscribes to twenty posts at once. */
const MESSAGES_A_SECOND = 40;
/** What may wait for a slow reader; what is behind comes again by `seq`. */
const MAX_QUEUED_BYTES = 1_024 * 1_024;

/** How much one place or one socket may ask of this node. */
@Injectable()
export class SocketBounds {
  private readonly sockets = new Map<string, number>();
  private readonly pace = new RateLimiterMemory({ points: MESSAGES_A_SECOND, duration: 1 });

  constructor(private readonly config: AppConfig) {}

  /** Counts a connection of its place; false when the place has enough of them. */
  admit(request: IncomingMessage): boolean {
    if (!this.config.rateLimits) return true;
    const place = placeOf(addressOf(request, this.config.trustedProxies));
    const open = this.sockets.get(place) ?? 0;
    if (open >= SOCKETS_A_PLACE) return false;
    this.sockets.set(place, open + 1);
    request.socket.once('close', () => this.release(place));
    return true;
  }

  /** Refuses what a socket sends faster than a person could. */
  hold(socket: LiveSocket): void {
    if (!this.config.rateLimits) return;
    socket.use(([, ...args], next) => {
      this.pace.consume(socket.id).then(
        () => next(),
        () => {
          const problem = toProblem(new TooManyMessages(MESSAGES_A_SECOND));
          const acknowledge: unknown = args.at(-1);
          if (typeof acknowledge === 'function') acknowledge({ ok: false, problem });
          else socket.emit('problem', problem);
        },
      );
    });
  }

  private release(place: string): void {
    const open = (this.sockets.get(place) ?? 1) - 1;
    if (open > 0) this.sockets.set(place, open);
    else this.sockets.delete(place);
  }
}

/** Whether more waits for this socket than it is worth keeping. */
export function isTooSlow({ conn }: LiveSocket): boolean {
  // What waits stands in two places: with the socket, and, until that is empty, as packets.
  const { transport, writeBuffer } = conn as unknown as Queues;
  if (transport.writable) return false;
  const packets = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  return packets + (transport.socket?.bufferedAmount ?? 0) > MAX_QUEUED_BYTES;
}

interface Queues {
  transport: { writable: boolean; socket?: { bufferedAmount: number } };
  writeBuffer: { data?: string }[];
}
