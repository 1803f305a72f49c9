import type { Call } from '../../chaos/http.js';
import { ask, type Outcome, type Track } from '../track.js';
import type { Act, ActKind, PageItem, PageRead } from './act.js';

/** A comment as the clients of a run know it. */
export interface Known {
  id: string;
  client: number;
  version: number;
}

/** A thread that four clients share, and their acts on it. */
export interface SharedThread {
  postId: string;
  known: Known[];
  acts: Act[];
  pages: PageRead[];
}

/** One client; it uses one node, and sends one request at a time. */
export class Client {
  private count = 0;

  constructor(
    readonly number: number,
    private readonly track: Track,
    private readonly thread: SharedThread,
    private readonly token: string,
  ) {}

  /** The comments to choose from: its own, or all. */
  choices(own: boolean): Known[] {
    return this.thread.known.filter(({ client }) => !own || client === this.number);
  }

  async create(parent: Known | null): Promise<void> {
    const body = `${this.number}-${++this.count}`;
    const parentId = parent?.id ?? null;
    const path = `/api/v1/posts/${this.thread.postId}/comments`;
    const call = { method: 'POST', path, body: { body, ...(parentId ? { parentId } : {}) } };
    const answer = await this.act('create', call, { id: null, parentId, version: 0, body });
    if (answer.ok)
      this.thread.known.push({ id: answer.body!.id as string, client: this.number, version: 1 });
  }

  async edit(comment: Known): Promise<void> {
    const { id, version } = comment;
    const body = `${this.number}-${++this.count}, edited`;
    const path = `/api/v1/comments/${id}`;
    const call = { method: 'PATCH', path, ifMatch: version, body: { body } };
    this.learn(comment, await this.act('edit', call, { id, parentId: null, version, body }));
  }

  async delete({ id, version }: Known): Promise<void> {
    const call = { method: 'DELETE', path: `/api/v1/comments/${id}` };
    await this.act('delete', call, { id, parentId: null, version, body: '' });
  }

  async decide(kind: 'remove' | 'restore', comment: Known): Promise<void> {
    const { id, version } = comment;
    const reason = kind === 'remove' ? { reason: 'off_topic' } : {};
    const call = {
      method: 'POST',
      path: `/api/v1/moderation/comments/${id}/decisions`,
      body: { action: kind, version, ...reason },
    };
    this.learn(comment, await this.act(kind, call, { id, parentId: null, version, body: '' }));
  }

  async setLock(kind: 'lock' | 'unlock'): Promise<void> {
    const path = `/api/v1/moderation/posts/${this.thread.postId}/decisions`;
    const call = { method: 'POST', path, body: { action: kind } };
    await this.act(kind, call, { id: null, parentId: null, version: 0, body: '' });
  }

  async read(): Promise<void> {
    const sent = performance.now();
    const path = `/api/v1/posts/${this.thread.postId}/comments?limit=100&sort=oldest`;
    const { ok, told, body } = await ask(this.track, this.number, { method: 'GET', path });
    if (!ok) throw new Error(`A page was answered ${told}.`);
    const page = body as unknown as {
      post: { commentCount: number };
      seq: number;
      items: PageItem[];
    };
    this.thread.pages.push({
      client: this.number,
      sent,
      answered: performance.now(),
      seq: page.seq,
      commentCount: page.post.commentCount,
      items: page.items,
    });
  }

  private async act(
    kind: ActKind,
    call: Call,
    about: Pick<Act, 'id' | 'parentId' | 'version' | 'body'>,
  ): Promise<Outcome> {
    const sent = performance.now();
    const outcome = await ask(this.track, this.number, { ...call, token: this.token });
    const { told, ok, body } = outcome;
    const comment = (kind === 'remove' || kind === 'restore' ? body?.comment : body) as {
      id: string;
      version: number;
    } | null;
    const post = body?.post as { seq: number } | undefined;
    this.thread.acts.push({
      ...about,
      kind,
      client: this.number,
      id: kind === 'create' && ok ? comment!.id : about.id,
      sent,
      answered: performance.now(),
      told,
      ok,
      becomes: (ok && comment?.version) || null,
      seq: post?.seq ?? null,
    });
    return outcome;
  }

  private learn(comment: Known, { ok, body }: Outcome): void {
    const now = (body?.comment ?? body) as { version?: number } | null;
    if (ok && now?.version) comment.version = now.version;
  }
}
