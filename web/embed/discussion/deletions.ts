import { type Thread, unwrap, withHidden } from '@colloquy/client';
import { sendLast, service } from '../../parts/service.js';
import type { Told } from './open-panels.js';
import type { ThreadContext } from './thread-context.js';

/** How long a deletion can be undone. */
const UNDO_MS = 8_000;

interface Deletion {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly told: Told;
}

/** Deletions that are sent after a delay, or when the page is left, unless they are undone. */
export class Deletions {
  private readonly begun = new Map<string, Deletion>();
  /** Being sent: these cannot be undone, and stay hidden until the response. */
  private readonly sent = new Set<string>();

  constructor(private readonly context: ThreadContext) {}

  get ids(): ReadonlySet<string> {
    return new Set([...this.begun.keys(), ...this.sent]);
  }

  begin(id: string): void {
    const { panels, words } = this.context;
    const undo = () => {
      this.undo(id);
      this.context.focusPlace(id);
    };
    const told = { text: words.t('deleted'), undo };
    const ask = async () => {
      const params = { path: { id } };
      unwrap(await service.api.DELETE('/api/v1/comments/{id}', { params }));
      return true;
    };
    const send = () => {
      this.settle(id);
      this.context.carryOut(() => this.send(id, ask));
    };
    this.begun.set(id, { timer: setTimeout(send, UNDO_MS), told });
    panels.toast(told);
  }

  private undo(id: string): void {
    clearTimeout(this.begun.get(id)?.timer);
    this.begun.delete(id);
  }

  /** Ends the time for an undo. */
  private settle(id: string): void {
    this.context.panels.untoast(this.begun.get(id)!.told);
    this.undo(id);
  }

  /** Sends deletions when the reader leaves or signs out. The requests outlive the page. */
  async flush(): Promise<void> {
    const sent = [...this.begun.keys()].map((id) => {
      this.settle(id);
      return this.send(id, () => sendLast('DELETE', `comments/${id}`));
    });
    await Promise.all(sent);
  }

  /** Another account is signed in: the former one's deletions are not sent in its name. */
  drop(): void {
    for (const id of this.begun.keys()) this.undo(id);
  }

  /** @param ask sends it, and returns whether the service has accepted it */
  private async send(id: string, ask: () => Promise<boolean>): Promise<void> {
    const { discussion, reader } = this.context;
    this.sent.add(id);
    try {
      if (!(await ask())) return;
      discussion.replaceThread((thread) => withoutOwn(thread, id));
      reader.dropHeld(id);
    } finally {
      this.sent.delete(id);
    }
  }
}

/** Removes a comment that its author has deleted, before the socket reports it. */
function withoutOwn(thread: Thread, id: string): Thread {
  const own = [...thread.items, ...thread.pinned].find((item) => item.id === id);
  // A held comment is not counted, and a hidden one was removed by its event.
  return own?.status === 'published' ? withHidden(thread, { ...own, status: 'deleted' }) : thread;
}
