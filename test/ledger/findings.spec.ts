import type { Response } from 'supertest';
import { newId } from '../../src/database/ids.js';
import { made, undo } from '../support/decisions.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { StatementRecorder } from '../support/recorded-statements.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

/** Findings of attacks on this service, by their names. */
describe('a finding that was mended', () => {
  const site = useSite({
    people: { editor: 'admin', judge: 'moderator', idle: 'moderator', author: 'member' },
  });
  const removal = { action: 'remove', reason: 'spam', version: 1 };
  let post: string;
  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const on = (person: Person, action: string) => {
    const until = action === 'suspend' ? new Date(Date.now() + 3_600_000).toISOString() : undefined;
    return made(site.app, site.editor, `users/${person.id}`, { action, reason: 'other', until });
  };

  it('H2: a suspended moderator decides on nothing', async () => {
    const { app, idle } = site;
    const comment = await say(app, site.author, post, 'Judged');
    await on(idle, 'suspend');
    const send = (method: 'post' | 'put' | 'patch', path: string, body: object) =>
      app.request[method](`/api/v1/${path}`).set(idle.auth).send(body);
    const tried = [
      await decide(app, idle, `comments/${comment.id}`, removal),
      await decide(app, idle, `users/${site.author.id}`, { action: 'ban', reason: 'spam' }),
      await decide(app, idle, `posts/${post}`, { action: 'lock' }),
      await send('post', 'moderation/bulk', { ...removal, comments: [comment] }),
      await send('post', `moderation/comments/${comment.id}/notes`, { text: 'A note' }),
      await send('patch', 'moderation/settings', { holdFirstComments: 1 }),
      await send('post', 'posts', { slug: 'not-made', title: 'Not made' }),
      await send('patch', `posts/${post}`, { title: 'Renamed' }),
      await send('post', `posts/${post}/updates`, { text: 'News' }),
    ];
    expect(tried.map(outcomeOf)).toEqual(tried.map(() => '403 account-suspended'));
    expect(outcomeOf(await decide(app, site.judge, `comments/${comment.id}`, removal))).toBe('201');
  });

  it('M3: a banned or suspended account does not rename itself in public', async () => {
    for (const action of ['ban', 'suspend']) {
      const person = await register(site.app);
      await say(site.app, person, post, `Before the ${action}`);
      await on(person, action);
      const answer = await site.app.request
        .patch('/api/v1/users/me')
        .set((await signInAnew(site.app, person)).auth)
        .send({ displayName: 'The moderators are crooks' });
      expect(answer.status).toBe(403);
    }
    expect(JSON.stringify(await readPage(site.app, post))).not.toContain('crooks');
  });

  describe('L5: a moderator takes no decision back that was left to administrators', () => {
    const escalated = async () => {
      const comment = await say(site.app, site.author, post, 'Left to administrators');
      await flag(site.app, await register(site.app), comment.id);
      await site.app.request
        .put(`/api/v1/moderation/queue/${comment.id}/escalation`)
        .set(site.judge.auth)
        .expect(204);
      return `comments/${comment.id}`;
    };

    it('of a removal, neither by an undo nor by a restoring', async () => {
      const { app, editor, judge } = site;
      const comment = await escalated();
      const decision = await made(app, editor, comment, removal);
      expect(outcomeOf(await undo(app, judge, decision))).toBe('403 escalated');
      const restoring = { action: 'restore', version: 2 };
      expect(outcomeOf(await decide(app, judge, comment, restoring))).toBe('403 escalated');
      const restored = await made(app, editor, comment, restoring);
      expect(outcomeOf(await undo(app, judge, restored))).toBe('403 escalated');
      expect(outcomeOf(await undo(app, editor, restored))).toBe('201');
    });

    it('of an approval', async () => {
      const { app, editor, judge } = site;
      const decision = await made(app, editor, await escalated(), {
        action: 'approve',
        version: 1,
      });
      expect(outcomeOf(await undo(app, judge, decision))).toBe('403 escalated');
      expect(outcomeOf(await undo(app, editor, decision))).toBe('201');
    });

    it('but one that was not', async () => {
      const { app, editor, judge } = site;
      const { id } = await say(app, site.author, post, 'Not escalated');
      const decision = await made(app, editor, `comments/${id}`, removal);
      expect(outcomeOf(await undo(app, judge, decision))).toBe('201');
    });
  });

  /** Compares the statements instead of times: the same statements take the same time. */
  describe('L8: a hidden comment costs the database what an absent one does', () => {
    let held: string;
    let recorder: StatementRecorder;
    beforeAll(async () => {
      const closed = await createPost(site.app, site.editor, { mode: 'premoderated' });
      const answer = await site.app.request
        .post(`/api/v1/posts/${closed.id}/comments`)
        .set(site.author.auth)
        .send({ body: 'Held' })
        .expect(202);
      held = answer.body.id;
    });
    beforeEach(() => {
      recorder = new StatementRecorder();
    });
    afterEach(() => recorder.stop());

    const asReader =
      (method: 'get' | 'put' | 'patch' | 'delete', path: string, body?: object) =>
      async (by: Person, id: string): Promise<Response> =>
        site.app.request[method](`/api/v1/comments/${id}${path}`)
          .set({ ...by.auth, 'if-match': '1' })
          .send(body);
    const notice = async (_: Person, id: string): Promise<Response> =>
      site.app.request.post('/api/v1/notices').send({
        url: `https://reviews.example/film#comment-${id}`,
        category: 'defamation',
        explanation: 'It accuses a living person of a crime, without a source.',
        name: 'Anna Kalniņa',
        email: 'anna@example.org',
        goodFaith: true,
      });

    it.each([
      ['a report', (by: Person, id: string) => flag(site.app, by, id)],
      ['a notice', notice],
      ['a vote', asReader('put', '/vote', { value: 1 })],
      ['an edit', asReader('patch', '', { body: 'Mine' })],
      ['a deletion', asReader('delete', '')],
      ['a look', asReader('get', '')],
      ['a look at what surrounds it', asReader('get', '/context')],
      ['a look at its replies', asReader('get', '/replies')],
      ['a look at its former texts', asReader('get', '/revisions')],
    ])('for %s', async (_, ask) => {
      const reader = await register(site.app);
      const absent = newId();
      const answers = [await ask(reader, held), await ask(reader, absent)];
      expect(answers.map(outcomeOf)).toEqual(Array(2).fill('404 comment-not-found'));
      const [ofHeld, ofAbsent] = [held, absent].map((id) => recorder.about(id));
      expect(ofAbsent.length).toBeGreaterThan(0);
      expect(ofHeld).toEqual(ofAbsent);
    });
  });
});
