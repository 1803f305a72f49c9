import { backoff, type Pace } from './backoff.js';
import { ChangeStream } from './change-stream.js';
import type { Live } from './live.js';
import type { WatchStatus } from './watch-state.js';
import type { Change, ThreadWatch, WatchOptions } from './watch.js';
import type { Place } from './wire.js';

const RELOAD: Pace = { firstMs: 500, mostMs: 10_000 };

/** A watch that starts once the code for following threads is loaded. */
export class DeferredWatch implements AsyncIterable<Change> {
  private readonly stream = new ChangeStream();
  private readonly options: WatchOptions;
  private watch: ThreadWatch | null = null;
  private begin: Place | null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private closed = false;

  constructor(
    readonly postId: string,
    options: WatchOptions,
    private readonly live: () => Promise<Live>,
    private readonly ended: () => void,
  ) {
    const { seq, epoch } = options;
    this.begin = seq === undefined ? null : { seq, epoch };
    this.options = this.stream.listenWith(options);
    this.load(0);
  }

  get status(): WatchStatus {
    return this.watch?.status ?? (this.closed ? 'ended' : 'connecting');
  }

  /** The last delivered event; null until the watch knows its start. */
  get place(): Place | null {
    return this.watch ? this.watch.place : this.begin;
  }

  /** Continues from the place of a page that was loaded meanwhile. */
  goOnFrom(place: Place): void {
    this.begin = place;
    this.watch?.goOnFrom(place);
  }

  /** Closes it. Afterwards only `onStatus` is called, and all resources are released. */
  close(): void {
    if (this.closed) return;
    if (this.watch) this.watch.close();
    else this.end();
  }

  [Symbol.asyncIterator](): AsyncIterator<Change, void, void> {
    return this.stream.read(() => this.close());
  }

  private load(attempt: number): void {
    this.retry = null;
    this.live().then(
      (live) => {
        if (this.closed) return;
        const options = { ...this.options, ...this.begin };
        this.watch = live.watch(this.postId, options, () => this.end());
      },
      () => {
        if (this.closed) return;
        const delay = backoff(attempt, RELOAD);
        this.retry = setTimeout(() => this.load(attempt + 1), delay);
      },
    );
  }

  private end(): void {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    if (!this.watch) this.options.onStatus?.('ended', null);
    this.stream.end();
    this.ended();
  }
}
