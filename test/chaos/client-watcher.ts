import { type Colloquy, createColloquy } from '@colloquy/client';
import type { View } from './history.js';
import { type ArrivedEvent, type HearText, Notebook, type Watcher } from './watcher.js';

/** A page that follows its threads with the client library, as the embed does. */
export class ClientWatcher implements Watcher {
  resyncs = 0;
  /** Errors that ended a watch; there must be none. */
  readonly ends: string[] = [];
  private readonly notebooks: Map<string, Notebook>;
  private readonly colloquy: Colloquy;

  /** @param ports proxy ports of the nodes, the preferred one first */
  constructor(
    readonly proc: string,
    ports: readonly number[],
    posts: readonly string[],
    hear: HearText,
  ) {
    this.notebooks = new Map(posts.map((id) => [id, new Notebook(proc, id, 0, hear)]));
    this.colloquy = createColloquy({ baseUrl: ports.map((port) => `http://127.0.0.1:${port}`) });
    for (const [postId, notebook] of this.notebooks) {
      this.colloquy.watchThread(postId, {
        seq: 0,
        onEvents: (events) => {
          for (const event of events) notebook.note(event as ArrivedEvent);
        },
        onResync: () => void this.resyncs++,
        onStatus: (status, problem) => {
          if (status === 'ended' && problem) this.ends.push(`${proc}: ${problem.title}`);
        },
      });
    }
  }

  position(postId: string): number {
    return this.notebooks.get(postId)!.last;
  }

  views(): View[] {
    return [...this.notebooks.values()].map((notebook) => notebook.view());
  }

  close(): void {
    this.colloquy.close();
  }
}
