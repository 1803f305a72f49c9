import { io, type Socket } from 'socket.io-client';

/** An event as the socket carries it. */
export interface LiveEvent {
  seq: number;
  type: string;
  at: string;
  data: { comment?: Record<string, unknown>; post?: Record<string, unknown> };
}

export interface LiveScore {
  id: string;
  score: number;
  upvotes: number;
  downvotes: number;
}

interface LiveQueueChange {
  id: string;
  kind: string;
  change: string;
  by: string | null;
}

/** The ack of any message. */
export interface Answer {
  ok: boolean;
  seq?: number;
  epoch?: string;
  resync?: true;
  events?: LiveEvent[];
  problem?: { type: string; status: number; errors?: { pointer: string }[] };
}

/** Everything received, in order. */
export type Received =
  | { kind: 'ack'; message: string; postId?: string; answer: Answer }
  | { kind: 'events'; postId: string; epoch: string; events: LiveEvent[] }
  | { kind: 'heartbeat'; postId: string; epoch: string; seq: number }
  | { kind: 'scores'; postId: string; items: LiveScore[] }
  | { kind: 'queue'; change: LiveQueueChange }
  | { kind: 'notification'; note: { type: string; id: string; state: string } }
  | { kind: 'presence'; postId: string; readers: number }
  | { kind: 'problem'; problem: Answer['problem'] };

export interface LiveOptions {
  token?: unknown;
  /** The origin of the page. */
  origin?: string;
  /** Reconnects automatically, as a page does. */
  reconnects?: boolean;
}

interface Wait {
  holds: () => boolean;
  done: () => void;
}

/** Shorter than a test's timeout, so that the error says what was awaited. */
const PATIENCE_MS = 45_000;

/** A client of `/live` that records everything, and waits on conditions, never on durations. */
export class LiveClient {
  readonly received: Received[] = [];
  /** The reason for the close. */
  closed: string | null = null;
  /** The connection error: `data` is the problem. */
  refused: { message: string; data?: Answer['problem'] } | null = null;
  readonly socket: Socket;
  private readonly waits = new Set<Wait>();

  constructor(url: string, { token, origin, reconnects = false }: LiveOptions = {}) {
    this.socket = io(`${url}/live`, {
      transports: ['websocket'],
      reconnection: reconnects,
      forceNew: true,
      autoConnect: false,
      ...(token === undefined ? {} : { auth: { token } }),
      ...(origin === undefined ? {} : { extraHeaders: { origin } }),
    });
    this.socket.on('connect', () => this.check());
    this.socket.on('connect_error', (error) => {
      this.refused = error as Error & { data?: Answer['problem'] };
      this.check();
    });
    this.socket.on('disconnect', (reason) => {
      this.closed = reason;
      this.check();
    });
    this.socket.on('events', (batch) => this.note({ kind: 'events', ...batch }));
    this.socket.on('heartbeat', (beat) => this.note({ kind: 'heartbeat', ...beat }));
    this.socket.on('scores', (scores) => this.note({ kind: 'scores', ...scores }));
    this.socket.on('queue', (change) => this.note({ kind: 'queue', change }));
    this.socket.on('notification', (note) => this.note({ kind: 'notification', note }));
    this.socket.on('presence', (presence) => this.note({ kind: 'presence', ...presence }));
    this.socket.on('problem', (problem) => this.note({ kind: 'problem', problem }));
    this.socket.connect();
  }

  /** Waits until it is either connected or refused. */
  async settled(): Promise<this> {
    await this.until('an answer to the handshake', () => this.socket.connected || !!this.refused);
    return this;
  }

  /** Sends a message and waits for its ack, which is recorded in order with the messages. */
  async send(message: string, ...args: unknown[]): Promise<Answer> {
    const postId = (args[0] as { postId?: string } | undefined)?.postId;
    return new Promise((resolve, reject) => {
      this.socket.timeout(PATIENCE_MS).emit(message, ...args, (error: unknown, answer: Answer) => {
        if (error) return reject(new Error(`No ack of "${message}" came.`));
        this.note({ kind: 'ack', message, postId, answer });
        resolve(answer);
      });
    });
  }

  async subscribe(postId: string, place: { after?: number; epoch?: string } = {}): Promise<Answer> {
    return this.send('subscribe', { postId, ...place });
  }

  /** The events of a post, from acks and messages. */
  events(postId: string, received = this.received): LiveEvent[] {
    return received.flatMap((entry) => {
      if (entry.kind === 'events') return entry.postId === postId ? entry.events : [];
      if (entry.kind !== 'ack' || entry.postId !== postId) return [];
      return entry.answer.events ?? [];
    });
  }

  /** The changes of an item that staff received, in order. */
  changes(itemId: string): string[] {
    return this.received.flatMap((entry) =>
      entry.kind === 'queue' && entry.change.id === itemId ? [entry.change.change] : [],
    );
  }

  /** The reader counts of a post, in order of arrival. */
  readers(postId: string): number[] {
    return this.received.flatMap((entry) =>
      entry.kind === 'presence' && entry.postId === postId ? [entry.readers] : [],
    );
  }

  /** The scores of a comment, in order of arrival. */
  scores(commentId: string): LiveScore[] {
    return this.received
      .flatMap((entry) => (entry.kind === 'scores' ? entry.items : []))
      .filter((item) => item.id === commentId);
  }

  seqs(postId: string, received = this.received): number[] {
    return this.events(postId, received).map((event) => event.seq);
  }

  async untilSeq(postId: string, seq: number): Promise<void> {
    await this.until(
      `seq ${seq}, after ${this.seqs(postId).at(-1)}`,
      () => (this.seqs(postId).at(-1) ?? 0) >= seq,
    );
  }

  async untilClosed(): Promise<void> {
    await this.until('the socket to be closed', () => this.closed !== null);
  }

  /** Checks the condition on every arrival. */
  async until(what: string, holds: () => boolean, patience = PATIENCE_MS): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const wait: Wait = {
        holds,
        done: () => {
          clearTimeout(timer);
          this.waits.delete(wait);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.waits.delete(wait);
        const last = JSON.stringify(this.received.slice(-3)).slice(0, 600);
        reject(new Error(`Waited in vain for ${what}; closed: ${this.closed}; last: ${last}`));
      }, patience);
      this.waits.add(wait);
    });
  }

  close(): void {
    this.socket.disconnect();
  }

  private note(entry: Received): void {
    this.received.push(entry);
    this.check();
  }

  private check(): void {
    for (const wait of this.waits) if (wait.holds()) wait.done();
  }
}

export async function connectLive(url: string, options?: LiveOptions): Promise<LiveClient> {
  return new LiveClient(url, options).settled();
}

/** The numbers from..to, inclusive. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
