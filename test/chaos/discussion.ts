import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../bench/seed/random.js';
import type { Desk } from './desk.js';
import type { Attempt } from './history.js';
import type { Person } from './site.js';
import { CREATION } from './truth.js';

/** A comment whose creation was acknowledged, as known to its author. */
interface Known {
  id: string;
  postId: string;
  key: string;
  version: number;
  token: string;
}

/** How many of the latest acknowledged comments are replied to, edited and moderated. */
const RECENT = 400;

/** Simulates users of a site's threads, one request after another, each until it is settled. */
export class Discussion {
  readonly attempts: Attempt[] = [];
  /** The time at which each removal was acknowledged. */
  readonly removedAt = new Map<string, number>();
  acknowledged = 0;
  lastAcknowledgedAt = 0;
  private readonly recent: Known[] = [];
  private slot = 0;
  private made = 0;
  private ended = false;

  /** @param rate target number of comments per second, over all writers */
  constructor(
    private readonly posts: readonly string[],
    private readonly rate: number,
  ) {}

  /** Writers stop once their current request is settled. */
  end(): void {
    this.ended = true;
  }

  readonly record = (attempt: Attempt): void => {
    this.attempts.push(attempt);
  };

  /** A member who writes, replies, edits, deletes and votes. */
  async write(desk: Desk, person: Person, random: Random): Promise<void> {
    this.slot ||= performance.now();
    while (!this.ended) {
      const what = random.fraction();
      if (what < 0.9) await this.create(desk, person, random);
      else if (what < 0.94) await this.edit(desk, person, random);
      else if (what < 0.96) await this.delete(desk, person, random);
      else await this.vote(desk, person, random);
    }
  }

  /** A moderator who removes some of the new comments. */
  async moderate(desk: Desk, { token }: Person, random: Random, everyMs: number): Promise<void> {
    while (!this.ended) {
      await delay(everyMs);
      const comment = this.take(random, () => true);
      if (!comment) continue;
      const { id, version } = comment;
      const key = `r-${this.made++}`;
      const answer = await desk.settle(
        { op: 'remove', key, postId: comment.postId, commentId: id, version },
        {
          method: 'POST',
          path: `/api/v1/moderation/comments/${id}/decisions`,
          token,
          body: { action: 'remove', reason: 'off_topic', version },
        },
      );
      if (answer) this.removedAt.set(id, performance.now());
    }
  }

  private async create(desk: Desk, { token }: Person, random: Random): Promise<void> {
    const now = performance.now();
    const wait = this.slot - now;
    this.slot += 1_000 / this.rate;
    if (wait > 0) await delay(wait);
    if (this.ended) return;
    const postId = random.pick(this.posts);
    const parent = random.chance(0.45) ? this.anyOf(postId, random) : undefined;
    const key = `${CREATION}${(this.made++).toString(36)}-${desk.proc}`;
    const answer = await desk.settle(
      { op: 'create', key, postId },
      {
        method: 'POST',
        path: `/api/v1/posts/${postId}/comments`,
        token,
        body: { body: `${key} says *something* of ${random.bits()}.`, parentId: parent?.id },
      },
    );
    if (!answer) return;
    this.acknowledged++;
    this.lastAcknowledgedAt = performance.now();
    const { id, version } = JSON.parse(answer.text) as { id: string; version: number };
    this.recent.push({ id, postId, key, version, token });
    if (this.recent.length > RECENT) this.recent.shift();
  }

  private async edit(desk: Desk, { token }: Person, random: Random): Promise<void> {
    const comment = this.take(random, (known) => known.token === token);
    if (!comment) return;
    const { id, postId, version } = comment;
    const answer = await desk.settle(
      { op: 'edit', key: `e-${this.made++}`, postId, commentId: id, version },
      {
        method: 'PATCH',
        path: `/api/v1/comments/${id}`,
        token,
        ifMatch: version,
        body: { body: `${comment.key} says it better.` },
      },
    );
    if (answer) this.recent.push({ ...comment, version: version + 1 });
  }

  private async delete(desk: Desk, { token }: Person, random: Random): Promise<void> {
    const comment = this.take(random, (known) => known.token === token);
    if (!comment) return;
    const { id, postId } = comment;
    await desk.settle(
      { op: 'delete', key: `d-${this.made++}`, postId, commentId: id },
      { method: 'DELETE', path: `/api/v1/comments/${id}`, token },
    );
  }

  private async vote(desk: Desk, { token }: Person, random: Random): Promise<void> {
    const comment = random.pick(this.recent) as Known | undefined;
    if (!comment) return;
    const { id, postId } = comment;
    await desk.settle(
      { op: 'vote', key: `v-${this.made++}`, postId, commentId: id },
      {
        method: 'PUT',
        path: `/api/v1/comments/${id}/vote`,
        token,
        body: { value: random.pick([1, 1, -1, 0]) },
      },
    );
  }

  private anyOf(postId: string, random: Random): Known | undefined {
    const of = this.recent.filter((known) => known.postId === postId);
    return of.length > 0 ? random.pick(of) : undefined;
  }

  /** Takes a comment out of the list, so that only one person changes it at a time. */
  private take(random: Random, fits: (known: Known) => boolean): Known | undefined {
    const fitting = this.recent.filter(fits);
    if (fitting.length === 0) return undefined;
    const chosen = random.pick(fitting);
    this.recent.splice(this.recent.indexOf(chosen), 1);
    return chosen;
  }
}
