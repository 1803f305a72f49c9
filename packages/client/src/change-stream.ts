import type { Change, WatchOptions } from './watch.js';

/** A consumer with a longer backlog is told to load the thread again. */
const MOST_CHANGES = 1_000;

/** The changes of a watch as an async iterable; they are buffered only if there is a reader. */
export class ChangeStream {
  private readonly changes: Change[] = [];
  private wake: (() => void) | null = null;
  private reading = false;
  private ended = false;

  /** The options, extended by the callbacks of the stream. */
  listenWith(options: WatchOptions): WatchOptions {
    return {
      ...options,
      onEvents: (events) => {
        this.push({ kind: 'events', events });
        options.onEvents?.(events);
      },
      onResync: (resync) => {
        this.push({ kind: 'resync', resync });
        return options.onResync?.(resync);
      },
    };
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  /** There can be one reader; leaving its loop closes the watch. */
  async *read(close: () => void): AsyncGenerator<Change, void, void> {
    this.reading = true;
    try {
      for (;;) {
        const change = this.changes.shift();
        if (change) yield change;
        else if (this.ended) return;
        else await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      close();
    }
  }

  private push(change: Change): void {
    // Changes between the start of the watch and that of the loop are buffered.
    if (this.changes.length >= MOST_CHANGES) this.shorten();
    this.changes.push(change);
    this.wake?.();
  }

  /** Bounds the memory: a reader with a long backlog loads the thread instead. */
  private shorten(): void {
    if (!this.reading) {
      this.changes.length = 0;
      return;
    }
    const last = this.changes.at(-1)!;
    const seq = last.kind === 'events' ? last.events.at(-1)!.seq : last.resync.seq;
    const epoch = this.changes.findLast((change) => change.kind === 'resync')?.resync.epoch ?? '';
    this.changes.length = 0;
    this.changes.push({ kind: 'resync', resync: { seq, epoch, reason: 'lost' } });
  }
}
