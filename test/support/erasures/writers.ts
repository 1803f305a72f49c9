import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Call, KeepAliveClient, type Reply } from '../keep-alive.js';
import type { Person } from '../people.js';
import { untilFound } from '../until.js';

/** A comment to reply to. */
interface Place {
  postId: string;
  parentId: string;
}

/** The texts of several accounts, and their rate. */
export interface Written {
  comments: number;
  perSecond: number;
  slowestMs: number;
}

/** Replies to one comment after another, at a steady rate from several accounts, until stopped. */
export class Writers {
  private readonly client: KeepAliveClient;
  private readonly startedAt = performance.now();
  private readonly writing: Promise<unknown>;
  private stopping = false;
  private comments = 0;
  private slowestMs = 0;

  /** @param perSecond rate of all accounts together */
  constructor(
    url: string,
    people: readonly Person[],
    private readonly places: readonly Place[],
    perSecond: number,
  ) {
    this.client = new KeepAliveClient(url);
    const everyMs = (1_000 * people.length) / perSecond;
    this.writing = Promise.all(
      people.map((person, nth) => this.write(person, everyMs, (everyMs * nth) / people.length)),
    );
    // `stop` throws the failure.
    this.writing.catch(() => undefined);
  }

  async stop(): Promise<Written> {
    this.stopping = true;
    await this.writing.finally(() => this.client.close());
    const seconds = (performance.now() - this.startedAt) / 1_000;
    return {
      comments: this.comments,
      perSecond: this.comments / seconds,
      slowestMs: this.slowestMs,
    };
  }

  /** A late writer does not wait, until it has caught up. */
  private async write(person: Person, everyMs: number, firstMs: number): Promise<void> {
    for (let dueAt = this.startedAt + firstMs; ; dueAt += everyMs) {
      await delay(Math.max(0, dueAt - performance.now()));
      if (this.stopping) return;
      const nth = this.comments++;
      const { postId, parentId } = this.places[nth % this.places.length];
      const sentAt = performance.now();
      const { status, text } = await this.send({
        method: 'POST',
        path: `/api/v1/posts/${postId}/comments`,
        headers: { ...person.auth, 'idempotency-key': randomUUID() },
        body: JSON.stringify({ body: `Meanwhile ${nth}`, parentId }),
      });
      if (status !== 201) throw new Error(`A comment was answered with ${status}: ${text}`);
      this.slowestMs = Math.max(this.slowestMs, performance.now() - sentAt);
    }
  }

  /** Retries after 503, which a busy thread on a busy machine causes. */
  private send(call: Call): Promise<Reply> {
    return untilFound('a comment to be taken', async () => {
      const reply = await this.client.send(call);
      return reply.status === 503 ? null : reply;
    });
  }
}
