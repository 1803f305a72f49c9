import type { Socket } from 'socket.io-client';
import { backoff, type Pace } from './backoff.js';
import type { Nodes } from './nodes.js';
import { expiryOf, type TokenSource } from './token.js';
import type { Note, Problem, Score, SentEvent, Slice } from './wire.js';

/** State changes of the shared socket, and its messages. */
export type LiveMessage =
  | { is: 'up'; link: number }
  | { is: 'down' | 'blocked' }
  /** The service refuses a socket for this token. */
  | { is: 'refused'; problem: Problem }
  | { is: 'events'; postId: string; epoch: string; events: SentEvent[] }
  | { is: 'heartbeat'; postId: string; epoch: string; seq: number }
  | { is: 'scores'; postId: string; items: Score[] }
  | { is: 'presence'; postId: string; readers: number }
  | ({ is: 'notification' } & Note);

type LiveListener = (message: LiveMessage) => void;

export type Acknowledged = ({ ok: true } & Slice) | { ok: false; problem: Problem };

export interface LiveSettings {
  nodes: Nodes;
  token?: TokenSource;
  /** Loads Socket.IO on first use. */
  loadSocket: () => Promise<Pick<typeof import('socket.io-client'), 'io'>>;
}

const OPEN_WITHIN_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;
/** A socket that closes sooner counts as a failed attempt. */
const STEADY_AFTER_MS = 5_000;
/** After this many consecutive failures the watches poll over HTTP. */
const BLOCKED_AFTER = 3;
const PACE: Pace = { firstMs: 250, mostMs: 3_000 };
const PACE_WHEN_BLOCKED: Pace = { firstMs: 4_000, mostMs: 60_000 };
const RENEW_BEFORE_MS = 60_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const MESSAGES = ['events', 'heartbeat', 'scores', 'presence', 'notification'] as const;

