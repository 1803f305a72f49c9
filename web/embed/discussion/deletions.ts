import { unwrap } from '@colloquy/client';
import { sendLast, service } from '../../parts/service.js';
import type { Told } from './open-panels.js';
import type { ThreadContext } from './thread-context.js';

/** A deletion can be taken back for this long. */
const UNDO_MS = 8_000;

interface Deletion {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly told: Told;
}

/** Deletions that are sent a moment later, or when the page is left, unless they are taken back. */
export class Deletions {
  private readonly begun = new Map<string, Deletion>();

  constructor(private readonly context: ThreadContext) {}

  get ids(): ReadonlySet<string> {
    return new Set(this.begun.keys());
  }

  begin(id: string): void {
    const { panels, words } = this.context;
    const undo = () => {
      this.undo(id);
      this.context.focusPlace(id);
    };
    const told = { text: words.t('deleted'), undo };
    const send = () => {
      // It can be taken back no more.
      panels.untoast(told);
      this.context.carryOut(() => this.send(id));
    };
    this.begun.set(id, { timer: setTimeout(send, UNDO_MS), told });
    panels.toast(told);
  }

  private undo(id: string): void {
    clearTimeout(this.begun.get(id)?.timer);
    this.begun.delete(id);
  }

  /** The reader leaves the page or signs out: what was not taken back is sent now, and outlives the page. */
  async flush(): Promise<void> {
    const ids = [...this.begun.keys()];
    if (ids.length === 0) return;
    for (const id of ids) {
      this.context.panels.untoast(this.begun.get(id)!.told);
      this.undo(id);
    }
    const sent = ids.map(async (id) => {
      if (await sendLast('DELETE', `comments/${id}`)) this.context.reader.dropHeld(id);
    });
    await Promise.all(sent);
  }

  /** Somebody else is before the page: what was not sent is not done in their name. */
  drop(): void {
    for (const id of this.begun.keys()) this.undo(id);
  }

  private async send(id: string): Promise<void> {
    const params = { path: { id } };
    try {
      unwrap(await service.api.DELETE('/api/v1/comments/{id}', { params }));
      this.context.reader.dropHeld(id);
    } finally {
      this.undo(id);
    }
  }
}
