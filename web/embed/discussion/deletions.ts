import { unwrap } from '@colloquy/client';
import { SERVICE_URL } from '../../parts/service-url.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

/** A deletion can be taken back for this long. */
const UNDO_MS = 8_000;

/** Deletions that are sent a moment later, or when the page is left, unless they are taken back. */
export class Deletions {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly failed: (error: unknown) => void) {}

  get ids(): ReadonlySet<string> {
    return new Set(this.timers.keys());
  }

  begin(id: string): void {
    this.timers.set(
      id,
      setTimeout(() => void this.send(id), UNDO_MS),
    );
  }

  undo(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  /** The reader leaves the page: deletions that were not taken back are sent now, and outlive the page. */
  async flush(): Promise<void> {
    const ids = [...this.timers.keys()];
    if (ids.length === 0) return;
    for (const id of ids) this.undo(id);
    const token = await session.token();
    for (const id of ids)
      void fetch(`${SERVICE_URL}/api/v1/comments/${id}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
        keepalive: true,
      }).catch(() => undefined);
  }

  private async send(id: string): Promise<void> {
    const params = { path: { id } };
    try {
      unwrap(await service.api.DELETE('/api/v1/comments/{id}', { params }));
    } catch (error) {
      this.failed(error);
    }
    this.timers.delete(id);
  }
}
