import { type components, unwrap } from '@colloquy/client';
import { PacedReads } from '../../parts/paced-reads.js';
import { sendLast, service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

export type Told = components['schemas']['NotificationView'];
type List = components['schemas']['NotificationListView'];

/** The number of entries on a page of the list. */
const PAGE = 20;

/** The notifications of the reader: the unread count, and the list while it is open. */
export class Bell {
  /** At most 100, which means "100 or more". */
  unread = 0;
  /** Null while the list is closed, and until it is loaded. */
  items: readonly Told[] | null = null;
  nextCursor: string | null = null;
  isOpen = false;
  isBusy = false;
  hasFailed = false;
  /** Whether the count was loaded: the initial count announces nothing. */
  private isCounted = false;
  /** The reader's last act on entries, and the count of acts, to detect older responses. */
  private act: Promise<unknown> = Promise.resolve();
  private acts = 0;
  private readonly reads = new PacedReads(() => this.read());

  /** @param came called when there is a new notification */
  constructor(
    private readonly changed: () => void,
    private readonly came: () => void,
  ) {}

  /** There is a new notification, or another account is signed in. */
  outdate(): void {
    if (session.user) this.reads.ask(true);
  }

  clear(): void {
    const list = { isOpen: false, items: null, nextCursor: null };
    Object.assign(this, { unread: 0, isCounted: false, ...list });
  }

  end(): void {
    this.reads.end();
  }

  toggle(): void {
    Object.assign(this, { isOpen: !this.isOpen, items: null, nextCursor: null });
    if (this.isOpen) this.load();
    this.changed();
  }

  /** Loads the list from its start. */
  load(): void {
    void this.whileBusy(() => this.read());
  }

  loadOlder(): void {
    const { nextCursor } = this;
    if (!nextCursor || this.isBusy) return;
    void this.whileBusy(async () => {
      const page = await this.ask({ limit: PAGE, cursor: nextCursor });
      // The list may have been reloaded meanwhile.
      if (!page || !this.isOpen || this.nextCursor !== nextCursor) return;
      this.items = [...(this.items ?? []), ...page.items];
      this.nextCursor = page.nextCursor;
    });
  }

  /** The request outlives the page, because the reader follows the entry's link. */
  markRead(told: Told): void {
    if (told.read) return;
    this.note(({ id }) => id === told.id, Math.max(0, this.unread - 1));
    this.begin(sendLast('PUT', 'users/me/notifications/read', { ids: [told.id] }));
  }

  async markAllRead(): Promise<void> {
    const newest = this.items?.[0];
    if (!newest) return;
    const account = session.user?.id;
    const body = { upTo: newest.id };
    const asked = service.api.PUT('/api/v1/users/me/notifications/read', { body });
    this.begin(asked);
    const { unread } = unwrap(await asked);
    if (account === session.user?.id) this.note(() => true, unread);
  }

  private begin(act: Promise<unknown>): void {
    this.acts++;
    this.act = act.catch(() => undefined);
  }

  private note(isRead: (told: Told) => boolean, unread: number): void {
    const mark = (told: Told) => (isRead(told) ? { ...told, read: true } : told);
    this.items = this.items?.map(mark) ?? null;
    this.unread = unread;
    this.changed();
  }

  private async read(): Promise<void> {
    await this.act;
    const { isOpen, unread, isCounted, acts } = this;
    const page = await this.ask({ limit: isOpen ? PAGE : 1 });
    if (!page) return;
    if (acts !== this.acts) return this.read();
    this.unread = page.unread;
    this.isCounted = true;
    if (isOpen && this.isOpen) {
      this.hasFailed = false;
      this.put(page);
    }
    if (isCounted && page.unread > unread) this.came();
    this.changed();
  }

  /** Entries that the reader has loaded beyond the first page stay. */
  private put(page: List): void {
    const items = this.items ?? [];
    const last = page.items.at(-1)?.id;
    const at = items.findIndex(({ id }) => id === last);
    // If the page contains only new entries, others may be missing between it and the former list.
    const older = at < 0 ? [] : items.slice(at + 1);
    this.items = [...page.items, ...older];
    if (older.length === 0) this.nextCursor = page.nextCursor;
  }

  /** @returns null if another account is signed in by now */
  private async ask(query: { limit: number; cursor?: string }): Promise<List | null> {
    const account = session.user?.id;
    const answer = await service.api.GET('/api/v1/users/me/notifications', { params: { query } });
    return account === session.user?.id ? unwrap(answer) : null;
  }

  private async whileBusy(ask: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.hasFailed = false;
    try {
      await ask();
    } catch {
      this.hasFailed = true;
    }
    this.isBusy = false;
    this.changed();
  }
}
