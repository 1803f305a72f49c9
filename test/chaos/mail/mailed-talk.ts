import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../bench/seed/random.js';
import type { Desk } from '../desk.js';
import type { People, Person } from '../site.js';
import { CREATION } from '../truth.js';
import { UNTOLD_MS, type Written } from './due.js';
import type { MailedPost } from './mailed-site.js';
import type { Fate, Planned } from './plan.js';

/** Within this time a comment is held, removed or deleted, or its author is ignored. */
const TREATED_MS = 4_000;

interface Known {
  postId: string;
  id: string;
  version: number;
}

interface Said {
  comment: Known;
  fate: Fate;
  author: Person;
  asker: Person;
  written: Written;
}

/** Writes the planned comments, and acts on them before their readers are notified. */
export class MailedTalk {
  readonly written: Written[] = [];
  private readonly restoring: (Known & { at: number })[] = [];
  private next = 0;
  private made = 0;
  private slot = 0;

  /** @param rate comments per second, over all writers */
  constructor(
    private readonly plan: readonly Planned[],
    private readonly posts: readonly MailedPost[],
    private readonly people: People,
    private readonly rate: number,
  ) {}

  /** One writer, until the plan is done, including all acts on the comments. */
  async write(desk: Desk, writer: Person, random: Random): Promise<void> {
    const treating: Promise<void>[] = [];
    this.slot ||= performance.now();
    for (let nth = this.next++; nth < this.plan.length; nth = this.next++) {
      const wait = this.slot - performance.now();
      this.slot += 1_000 / this.rate;
      if (wait > 0) await delay(wait);
      const said = await this.say(desk, nth, writer);
      if (said) treating.push(this.treat(desk, said, random.integer(TREATED_MS)));
    }
    await Promise.all(treating);
  }

  /** Restores comments after the time of their notification. Ends with the last of them. */
  async restore(desk: Desk, writing: Promise<unknown>): Promise<void> {
    let ended = false;
    void writing.finally(() => (ended = true));
    for (;;) {
      const [first] = this.restoring;
      if (!first && ended) return;
      if (!first || first.at > performance.now()) await delay(50);
      else {
        this.restoring.shift();
        await this.decide(desk, 'restore', first);
      }
    }
  }

  private async say(desk: Desk, nth: number, writer: Person): Promise<Said | null> {
    const { post, fate, addressing } = this.plan[nth];
    const { id: postId, questionId, asker, follower } = this.posts[post];
    const author = fate === 'ignored' ? this.people.unlucky[this.made++] : writer;
    const key = `${CREATION}${nth}-mail`;
    const named = addressing === 'mention' ? ` @${asker.username} may know.` : '';
    const parent = addressing === 'reply' ? { parentId: questionId } : {};
    const sentAt = performance.now();
    const answer = await desk.settle(
      { op: 'create', key, postId },
      {
        method: 'POST',
        path: `/api/v1/posts/${postId}/comments`,
        token: author.token,
        body: { body: `${key} says it.${named}`, ...parent },
      },
    );
    if (!answer) return null;
    const { id, version } = JSON.parse(answer.text) as { id: string; version: number };
    const names = { asker: asker.username, follower: follower.username };
    const written: Written = {
      key,
      addressing,
      ...names,
      sentAt,
      hidden: null,
      restored: fate === 'restored',
      ignoredAt: null,
    };
    this.written.push(written);
    return { comment: { postId, id, version }, fate, author, asker, written };
  }

  /** Acts on the comment some time later, while the service may have found its readers. */
  private async treat(
    desk: Desk,
    { comment, fate, author, asker, written }: Said,
    afterMs: number,
  ): Promise<void> {
    if (fate === 'published') return;
    if (fate === 'held') {
      written.hidden = { because: 'held', at: written.sentAt };
      return;
    }
    await delay(afterMs);
    if (fate === 'approved') await this.decide(desk, 'approve', comment);
    else if (fate === 'ignored') {
      await this.ignore(desk, asker, author, comment);
      written.ignoredAt = performance.now();
    } else if (fate === 'deleted') {
      await this.delete(desk, author, comment);
      written.hidden = { because: 'deleted', at: performance.now() };
    } else {
      await this.decide(desk, 'remove', comment);
      written.hidden = { because: 'removed', at: performance.now() };
      const at = written.sentAt + UNTOLD_MS + 2_000;
      if (fate === 'restored')
        this.restoring.push({ ...comment, version: comment.version + 1, at });
    }
  }

  private async decide(
    desk: Desk,
    action: 'approve' | 'remove' | 'restore',
    { postId, id, version }: Known,
  ): Promise<void> {
    const reason = action === 'remove' ? { reason: 'off_topic' } : {};
    const answer = await desk.settle(
      { op: action, key: `${action}-${id}`, postId, commentId: id, version },
      {
        method: 'POST',
        path: `/api/v1/moderation/comments/${id}/decisions`,
        token: this.people.admin.token,
        body: { action, version, ...reason },
      },
    );
    if (!answer) throw new Error(`Nobody may ${action} comment ${id}.`);
  }

  private async delete(desk: Desk, { token }: Person, { postId, id }: Known): Promise<void> {
    const answer = await desk.settle(
      { op: 'delete', key: `delete-${id}`, postId, commentId: id },
      { method: 'DELETE', path: `/api/v1/comments/${id}`, token },
    );
    if (!answer) throw new Error(`Nobody may delete comment ${id}.`);
  }

  private async ignore(
    desk: Desk,
    { token }: Person,
    { username }: Person,
    { postId, id }: Known,
  ): Promise<void> {
    const answer = await desk.settle(
      { op: 'ignore', key: `ignore-${id}`, postId, commentId: id },
      { method: 'PUT', path: `/api/v1/users/me/ignored/${username}`, token },
    );
    if (!answer) throw new Error(`Nobody may ignore ${username}.`);
  }
}
