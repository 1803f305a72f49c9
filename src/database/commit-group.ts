import { TemporarilyUnavailable } from '../problems/general.errors.js';

export type Outcome<T> = { done: T } | { failed: unknown };

/** Writes many items in one transaction, and gives the outcome of each, in their order. */
export type CommitTogether<Item, T> = (items: readonly Item[]) => Promise<Outcome<T>[]>;

interface Waiting<Item, T> {
  item: Item;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

/** A larger statement is not more efficient, and makes the others wait. */
const MAX_SIZE = 64;

/** A batch is collected for this long, or until it has this many items. */
const GATHER_MS = 20;
const ENOUGH = 16;

interface Options {
  /** Gets the number of items that were written together. */
  onCommit?: (size: number) => void;
  /** Whether few commits are worth more at the moment than early ones; never by default. */
  gathers?: () => boolean;
}

/**
 * Lets concurrent writes share a commit. An idle group writes at once; items that arrive during a
 * write join the next one. Each item gets its own result after the commit, so a refused item does
 * not fail the others. A group that fails as a whole is retried item by item, so that only the
 * faulty one fails, unless the outcome of the commit is unknown.
 */
export class CommitGroup<Item, T> {
  private readonly waiting: Waiting<Item, T>[] = [];
  private running: Promise<void> | null = null;
  private enough: (() => void) | null = null;

  constructor(
    private readonly commit: CommitTogether<Item, T>,
    private readonly options: Options = {},
  ) {}

  /** Resolves or rejects when the item is committed or refused. */
  submit(item: Item): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.running ??= this.run();
      if (this.waiting.length >= ENOUGH) this.enough?.();
    });
  }

  /** Resolves when no item is waiting. */
  async drain(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // Requests that were read in the same turn of the event loop share the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      if (this.waiting.length < ENOUGH && this.options.gathers?.()) await this.gather();
      await this.write(this.waiting.splice(0, MAX_SIZE));
    }
    this.running = null;
  }

  private async gather(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHER_MS);
      this.enough = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.enough = null;
  }

  private async write(group: Waiting<Item, T>[]): Promise<void> {
    try {
      const outcomes = await this.commit(group.map(({ item }) => item));
      this.options.onCommit?.(group.length);
      for (const [at, outcome] of outcomes.entries()) {
        if ('done' in outcome) group[at].resolve(outcome.done);
        else group[at].reject(outcome.failed);
      }
    } catch (error) {
      // The outcome of the commit is unknown, so only the client may repeat the request.
      const unknown = error instanceof TemporarilyUnavailable;
      if (unknown || group.length === 1) for (const one of group) one.reject(error);
      else for (const one of group) await this.write([one]);
    }
  }
}
