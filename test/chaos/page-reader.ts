import { setTimeout as delay } from 'node:timers/promises';
import type { Arena } from './arena.js';
import type { Attempt } from './history.js';

const EVERY_MS = 60;

/** Reads the newest page of each post from each node in turn, and looks for removed texts. */
export class PageReader {
  pages = 0;
  private ended = false;

  constructor(
    private readonly arena: Arena,
    private readonly posts: readonly string[],
    private readonly removedAt: ReadonlyMap<string, number>,
    /** How long a removed text may still be served after its removal was acknowledged. */
    private readonly removedMs: number,
    private readonly report: (leak: Attempt) => void,
  ) {}

  end(): void {
    this.ended = true;
  }

  async read(): Promise<void> {
    for (let nth = 0; !this.ended; nth++) {
      await delay(EVERY_MS);
      const place = this.arena.places[nth % 2];
      const post = this.posts[(nth >> 1) % this.posts.length];
      const asked = performance.now();
      const path = `/api/v1/posts/${post}/comments?sort=newest&limit=50`;
      const answer = await place.forWriters.send({ method: 'GET', path }).catch(() => null);
      if (answer?.status !== 200) continue;
      this.pages++;
      this.look(JSON.parse(answer.text) as Page, asked, `page of ${place.node.name}`);
    }
  }

  private look({ items }: Page, asked: number, proc: string): void {
    for (const { id, body } of items) {
      const removed = this.removedAt.get(id);
      if (!body || removed === undefined || asked - removed < this.removedMs) continue;
      const t = Math.round(performance.now());
      this.report({
        t,
        proc,
        op: 'leak',
        key: body.split(' ', 1)[0],
        outcome: 'ok',
        commentId: id,
      });
    }
  }
}

interface Page {
  items: { id: string; body: string | null }[];
}
