import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { decide, flag } from '../moderation.js';
import type { TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';
import { type Comment, createPost, say } from '../threads.js';
import type { ObjectKind } from './probes.js';
import type { Cast } from './viewers.js';

/** The states in which each kind of object is asked about. */
export const STATES: Readonly<Record<ObjectKind, readonly string[]>> = {
  comment: [
    'published',
    'answered',
    'edited',
    'in a locked post',
    'in a closed post',
    'held',
    'removed',
    'removed and answered',
    'deleted and answered',
    'absent',
  ],
  post: [
    'open',
    'answered',
    'premoderated',
    'closed',
    'locked',
    "a page's",
    "the author's",
    'absent',
  ],
  user: [
    'active',
    'premoderated',
    'suspended',
    'banned',
    'a moderator',
    'an administrator',
    'imported',
    'absent',
  ],
  none: ['none'],
  unknown: ['absent'],
};

/** What a path needs to name an object, and its version where it has one. */
export interface Target {
  id: string;
  version: number;
}

const ABSENT: Target = { id: '01900000-0000-7000-8000-000000000000', version: 1 };

/** Makes objects in a state, each fresh. */
export class Objects {
  constructor(
    private readonly app: TestApp,
    private readonly database: TestDatabase,
    private readonly cast: Cast,
  ) {}

  async make(kind: ObjectKind, state: string): Promise<Target> {
    if (state === 'absent' || state === 'none') return ABSENT;
    if (kind === 'comment') return this.makeComment(state);
    if (kind === 'post') return this.makePost(state);
    return this.makeUser(state);
  }

  private async makeComment(state: string): Promise<Target> {
    const { app, cast } = this;
    const { id: post } = await createPost(app, cast.editor);
    const author = cast.person('author');
    if (state === 'held') {
      await this.patch(post, { mode: 'premoderated' });
      const answer = await app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(author.auth)
        .send({ body: 'A comment that waits' })
        .expect(202);
      return answer.body;
    }
    const comment = await say(app, author, post, 'A comment');
    await this.expect(201, flag(app, cast.person('involved'), comment.id));
    if (state.endsWith('answered')) await say(app, cast.answerer, post, 'A reply', comment.id);
    return { id: comment.id, version: await this.bring(comment, state) };
  }

  /** @returns the version that the comment comes to */
  private async bring(comment: Comment, state: string): Promise<number> {
    const { app, cast } = this;
    const author = cast.person('author');
    if (state.startsWith('removed')) {
      const decision = { action: 'remove', reason: 'spam', version: 1 };
      await this.expect(201, decide(app, cast.editor, `comments/${comment.id}`, decision));
      return 2;
    }
    if (state.startsWith('deleted') || state === 'edited') {
      await this.database.query(
        `update comments set created_at = created_at - interval '1 hour' where id = $1`,
        [comment.id],
      );
      const path = `/api/v1/comments/${comment.id}`;
      const call =
        state === 'edited'
          ? app.request.patch(path).set('if-match', '1').send({ body: 'Other words' })
          : app.request.delete(path);
      await call.set(author.auth).expect(state === 'edited' ? 200 : 204);
      return 2;
    }
    if (state === 'in a locked post') await this.patch(comment.postId, { locked: true });
    if (state === 'in a closed post') await this.patch(comment.postId, { mode: 'closed' });
    return 1;
  }

  private async makePost(state: string): Promise<Target> {
    const { app, cast } = this;
    const key = state === "a page's" ? { key: randomBytes(6).toString('hex') } : {};
    if (state === "a page's") {
      const url = `https://reviews.example/${key.key}`;
      const { body } = await app.request
        .post('/api/v1/posts/by-page')
        .set(cast.editor.auth)
        .send({ ...key, url, title: 'A page' })
        .expect(201);
      return { id: body.id, version: 1 };
    }
    const { id } = await createPost(app, cast.editor);
    if (state === 'premoderated' || state === 'closed') await this.patch(id, { mode: state });
    if (state === 'locked') await this.patch(id, { locked: true });
    if (state === 'answered') await say(app, cast.answerer, id, 'A comment');
    if (state === "the author's") {
      const author = cast.person('author').id;
      await this.database.query('update posts set author_id = $2 where id = $1', [id, author]);
    }
    return { id, version: 1 };
  }

  /** An account that nobody signs in to. */
  private async makeUser(state: string): Promise<Target> {
    const id = v7();
    const name = `u${randomBytes(6).toString('hex')}`;
    const role =
      state === 'a moderator' ? 'moderator' : state === 'an administrator' ? 'admin' : 'member';
    const standing = ['premoderated', 'suspended', 'banned'].includes(state) ? state : 'active';
    const imported = state === 'imported';
    const username = imported ? null : name;
    await this.database.query(
      `insert into users (id, kind, role, username, display_name, email, email_key, standing, standing_until)
       values ($1, $2, $3, $4, $5, $6, $6, $7,
         case when $7 = 'suspended' then now() + interval '1 day' end)`,
      [
        id,
        imported ? 'imported' : 'member',
        role,
        username,
        name,
        imported ? null : `${name}@example.org`,
        standing,
      ],
    );
    return { id: username ?? id, version: 1 };
  }

  private async patch(post: string, change: object): Promise<void> {
    await this.app.request
      .patch(`/api/v1/posts/${post}`)
      .set(this.cast.editor.auth)
      .send(change)
      .expect(200);
  }

  private async expect(
    status: number,
    answer: Promise<{ status: number; text: string }>,
  ): Promise<void> {
    const { status: is, text } = await answer;
    if (is !== status) throw new Error(`Preparing failed with ${is}: ${text}`);
  }
}