/** The client's only socket. It is open while there are listeners, and reconnects after a loss. */
export class LiveConnection {
  private readonly listeners = new Set<LiveListener>();
  private readonly followers = new Map<string, number>();
  private socket: Socket | null = null;
  private link = 0;
  private isUp = false;
  private openedAt = 0;
  private failures = 0;
  private isBlocked = false;
  private token: string | null = null;
  private rejected: string | undefined;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private renewal: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly settings: LiveSettings) {}

  join(listener: LiveListener): void {
    this.listeners.add(listener);
    if (this.isBlocked) listener({ is: 'blocked' });
    if (this.isUp) listener({ is: 'up', link: this.link });
    else if (!this.socket && !this.retry) this.open();
  }

  /** Closes the socket with the last listener. */
  leave(listener: LiveListener): void {
    if (!this.listeners.delete(listener) || this.listeners.size > 0) return;
    this.drop();
    this.failures = 0;
    this.isBlocked = false;
  }

  /** @returns the response, or null if none arrived */
  async subscribe(
    link: number,
    request: { postId: string; after?: number; epoch?: string },
  ): Promise<Acknowledged | null> {
    return this.ask(link, 'subscribe', request);
  }

  /** Several watches may follow one post; the last one to leave ends the subscription. */
  follow(postId: string): void {
    this.followers.set(postId, (this.followers.get(postId) ?? 0) + 1);
  }

  unfollow(postId: string): void {
    const others = (this.followers.get(postId) ?? 1) - 1;
    if (others > 0) this.followers.set(postId, others);
    else this.followers.delete(postId);
    if (others <= 0 && this.isUp) this.socket?.emit('unsubscribe', { postId });
  }

  /** Closes a socket that does not respond, unless another one has replaced it meanwhile. */
  reset(link: number): void {
    if (link === this.link && this.isUp) this.broke();
  }

  /** Reconnects at once if it is waiting. */
  nudge(): void {
    if (!this.retry) return;
    clearTimeout(this.retry);
    this.open();
  }

  /** Sends the current token to the service, after a sign-in or sign-out. */
  async renew(): Promise<void> {
    const token = (await this.settings.token?.(this.rejected)) ?? null;
    if (!this.socket || token === this.token) return;
    if (token === null || !this.isUp) {
      // A socket is bound to its account, so a sign-out requires a new one.
      this.broke();
      return;
    }
    const answer = await this.ask(this.link, 'authenticate', { token });
    if (answer?.ok) {
      this.token = token;
      this.scheduleRenewal();
    } else if (answer) this.refused(answer.problem);
  }

  private open(): void {
    this.retry = null;
    const link = ++this.link;
    this.connect(link).catch(() => this.failed(link));
  }

  private async connect(link: number): Promise<void> {
    const { loadSocket, token, nodes } = this.settings;
    const { io } = await loadSocket();
    // Loading the code may take long, so the token is read now.
    const own = (await token?.(this.rejected)) ?? null;
    // Void if there are no listeners any more, or another attempt has started meanwhile.
    if (link !== this.link || this.listeners.size === 0) return;
    if (own !== null && own === this.rejected) return this.failed(link);
    this.token = own;
    const base = nodes.current;
    const { address, path } = addressOf(base);
    const socket = io(address, {
      path,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      timeout: OPEN_WITHIN_MS,
      ...(own === null ? {} : { auth: { token: own } }),
    });
    this.socket = socket;
    // A transport that opens and then stays silent is a failure, too.
    this.retry = setTimeout(() => {
      nodes.leave(base);
      this.failed(link);
    }, OPEN_WITHIN_MS + 2_000);
    socket.on('connect', () => {
      if (link === this.link) this.opened();
    });
    socket.on('connect_error', (error: Error & { data?: Problem }) => {
      if (link !== this.link) return;
      if (error.data?.status === 401 && this.rejected !== own && own !== null) {
        this.rejected = own;
        this.askForAnotherToken(link, error.data);
      } else if (error.data && error.data.status < 500) {
        this.refused(error.data);
      } else {
        nodes.leave(base);
        this.failed(link);
      }
    });
    socket.on('disconnect', () => {
      if (link !== this.link) return;
      nodes.leave(base);
      this.broke();
    });
    for (const is of MESSAGES)
      socket.on(is, (payload: object) => {
        if (link === this.link) this.tell({ is, ...payload } as LiveMessage);
      });
  }

  private askForAnotherToken(link: number, problem: Problem): void {
    this.close();
    Promise.resolve(this.settings.token?.(this.rejected)).then(
      (token) => {
        if (link !== this.link) return;
        if (token === undefined || token === null || token === this.rejected) this.refused(problem);
        else this.open();
      },
      () => this.failed(link),
    );
  }

  private opened(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    this.rejected = undefined;
    this.isUp = true;
    this.isBlocked = false;
    this.openedAt = Date.now();
    this.scheduleRenewal();
    this.tell({ is: 'up', link: this.link });
  }

  /** An attempt failed. */
  private failed(link: number): void {
    if (link !== this.link) return;
    this.close();
    this.failures++;
    this.later();
    if (this.failures < BLOCKED_AFTER || this.isBlocked) return;
    this.isBlocked = true;
    this.tell({ is: 'blocked' });
  }

  /** An open socket was lost. */
  private broke(): void {
    const steady = Date.now() - this.openedAt > STEADY_AFTER_MS;
    const wasUp = this.isUp;
    if (wasUp && steady) this.failures = 0;
    this.close();
    if (wasUp) this.tell({ is: 'down' });
    this.failed(this.link);
  }

  private refused(problem: Problem): void {
    this.drop();
    this.rejected = undefined;
    this.tell({ is: 'refused', problem });
  }

  private tell(message: LiveMessage): void {
    for (const listener of this.listeners) listener(message);
  }

  private later(): void {
    if (this.listeners.size === 0) return;
    const delay = this.isBlocked
      ? backoff(this.failures - BLOCKED_AFTER, PACE_WHEN_BLOCKED)
      : backoff(this.failures - 1, PACE);
    this.retry = setTimeout(() => this.open(), delay);
  }

  private scheduleRenewal(): void {
    if (this.renewal) clearTimeout(this.renewal);
    const expiry = this.token === null ? null : expiryOf(this.token);
    if (expiry === null || !this.settings.token) return;
    const left = expiry - Date.now();
    const wait = Math.min(LONGEST_TIMER_MS, Math.max(1_000, left - RENEW_BEFORE_MS, left / 2));
    this.renewal = setTimeout(() => {
      this.renew().catch(() => undefined);
      this.scheduleRenewal();
    }, wait);
  }

  private async ask(link: number, message: string, payload: object): Promise<Acknowledged | null> {
    const { socket } = this;
    if (!socket || link !== this.link) return null;
    try {
      return (await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(message, payload)) as Acknowledged;
    } catch {
      return null;
    }
  }

  /** Releases the socket and the timer, and ignores pending responses. */
  private drop(): void {
    this.link++;
    this.close();
  }

  private close(): void {
    for (const timer of [this.retry, this.renewal]) if (timer) clearTimeout(timer);
    this.retry = null;
    this.renewal = null;
    const { socket } = this;
    this.socket = null;
    this.isUp = false;
    socket?.removeAllListeners();
    socket?.disconnect();
  }
}

/** A service below a path of its host has its sockets below the same path. */
function addressOf(base: string): { address: string; path: string } {
  const [, host = '', prefix = ''] = /^(\w+:\/\/[^/]+)?(.*)$/.exec(base)!;
  return { address: `${host}/live`, path: `${prefix}/socket.io` };
}
