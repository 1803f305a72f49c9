import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidToken } from '../auth/sessions/sessions.errors.js';
import { AuthService } from '../auth/identity/auth.service.js';
import { type AccountSignal, isOfAccounts, type Signal } from '../events/signal-log.repository.js';
import { SignalTail } from '../events/signal-tail.js';
import { admit } from '../users/viewer/policy.js';
import type { Identity, LiveNamespace, LiveSocket } from './live-socket.js';

/** The room of the sockets of moderators and administrators. */
const STAFF = 'staff';

/**
 * The accounts of the sockets of this node. Sockets are closed with their session or account. Staff
 * and single accounts get hints with ids and facts only. Clients read the data over HTTP, so a lost
 * hint does no harm.
 */
@Injectable()
export class LiveSessions implements OnModuleInit {
  private readonly byUser = new Map<string, Set<LiveSocket>>();
  private readonly expiries = new WeakMap<LiveSocket, NodeJS.Timeout>();
  private heard = 0;
  private namespace: LiveNamespace | null = null;

  constructor(
    private readonly auth: AuthService,
    private readonly tail: SignalTail,
  ) {}

  onModuleInit(): void {
    this.tail.signals.on('signal', (signal) => this.hear(signal));
  }

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  /**
   * The account of an access token.
   * @throws InvalidToken, TokenExpired, SessionEnded, AccountBanned, AccountClosing
   */
  async identify(token: unknown): Promise<Identity> {
    if (typeof token !== 'string') throw new InvalidToken();
    const { heard } = this;
    const member = await this.auth.authenticate(token);
    admit(member, 'private', true);
    const { id, role, sessionId, expiresAt } = member;
    return { token, userId: id, moderates: role !== 'member', sessionId, expiresAt, heard };
  }

  /** Attaches a socket to an account; null makes it anonymous. */
  bind(socket: LiveSocket, identity: Identity | null): void {
    this.release(socket);
    if (!identity || !socket.connected) return;
    const { userId, expiresAt, heard } = identity;
    socket.data.identity = identity;
    if (identity.moderates) void socket.join(STAFF);
    this.byUser.set(userId, (this.byUser.get(userId) ?? new Set()).add(socket));
    const expiry = setTimeout(() => this.release(socket), expiresAt - Date.now());
    this.expiries.set(socket, expiry);
    // The session may have ended during the identification, when its signal found no socket.
    if (heard !== this.heard) void this.confirm(socket, identity);
  }

  /** Detaches a socket from its account: it was closed, or continues anonymously. */
  release(socket: LiveSocket): void {
    const { identity } = socket.data;
    clearTimeout(this.expiries.get(socket));
    socket.data.identity = null;
    void socket.leave(STAFF);
    if (!identity) return;
    const sockets = this.byUser.get(identity.userId);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.byUser.delete(identity.userId);
  }

  private hear(signal: Signal): void {
    if (signal.type === 'queue.changed') {
      // Every node receives the signal and notifies its own sockets.
      this.namespace?.local.to(STAFF).emit('queue', signal.facts);
    } else if (signal.type === 'user.notified') {
      for (const socket of this.socketsOf(signal.userId)) socket.emit('notification', signal.facts);
    } else if (signal.type === 'settings.changed') {
      this.confirmStaff();
    } else if (isOfAccounts(signal)) {
      this.hearOfAccount(signal);
    }
  }

  private hearOfAccount({ type, userId, sessionId }: AccountSignal): void {
    this.heard++;
    if (type === 'user.changed') {
      // A role was changed, or sessions were ended. `setImmediate` runs after the caches that
      // listen to the same signal are cleared.
      setImmediate(() => {
        for (const socket of this.socketsOf(userId))
          if (socket.data.identity) void this.confirm(socket, socket.data.identity);
      });
      return;
    }
    for (const socket of this.socketsOf(userId)) {
      const ends = type === 'user.banned' || socket.data.identity?.sessionId === sessionId;
      if (ends) socket.disconnect(true);
    }
  }

  /** Staff may need a second factor now. The cache of the settings is updated first. */
  private confirmStaff(): void {
    setImmediate(() => {
      for (const socket of [...this.byUser.values()].flatMap((sockets) => [...sockets])) {
        const { identity } = socket.data;
        if (identity?.moderates) void this.confirm(socket, identity);
      }
    });
  }

  private socketsOf(userId: string): Iterable<LiveSocket> {
    return this.byUser.get(userId) ?? [];
  }

  private async confirm(socket: LiveSocket, identity: Identity): Promise<void> {
    const confirmed = await this.identify(identity.token).catch(() => null);
    if (socket.data.identity !== identity) return;
    if (confirmed) this.bind(socket, confirmed);
    else socket.disconnect(true);
  }
}
