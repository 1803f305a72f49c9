import { io, type Socket } from 'socket.io-client';
import type { View } from './history.js';
import { type ArrivedEvent, type HearText, Notebook, type Watcher } from './watcher.js';

interface Ack {
  ok: boolean;
  seq?: number;
  epoch?: string;
  events?: ArrivedEvent[];
  resync?: true;
}

/** Longer than the service needs to report a lost database, shorter than a partition. */
const ANSWERED_MS = 5_000;

/**
 * A socket without the client library. After a reconnect it asks for the events after its position;
 * it neither drops duplicates nor asks for missed events. So it shows the behaviour of the server
 * within a connection, which a good client would compensate.
 */
export class PlainWatcher implements Watcher {
  resyncs = 0;
  private readonly notebooks: Map<string, Notebook>;
  private readonly socket: Socket;
  private epoch: string | undefined;

  constructor(
    readonly proc: string,
    port: number,
    posts: readonly string[],
    hear: HearText,
  ) {
    this.notebooks = new Map(posts.map((id) => [id, new Notebook(proc, id, 0, hear)]));
    this.socket = io(`http://127.0.0.1:${port}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      timeout: ANSWERED_MS,
    });
    this.socket.on('connect', () => {
      for (const postId of this.notebooks.keys()) this.subscribe(postId);
    });
    this.socket.on('events', ({ postId, events }: { postId: string; events: ArrivedEvent[] }) =>
      this.apply(postId, events),
    );
  }

  position(postId: string): number {
    return this.notebooks.get(postId)!.last;
  }

  views(): View[] {
    return [...this.notebooks.values()].map((notebook) => notebook.view());
  }

  close(): void {
    this.socket.disconnect();
  }

  private subscribe(postId: string): void {
    const { id } = this.socket;
    const place = { postId, after: this.position(postId), epoch: this.epoch };
    this.socket.timeout(ANSWERED_MS).emit('subscribe', place, (error: unknown, ack: Ack) => {
      if (this.socket.id !== id || !this.socket.connected) return;
      // Events of a late answer would be missing, so the socket reconnects and asks again.
      if (error) return void this.socket.disconnect().connect();
      // "Not now": the database was down. The socket asks again.
      if (!ack.ok) return void setTimeout(() => this.again(postId, id!), 200);
      if (ack.resync) this.resyncs++;
      this.epoch = ack.epoch;
      this.apply(postId, ack.events ?? []);
    });
  }

  private again(postId: string, id: string): void {
    if (this.socket.id === id && this.socket.connected) this.subscribe(postId);
  }

  private apply(postId: string, events: readonly ArrivedEvent[]): void {
    const notebook = this.notebooks.get(postId)!;
    for (const event of events) notebook.note(event);
  }
}
