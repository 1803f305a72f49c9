import { UseFilters } from '@nestjs/common';
import {
  Ack,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { toProblem } from '../problems/problem.js';
import { LiveProblemFilter } from './live-problem.filter.js';
import { LiveRooms } from './live-rooms.js';
import { LiveSessions } from './live-sessions.js';
import { AuthenticateDto, SubscribeDto, UnsubscribeDto } from './live.dto.js';
import { AcknowledgementRequired } from './live.errors.js';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import type { Acknowledge } from './live.messages.js';
import { SocketBounds } from './socket-bounds.js';
import { Subscriptions } from './subscriptions.js';

/** The messages of clients. `LiveProblemFilter` answers every error. */
@WebSocketGateway({ namespace: '/live' })
@UseFilters(LiveProblemFilter)
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly rooms: LiveRooms,
    private readonly sessions: LiveSessions,
    private readonly subscriptions: Subscriptions,
    private readonly bounds: SocketBounds,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    this.rooms.attach(namespace);
    this.sessions.attach(namespace);
    namespace.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => {
          this.bounds.refuseConnect(socket);
          next(refusal(error));
        },
      );
    });
  }

  handleConnection(socket: LiveSocket): void {
    this.sessions.bind(socket, socket.data.identity);
    this.bounds.hold(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.sessions.release(socket);
    this.subscriptions.endAll(socket);
  }

  @SubscribeMessage('subscribe')
  async subscribe(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() request: SubscribeDto,
    @Ack() acknowledge: Acknowledge | undefined,
  ): Promise<void> {
    if (!acknowledge) throw new AcknowledgementRequired();
    await this.subscriptions.subscribe(socket, request, acknowledge);
  }

  @SubscribeMessage('unsubscribe')
  unsubscribe(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() { postId }: UnsubscribeDto,
  ): { ok: true } {
    this.subscriptions.unsubscribe(socket, postId);
    return { ok: true };
  }

  /** Renews the authentication of the socket; a failure changes nothing. */
  @SubscribeMessage('authenticate')
  async authenticate(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() { token }: AuthenticateDto,
  ): Promise<{ ok: true }> {
    this.sessions.bind(socket, await this.sessions.identify(token));
    return { ok: true };
  }

  /** A socket without a token is anonymous; an invalid token opens no socket. */
  private async admit(socket: LiveSocket): Promise<void> {
    const token: unknown = socket.handshake.auth.token ?? null;
    socket.data.subscriptions = new Map();
    socket.data.turns = this.subscriptions.turnsOfSocket();
    socket.data.identity = token === null ? null : await this.sessions.identify(token);
  }
}

/** The client finds the problem in `connect_error`, as `error.data`. */
function refusal(error: unknown): Error {
  const problem = toProblem(error);
  return Object.assign(new Error(problem.title), { data: problem });
}
