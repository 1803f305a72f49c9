import { randomUUID } from 'node:crypto';
import { decide, outcomeOf } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { showScores, vote } from '../support/votes.js';

describe('a vote', () => {
  const site = useSite({
    people: { editor: 'admin', author: 'member', reader: 'member', other: 'member' },
  });

  async function newPost(fields: object = {}): Promise<string> {
    const { id } = await createPost(site.app, site.editor, fields);
    await showScores(site.database, id);
    return id;
  }

  async function newComment(postId?: string): Promise<string> {
    return (await say(site.app, site.author, postId ?? (await newPost()), 'A comment')).id;
  }

  const change = (post: string, fields: object) =>
    site.app.request.patch(`/api/v1/posts/${post}`).set(site.editor.auth).send(fields).expect(200);

  const setStanding = (person: Person, standing: string) =>
    site.database.query('update users set standing = $2, standing_until = null where id = $1', [
      person.id,
      standing,
    ]);

  describe('of a reader', () => {
    it('counts once, is changed and taken back', async () => {
      const id = await newComment();
      const answers = [];
      for (const value of [1, 1, -1, 0, 0, 1]) {
        const answer = await vote(site.app, site.reader, id, value);
        expect(answer.status).toBe(200);
        answers.push(answer.body);
      }
      expect(answers).toEqual([
        { id, value: 1, score: 1, upvotes: 1, downvotes: 0 },
        { id, value: 1, score: 1, upvotes: 1, downvotes: 0 },
        { id, value: -1, score: -1, upvotes: 0, downvotes: 1 },
        { id, value: 0, score: 0, upvotes: 0, downvotes: 0 },
        { id, value: 0, score: 0, upvotes: 0, downvotes: 0 },
        { id, value: 1, score: 1, upvotes: 1, downvotes: 0 },
      ]);
      const both = await vote(site.app, site.other, id, -1);
      expect(both.body).toEqual({ id, value: -1, score: 0, upvotes: 1, downvotes: 1 });
      const read = await site.app.request.get(`/api/v1/comments/${id}`).expect(200);
      expect(read.body).toMatchObject({ score: 0, upvotes: 1, downvotes: 1 });
    });

    it('changes neither the version of the comment nor the seq of the post', async () => {
      const post = await newPost();
      const id = await newComment(post);
      const before = await readPage(site.app, post);
      await vote(site.app, site.reader, id, 1);
      const after = await readPage(site.app, post);
      expect(after.seq).toBe(before.seq);
      const read = await site.app.request.get(`/api/v1/comments/${id}`);
      expect(read.body).toMatchObject({ version: 1, upvotes: 1 });
    });

    it('is cast once for its idempotency key', async () => {
      const id = await newComment();
      const key = { 'idempotency-key': randomUUID() };
      const first = await vote(site.app, site.reader, id, 1, key);
      await vote(site.app, site.reader, id, -1);
      const again = await vote(site.app, site.reader, id, 1, key);
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(again.text).toBe(first.text);
      const read = await site.app.request.get(`/api/v1/comments/${id}`);
      expect(read.body).toMatchObject({ upvotes: 0, downvotes: 1 });
      expect((await vote(site.app, site.reader, id, 0, key)).status).toBe(422);
    });

    it.each([2, -2, 0.5, '1', null, undefined, true])('of %p is refused', async (value) => {
      const answer = await vote(site.app, site.reader, await newComment(), value);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([{ pointer: '/value', detail: expect.any(String) }]);
    });
  });

  describe('is refused', () => {
    it('from guests', async () => {
      const id = await newComment();
      await site.app.request.put(`/api/v1/comments/${id}/vote`).send({ value: 1 }).expect(401);
    });

    it('on an own comment', async () => {
      expect(outcomeOf(await vote(site.app, site.author, await newComment(), 1))).toBe(
        '403 own-comment',
      );
    });

    it('where there is no comment, or none that one may see', async () => {
      const post = await newPost({ mode: 'premoderated' });
      const held = await site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.author.auth)
        .send({ body: 'Waits' })
        .expect(202);
      for (const id of [held.body.id, randomUUID(), 'no-id'])
        expect(outcomeOf(await vote(site.app, site.reader, id, 1))).toBe('404 comment-not-found');
      // Viewers who can see it also see the reason.
      for (const person of [site.author, site.editor]) {
        const answer = await vote(site.app, person, held.body.id, 1);
        expect(outcomeOf(answer)).toBe('409 comment-not-published');
      }
    });

    it('on a tombstone', async () => {
      const post = await newPost();
      const id = await newComment(post);
      await say(site.app, site.other, post, 'A reply', id);
      await vote(site.app, site.reader, id, 1);
      await decide(site.app, site.editor, `comments/${id}`, {
        action: 'remove',
        reason: 'spam',
        version: 1,
      });
      expect(outcomeOf(await vote(site.app, site.reader, id, -1))).toBe(
        '409 comment-not-published',
      );
      const [tombstone] = (await readPage(site.app, post)).items;
      expect(tombstone).toMatchObject({ id, score: null, upvotes: null, downvotes: null });
      await decide(site.app, site.editor, `comments/${id}`, { action: 'restore', version: 2 });
      const read = await site.app.request.get(`/api/v1/comments/${id}`);
      expect(read.body).toMatchObject({ upvotes: 1, downvotes: 0 });
    });

    it('while the post is locked or closed', async () => {
      const post = await newPost();
      const id = await newComment(post);
      await change(post, { locked: true });
      expect(outcomeOf(await vote(site.app, site.reader, id, 1))).toBe('409 post-locked');
      await change(post, { locked: false, mode: 'closed' });
      expect(outcomeOf(await vote(site.app, site.reader, id, 1))).toBe('409 post-closed');
      await change(post, { mode: 'open' });
      expect(outcomeOf(await vote(site.app, site.reader, id, 1))).toBe('200');
    });

    it('from accounts that may not write', async () => {
      const id = await newComment();
      for (const [standing, outcome] of [
        ['suspended', '403 account-suspended'],
        ['banned', '403 banned'],
        ['premoderated', '200'],
      ]) {
        const person = await register(site.app);
        await setStanding(person, standing);
        expect(outcomeOf(await vote(site.app, person, id, 1))).toBe(outcome);
      }
    });
  });

  describe('is as the post wants it', () => {
    it('both ways unless it says otherwise', async () => {
      const { id: post } = await createPost(site.app, site.editor);
      const read = await site.app.request.get(`/api/v1/posts/${post}`).expect(200);
      expect(read.body.votes).toBe('updown');
      const list = await site.app.request.get('/api/v1/posts').expect(200);
      expect(list.body.items[0]).not.toHaveProperty('votes');
    });

    it('only for', async () => {
      const post = await newPost({ votes: 'up' });
      const id = await newComment(post);
      expect(outcomeOf(await vote(site.app, site.reader, id, -1))).toBe('409 votes-up-only');
      expect(outcomeOf(await vote(site.app, site.reader, id, 1))).toBe('200');
      expect(outcomeOf(await vote(site.app, site.reader, id, 0))).toBe('200');
    });

    it('not at all, with what was cast before', async () => {
      const post = await newPost();
      const id = await newComment(post);
      await vote(site.app, site.reader, id, 1);
      const changed = await change(post, { votes: 'off' });
      expect(changed.body.votes).toBe('off');
      for (const value of [1, 0, -1])
        expect(outcomeOf(await vote(site.app, site.reader, id, value))).toBe('409 votes-off');
      const read = await site.app.request.get(`/api/v1/comments/${id}`);
      expect(read.body).toMatchObject({ upvotes: 1 });
    });

    it('and a post wants one of three', async () => {
      const answer = await site.app.request
        .patch(`/api/v1/posts/${await newPost()}`)
        .set(site.editor.auth)
        .send({ votes: 'sideways' });
      expect(answer.status).toBe(422);
    });
  });
});
