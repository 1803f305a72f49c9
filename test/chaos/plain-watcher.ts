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

/** Longer than the service takes to say that its database is away, less than a partition lasts. */
const ANSWERED_MS = 5_000;

/**
 * A socket without a client around it: it remembers where it stands and asks from there when it
 * comes back, and neither drops what came twice nor asks for what it missed. So it shows what the
 * server itself does within a connection, which a good client would make good.
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
      // What was to come with an answer that is late would be missing: it comes back, and asks anew.
      if (error) return void this.socket.disconnect().connect();
      // "Not now": the database was away. It is asked again.
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
