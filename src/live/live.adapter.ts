import { Logger, type WsMessageHandler } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Observable } from 'rxjs';
import { Server, type Socket } from 'socket.io';
import { BOUNDS } from '../auth/limits/bounds.js';
import type { AppConfig } from '../config/app-config.js';
import { attachSockets } from '../input/upgrades.js';
import type { Connection } from './live-socket.js';
import { SocketBounds } from './socket-bounds.js';

/** A message has an id and a number; the longest value of a client is a token. */
const MAX_FRAME_BYTES = BOUNDS.frame.most;
/** A connection without a namespace is closed after this time. */
const JOIN_WITHIN_MS = 10_000;
/** How long a client may take for the closing handshake when the service stops. */
const CLOSE_WITHIN_MS = 1_000;

type Answer = (answer: unknown) => void;

/**
 * Socket.IO on the port of the service, without the features that need state on a node: a client
 * resumes by `seq` from the database, whichever node it reconnects to.
 */
export class LiveAdapter extends IoAdapter {
  protected override readonly logger = new Logger('Live');
  private readonly connections = new Set<Duplex>();
  private readonly bounds: SocketBounds;

  constructor(
    app: NestFastifyApplication,
    private readonly config: AppConfig,
  ) {
    super(app);
    this.bounds = app.get(SocketBounds, { strict: false });
    app.getHttpServer().on('upgrade', (_, connection: Duplex) => {
      this.connections.add(connection);
      connection.once('close', () => this.connections.delete(connection));
    });
  }

  /** @param _port gateways have none of their own */
  override createIOServer(_port: number): Server {
    const door = {
      path: '/socket.io/',
      siteOrigins: this.config.siteOrigins,
      admit: (request: IncomingMessage) => this.bounds.admit(request),
    };
    const server = attachSockets(
      this.httpServer,
      door,
      () =>
        new Server(this.httpServer, {
          path: '/socket.io',
          // No long polling: it would need sticky sessions, and CORS instead of an origin check.
          transports: ['websocket'],
          serveClient: false,
          perMessageDeflate: false,
          httpCompression: false,
          maxHttpBufferSize: MAX_FRAME_BYTES,
          connectTimeout: JOIN_WITHIN_MS,
          pingInterval: 25_000,
          pingTimeout: 20_000,
        }),
    );
    server.engine.on('connection', (connection: Connection) => this.bounds.watch(connection));
    // The main namespace always exists. The service does not use it, so nobody may join it.
    server.of('/').use((_, next) => next(new Error('Invalid namespace')));
    return server;
  }

  /**
   * Passes the messages of a socket to the gateway, with one listener for each. Nest's adapter
   * creates a chain of streams for each message of each socket, which takes nearly as much memory
   * as the socket itself.
   */
  override bindMessageHandlers(
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
          // The filter of the gateway answers every error of a message, so only faults of the
          // filter itself arrive here.
          error: (fault: unknown) => this.logger.error(fault),
        });
      });
    }
  }

  /**
   * Sends `reconnect`, and closes every connection without a disconnect packet, so that clients
   * reconnect by themselves, to another node if they know one. A client that does not respond in
   * time is cut. The HTTP server keeps running: it still answers the requests in flight, and its
   * closing waits for them.
   */
  override async close(server: Server): Promise<void> {
    if (!(server instanceof Server)) return;
    server.of('/live').emit('reconnect');
    server.engine.close();
    const cut = setTimeout(() => {
      for (const connection of this.connections) connection.destroy();
    }, CLOSE_WITHIN_MS);
    const closing = [...this.connections].map(
      (connection) => new Promise((resolve) => connection.once('close', resolve)),
    );
    await Promise.all(closing);
    clearTimeout(cut);
  }
}
