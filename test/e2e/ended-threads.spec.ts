import type { Response } from 'supertest';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { ended, outcomes, startBulk } from '../support/bulk.js';
import { findDrift } from '../support/counters.js';
import { made, undo } from '../support/decisions.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, readPage, say } from '../support/threads.js';
import { vote } from '../support/votes.js';

describe('an act on a comment that waits while its post ends', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', reader: 'member' },
    env: { RATE_LIMITS: 'off' },
    prepare: async (app) => {
      app.get(Rounds).periods.set('bulk', 100);
      await waitLongForLocks(app);
    },
  });
  let post: string;
  let other: string;
  let comment: Comment;
  beforeEach(async () => {
    post = (await createPost(site.app, site.editor)).id;
    other = (await createPost(site.app, site.editor)).id;
    comment = await say(site.app, site.author, post, 'A comment');
  });
  afterEach(async () => expect(await findDrift(site.database)).toEqual([]));

  const remove = () => site.app.request.delete(`/api/v1/posts/${post}`).set(site.editor.auth);
  const merge = () =>
    site.app.request
      .post(`/api/v1/posts/${post}/merge`)
      .set(site.editor.auth)
      .send({ into: other });
  const ofComment = () => site.app.request.get(`/api/v1/comments/${comment.id}`);

  /** Sends both while the thread is locked: the post ends first, then the act runs. */
  const behind = async <T>(ending: PromiseLike<Response>, act: () => Promise<T>): Promise<T> => {
    const { database } = site;
    await database.query('begin');
    await database.query('select from post_heads where post_id = $1 for update', [post]);
    const end = ending.then(outcomeOf);
    await untilLocksAwaited(database);
    const done = act();
    await untilLocksAwaited(database, 2);
    await database.query('commit');
    expect(await end).toMatch(/^20[14]$/);
    return done;
  };

  /** Rows about the comment in other tables. */
  const traces = async () =>
    site.database.query<{ kind: string; post_id: string }>(
      `select 'report' as kind, post_id from comment_flags where comment_id = $1
       union all select 'notice', post_id from notices where comment_id = $1
       union all select action, post_id from decisions where comment_id = $1
       union all select 'escalated', post_id from queue_items where id = $1 and kind = 'escalated'`,
      [comment.id],
    );

  const acts: [string, (id: string) => PromiseLike<Response>][] = [
    [
      'an edit',
      (id) =>
        site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set({ ...site.author.auth, 'if-match': '1' })
          .send({ body: 'Other words' }),
    ],
    ['a deletion', (id) => site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth)],
    ['a report', (id) => flag(site.app, site.reader, id)],
    [
      'a notice',
      (id) =>
        site.app.request.post('/api/v1/notices').send({
          url: `https://reviews.example/film#comment-${id}`,
          category: 'defamation',
          explanation: 'It accuses a living person of a crime, without a source.',
          name: 'Anna Kalniņa',
          email: 'anna@example.org',
          goodFaith: true,
        }),
    ],
    [
      'a decision',
      (id) =>
        decide(site.app, site.staff, `comments/${id}`, {
          action: 'remove',
          reason: 'spam',
          version: 1,
        }),
    ],
    [
      'an escalation',
      (id) =>
        site.app.request.put(`/api/v1/moderation/queue/${id}/escalation`).set(site.staff.auth),
    ],
  ];

  it.each(acts)('leaves nothing when the post is deleted: %s', async (_, act) => {
    const outcome = await behind(remove(), async () => outcomeOf(await act(comment.id)));
    expect(outcome).toBe('404 comment-not-found');
    expect(await traces()).toEqual([]);
    const [{ version, status }] = await site.database.query(
      'select version, status from comments where id = $1',
      [comment.id],
    );
    expect({ version, status }).toEqual({ version: 1, status: 'published' });
  });

  it.each(acts)('is done in the post that the comment is in by then: %s', async (name, act) => {
    const outcome = await behind(merge(), async () => outcomeOf(await act(comment.id)));
    expect(outcome).toMatch(/^20/);
    const expected: Record<string, object[]> = {
      'a report': [{ kind: 'report', post_id: other }],
      'a notice': [{ kind: 'notice', post_id: other }],
      'a decision': [{ kind: 'remove', post_id: other }],
      'an escalation': [{ kind: 'escalated', post_id: other }],
    };
    expect(await traces()).toEqual(expected[name] ?? []);
    const isGone = name === 'a deletion' || name === 'a decision';
    const page = await readPage(site.app, other);
    expect(page.post.commentCount).toBe(isGone ? 0 : 1);
    expect(page.items.map(({ id }) => id)).toEqual(isGone ? [] : [comment.id]);
  });

  describe('that takes a decision back', () => {
    let decision: string;
    beforeEach(async () => {
      decision = await made(site.app, site.staff, `comments/${comment.id}`, {
        action: 'feature',
        version: 1,
      });
    });
    const takeBack = async () => outcomeOf(await undo(site.app, site.staff, decision));

    it('leaves nothing in the log when the post is deleted', async () => {
      expect(await behind(remove(), takeBack)).toBe('404 comment-not-found');
      expect(await takeBack()).toBe('404 comment-not-found');
      expect(await traces()).toEqual([{ kind: 'feature', post_id: post }]);
    });

    it('changes the comment where it is by then', async () => {
      expect(await behind(merge(), takeBack)).toBe('201');
      expect((await ofComment()).body).toMatchObject({ featured: false, postId: other });
    });
  });

  describe('that is a piece of a bulk decision', () => {
    const removeAll = async () => {
      const comments = [{ id: comment.id, version: 1 }];
      const job = await startBulk(site.app, site.staff, {
        action: 'remove',
        reason: 'spam',
        comments,
      });
      return job.id;
    };
    const outcomesOf = async (job: string) => {
      await ended(site.app, site.staff, job);
      return [...(await outcomes(site.app, site.staff, job)).values()];
    };

    it('is refused when the post is deleted', async () => {
      const job = await behind(remove(), removeAll);
      expect(await outcomesOf(job)).toEqual(['comment-not-found']);
      expect(await traces()).toEqual([]);
    });

    it('is done in the post that the comment is in by then', async () => {
      const job = await behind(merge(), removeAll);
      expect(await outcomesOf(job)).toEqual(['done']);
      expect(await traces()).toEqual([{ kind: 'remove', post_id: other }]);
      expect((await readPage(site.app, other)).post.commentCount).toBe(0);
    });
  });

  describe('that is a vote', () => {
    const lockComment = async () => {
      await site.database.query('begin');
      await site.database.query('select from comments where id = $1 for no key update', [
        comment.id,
      ]);
    };
    const cast = async () => outcomeOf(await vote(site.app, site.reader, comment.id, 1));
    const votes = () =>
      site.database.query('select post_id from votes where comment_id = $1', [comment.id]);

    it('finds no comment when the post is deleted', async () => {
      await lockComment();
      const removed = remove().then(outcomeOf);
      await untilLocksAwaited(site.database);
      const voted = cast();
      await untilLocksAwaited(site.database, 2);
      await site.database.query('commit');
      expect([await removed, await voted]).toEqual(['204', '404 comment-not-found']);
      expect(await cast()).toBe('404 comment-not-found');
      expect(await votes()).toEqual([]);
    });

    it('counts in the post that the comment is in by then', async () => {
      await lockComment();
      const merged = merge().then(outcomeOf);
      await untilLocksAwaited(site.database);
      const voted = cast();
      await untilLocksAwaited(site.database, 2);
      await site.database.query('commit');
      expect([await merged, await voted]).toEqual(['201', '200']);
      expect(await votes()).toEqual([{ post_id: other }]);
    });
  });
});
