import { randomBytes } from 'node:crypto';
import type { Cast, ViewerKind } from '../access/viewers.js';
import { decide } from '../moderation.js';
import { type Person, register } from '../people.js';
import type { TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';
import { createPost, say } from '../threads.js';

/** A text that is found wherever it leaks: Markdown, HTML, JSON and headers. */
export const CANARY = /canary[0-9a-f]{16}/g;

const STAFF: readonly ViewerKind[] = ['moderator', 'involved', 'admin'];
const AUTHOR_AND_STAFF: readonly ViewerKind[] = ['author', ...STAFF];

/** The place of a canary, and the viewers who may see it. */
export interface Planted {
  where: string;
  may: readonly ViewerKind[];
  /** It was public before it was hidden. */
  wasPublic: boolean;
}

/** Plants texts in every place that can be hidden. */
export class Planting {
  readonly planted = new Map<string, Planted>();
  readonly posts: string[] = [];
  readonly people: Person[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly database: TestDatabase,
    private readonly cast: Cast,
  ) {}

  /** One post with a hidden text of each kind, among public ones. */
  async plantPost(onCreated: (postId: string) => Promise<void>): Promise<void> {
    const { app, cast } = this;
    const { id, slug } = await createPost(app, cast.editor);
    this.posts.push(id, slug);
    await onCreated(id);
    const top = await say(app, cast.answerer, id, 'Everybody may read this');
    await this.removed(id, 'removed');
    await this.removed(id, 'removed below another', { parentId: top.id });
    await this.removed(id, 'removed and answered', { answered: true });
    await this.removedAfterEdits(id);
    await this.silentlyEdited(id);
    await this.deletedAndAnswered(id);
    await this.heldByEdit(id);
    await this.setMode(id, 'premoderated');
    await this.write(id, this.canary('held', AUTHOR_AND_STAFF), 202, top.id);
    await this.setMode(id, 'open');
    await this.reported(id, top.id);
    await this.quoted(id);
    await this.noted(top.id);
  }

  /** A banned account, whose profile only moderators can read. */
  async plantBanned(): Promise<void> {
    const { app, cast } = this;
    const person = await register(app);
    this.people.push(person);
    const bio = this.canary('profile of a banned account', STAFF);
    await app.request.patch('/api/v1/users/me').set(person.auth).send({ bio }).expect(200);
    const note = this.canary('note of a ban', STAFF);
    const ban = { action: 'ban', reason: 'spam', note };
    await this.made(decide(app, cast.editor, `users/${person.id}`, ban));
    const remark = { action: 'note', note: this.canary('note on an account', STAFF) };
    await this.made(decide(app, cast.editor, `users/${person.id}`, remark));
  }

  private canary(where: string, may: readonly ViewerKind[], wasPublic = false): string {
    const text = `canary${randomBytes(8).toString('hex')}`;
    this.planted.set(text, { where, may, wasPublic });
    return text;
  }

  private async write(post: string, text: string, status = 201, parentId?: string) {
    const { body } = await this.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set({ ...this.cast.person('author').auth, 'idempotency-key': text })
      .send({ body: `This is **${text}** indeed`, ...(parentId ? { parentId } : {}) })
      .expect(status);
    return body as { id: string; version: number };
  }

  private async removed(
    post: string,
    where: string,
    { parentId, answered = false }: { parentId?: string; answered?: boolean } = {},
  ): Promise<void> {
    const { id } = await this.write(
      post,
      this.canary(where, AUTHOR_AND_STAFF, true),
      201,
      parentId,
    );
    if (answered) await say(this.app, this.cast.answerer, post, 'An answer', id);
    await this.remove(id, 1);
  }

  private async removedAfterEdits(post: string): Promise<void> {
    const { id } = await this.write(
      post,
      this.canary('revision of a removed comment', AUTHOR_AND_STAFF, true),
    );
    await this.age(id);
    await this.rewrite(id, 1, this.canary('edit of a removed comment', AUTHOR_AND_STAFF, true));
    await this.remove(id, 2);
  }

  /** An early edit leaves no mark, so nobody may read the previous text. */
  private async silentlyEdited(post: string): Promise<void> {
    const { id } = await this.write(
      post,
      this.canary('text before a silent edit', AUTHOR_AND_STAFF, true),
    );
    await this.rewrite(id, 1, 'Everybody may read what it says now');
  }

  private async deletedAndAnswered(post: string): Promise<void> {
    const { id } = await this.write(post, this.canary('deleted and answered', [], true));
    await say(this.app, this.cast.answerer, post, 'An answer', id);
    await this.age(id);
    await this.app.request
      .delete(`/api/v1/comments/${id}`)
      .set(this.cast.person('author').auth)
      .expect(204);
  }

  private async heldByEdit(post: string): Promise<void> {
    const { id } = await this.write(post, this.canary('before a hold', AUTHOR_AND_STAFF, true));
    await this.age(id);
    await this.setMode(post, 'premoderated');
    await this.rewrite(id, 1, this.canary('held by an edit', AUTHOR_AND_STAFF));
  }

  /** Only moderators may read a report; the author never learns of it. */
  private async reported(post: string, commentId: string): Promise<void> {
    const detail = this.canary('detail of a report', STAFF);
    const reporter = await register(this.app);
    const { id } = await say(this.app, this.cast.person('author'), post, 'Reported', commentId);
    await this.made(
      this.app.request
        .post(`/api/v1/comments/${id}/flags`)
        .set(reporter.auth)
        .send({ reason: 'abusive', detail }),
    );
  }

  /** A quote shows the source's current text, and nothing once the source is removed. */
  private async quoted(post: string): Promise<void> {
    const text = this.canary('source of a quote', AUTHOR_AND_STAFF, true);
    const { id } = await this.write(post, text);
    await this.made(
      this.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(this.cast.answerer.auth)
        .send({
          body: 'I quote it',
          quotes: [{ commentId: id, version: 1, start: 0, end: 'This is **'.length + text.length }],
        }),
    );
    await this.remove(id, 1);
  }

  /** Notes of moderators about a public comment. */
  private async noted(commentId: string): Promise<void> {
    await this.made(
      this.app.request
        .post(`/api/v1/moderation/comments/${commentId}/notes`)
        .set(this.cast.editor.auth)
        .send({ body: this.canary('note on a comment', STAFF) }),
    );
  }

  private async remove(id: string, version: number): Promise<void> {
    const note = this.canary('note of a removal', STAFF);
    const decision = { action: 'remove', reason: 'personal_data', version, note };
    const answer = await decide(this.app, this.cast.editor, `comments/${id}`, decision);
    await this.made(Promise.resolve(answer));
    await this.hold(answer.body.decision.id);
  }

  /** Evidence is a copy, which no other read may show. */
  private async hold(decisionId: string): Promise<void> {
    await this.app.request
      .put(`/api/v1/moderation/decisions/${decisionId}/evidence`)
      .set(this.cast.person('admin').auth)
      .send({ days: 30, reason: this.canary('reason of a hold', AUTHOR_AND_STAFF) })
      .expect(200);
    // The author sees it with the statement, from the next minute on.
    await this.database.query(
      `update statements set visible_at = now() - interval '1 second' where decision_id = $1`,
      [decisionId],
    );
  }

  private async rewrite(id: string, version: number, text: string): Promise<void> {
    await this.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...this.cast.person('author').auth, 'if-match': String(version) })
      .send({ body: `No, it is *${text}*` })
      .expect(200);
  }

  private async age(id: string): Promise<void> {
    await this.database.query(
      `update comments set created_at = created_at - interval '1 hour' where id = $1`,
      [id],
    );
  }

  private async setMode(post: string, mode: string): Promise<void> {
    const path = `/api/v1/posts/${post}`;
    await this.app.request.patch(path).set(this.cast.editor.auth).send({ mode }).expect(200);
  }

  private async made(answer: PromiseLike<{ status: number; text: string }>): Promise<void> {
    const { status, text } = await answer;
    if (status !== 201) throw new Error(`Planting failed with ${status}: ${text}`);
  }
}
