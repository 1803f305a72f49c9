import { Logger, type WsMessageHandler } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Socket } from 'socket.io';

type Answer = (answer: unknown) => void;

const logger = new Logger('Live');

/**
 * Hands the messages of a socket to the gateway. Nest's adapter keeps a chain of streams for each
 * message of each socket, which takes nearly as much memory as the socket itself; here it is one
 * listener each.
 */
export function bindMessages(
  socket: Socket,
  handlers: readonly WsMessageHandler[],
  toAnswers: (result: unknown) => Observable<unknown>,
): void {
  for (const { message, callback, isAckHandledManually } of handlers) {
    socket.on(message, (...args: unknown[]) => {
      const answer = typeof args.at(-1) === 'function' ? (args.pop() as Answer) : undefined;
      toAnswers(callback(args.length > 1 ? args : args[0], answer)).subscribe({
        next: (result) => {
          if (result !== undefined && !isAckHandledManually) answer?.(result);
        },
        // The gateway's filter answers whatever goes wrong; only its own faults come here.
        error: (fault: unknown) => logger.error(fault),
      });
    });
  }
}
