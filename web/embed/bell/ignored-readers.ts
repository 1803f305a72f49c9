import { type Comment, type components, unwrap } from '@colloquy/client';
import { PacedReads } from '../../parts/paced-reads.js';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

export type Ignored = components['schemas']['UserView'];

/** The ignored readers. The service sends all comments, so the page hides theirs. */
export class IgnoredReaders {
  all: readonly Ignored[] = [];
  /** Their comments that the reader wants to see nevertheless. */
  private readonly shown = new Set<string>();
  /** The number of changes by the reader: an older response does not reflect them. */
  private acts = 0;
  private readonly reads = new PacedReads(() => this.read());

  /** @param moved called when the reader has changed the list */
  constructor(
    private readonly changed: () => void,
    private readonly moved: () => void,
  ) {}

  load(): void {
    if (session.user) this.reads.ask(true);
  }

  clear(): void {
    this.all = [];
    this.shown.clear();
  }

  end(): void {
    this.reads.end();
  }

  has(author: Comment['author']): boolean {
    return author !== null && this.all.some(({ id }) => id === author.id);
  }

  hides({ id, author }: Comment): boolean {
    return this.has(author) && !this.shown.has(id);
  }

  show(id: string): void {
    this.shown.add(id);
    this.changed();
  }

  /** @returns whether it succeeded while the same account was signed in */
  async add(username: string): Promise<boolean> {
    const account = session.user?.id;
    const params = { path: { username } };
    const answer = await service.api.PUT('/api/v1/users/me/ignored/{username}', { params });
    const user = unwrap(answer);
    if (account !== session.user?.id) return false;
    this.acts++;
    this.shown.clear();
    this.all = [user, ...this.all.filter(({ id }) => id !== user.id)];
    this.moved();
    this.changed();
    return true;
  }

  async remove(user: Pick<Ignored, 'id' | 'username'>): Promise<void> {
    const account = session.user?.id;
    const params = { path: { username: user.username ?? '' } };
    unwrap(await service.api.DELETE('/api/v1/users/me/ignored/{username}', { params }));
    if (account !== session.user?.id) return;
    this.acts++;
    this.all = this.all.filter(({ id }) => id !== user.id);
    this.moved();
    this.changed();
  }

  private async read(): Promise<void> {
    const account = session.user?.id;
    const { acts } = this;
    const found: Ignored[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor && { cursor }) };
      const answer = await service.api.GET('/api/v1/users/me/ignored', { params: { query } });
      const page = unwrap(answer);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    if (account !== session.user?.id) return;
    if (acts !== this.acts) return this.read();
    this.all = found;
    this.changed();
  }
}
