import { io, type Socket } from 'socket.io-client';
import type { Arena } from './arena.js';
import type { AfterBan } from './history.js';
import type { Person } from './site.js';

/** One socket of an account or a guest, which tries to reconnect when it is cut. */
export class HeldSocket {
  cut = false;
  refused = 0;
  heardAt = Number.NEGATIVE_INFINITY;
  readonly subscribed: Promise<void>;
  private readonly socket: Socket;
  private readonly lines: AfterBan[] = [];
  private readonly proc: string;

  /**
   * @param bannedAt the time at which the account's ban was acknowledged
   * @param within milliseconds for which the socket may survive the ban
   */
  constructor(
    arena: Arena,
    postId: string,
    private readonly person: Person | null,
    nth: number,
    private readonly bannedAt: ReadonlyMap<string, number>,
    private readonly within: number,
  ) {
    this.proc = `socket-${person?.username ?? 'guest'}-${nth}`;
    const { port } = arena.places[nth % 2].readersDoor;
    this.socket = io(`http://127.0.0.1:${port}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      ...(person ? { auth: { token: person.token } } : {}),
    });
    this.socket.on('connect_error', () => void (this.cut && this.refused++));
    this.socket.on('disconnect', () => {
      if (!this.cut) this.note('open');
      this.cut = true;
      // Socket.IO does not reconnect after a disconnect by the server; a reloaded page does.
      setTimeout(() => this.socket.connect(), 100);
    });
    this.socket.on('events', () => {
      this.heardAt = performance.now();
      this.note('event');
    });
    this.subscribed = new Promise((resolve) => {
      this.socket.on('connect', () => {
        if (this.cut) this.note('returned');
        this.socket.emit('subscribe', { postId }, () => resolve());
      });
    });
  }

  /** The messages that arrived after the ban. */
  finish(): AfterBan[] {
    if (!this.cut) this.note('open');
    return this.lines;
  }

  close(): void {
    this.socket.disconnect();
  }

  private note(what: AfterBan['what']): void {
    if (!this.person) return;
    const banned = this.bannedAt.get(this.person.id);
    const now = performance.now();
    // The signal may arrive before the answer to the ban.
    const after = banned === undefined ? 0 : now - banned;
    if (what === 'event' && after === 0) return;
    const { proc, within } = this;
    this.lines.push({ t: Math.round(now), proc, userId: this.person.id, what, after, within });
  }
}
