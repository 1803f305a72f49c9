import { inFull } from '../support/full-form.js';
import { decide, flag, outcomeOf } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';

const ROUNDS = 20;

describe('a decision', () => {
  const site = useSite({
    people: {
      editor: 'admin',
      staff: 'moderator',
      second: 'moderator',
      author: 'member',
      reader: 'member',
    },
  });
  let post: string;
  let premoderated: string;

  beforeAll(async () => {
    post = (await createPost(site.app, site.editor)).id;
    premoderated = (await createPost(site.app, site.editor, { mode: 'premoderated' })).id;
  });

  const hold = async () =>
    (
      await site.app.request
        .post(`/api/v1/posts/${premoderated}/comments`)
        .set(site.author.auth)
        .send({ body: 'Waiting' })
        .expect(202)
    ).body.id as string;
  const publish = async () => (await say(site.app, site.author, post, 'Said')).id;
  const remove = (id: string, version = 1, by = site.staff) =>
    decide(site.app, by, `comments/${id}`, { action: 'remove', reason: 'spam', version });
  const approve = (id: string, version = 1, by = site.staff) =>
    decide(site.app, by, `comments/${id}`, { action: 'approve', version });
  const restore = (id: string, version = 1, by = site.staff) =>
    decide(site.app, by, `comments/${id}`, { action: 'restore', version });
  const decisionsOn = (id: string) =>
    site.database.query<{ action: string }>('select action from decisions where comment_id = $1', [
      id,
    ]);

  it('is for moderators and administrators', async () => {
    const id = await publish();
    const body = { action: 'remove', reason: 'spam', version: 1 };
    await site.app.request
      .post(`/api/v1/moderation/comments/${id}/decisions`)
      .send(body)
      .expect(401);
    for (const person of [site.author, site.reader]) {
      expect(outcomeOf(await remove(id, 1, person))).toBe('403 role-required');
    }
    expect(outcomeOf(await remove(id, 1, site.editor))).toBe('201');
  });

  it('answers itself and the comment as moderators see it', async () => {
    const id = await publish();
    const answer = await decide(site.app, site.staff, `comments/${id}`, {
      action: 'remove',
      reason: 'hate',
      note: 'The second sentence.',
      version: 1,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.decision).toEqual({
      id: expect.any(String),
      subject: 'comment',
      commentId: id,
      postId: post,
      userId: site.author.id,
      moderator: expect.objectContaining({ id: site.staff.id, role: 'moderator' }),
      action: 'remove',
      reason: 'hate',
      rule: null,
      note: 'The second sentence.',
      text: null,
      until: null,
      evidence: null,
      ledBy: 'moderation',
      ties: [],
      undoes: null,
      undone: false,
      createdAt: expect.any(String),
    });
    expect(answer.body.comment).toMatchObject({
      id,
      postId: post,
      status: 'removed',
      version: 2,
      body: 'Said',
      removal: { by: 'moderation', reason: 'hate' },
    });
  });

  it('to remove needs a reason of the list', async () => {
    const id = await publish();
    for (const grounds of [{}, { reason: null }, { reason: 'because' }]) {
      const answer = await decide(site.app, site.staff, `comments/${id}`, {
        action: 'remove',
        version: 1,
        ...grounds,
      });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('/reason');
    }
  });

  it('needs the version that the moderator saw', async () => {
    const answer = await decide(site.app, site.staff, `comments/${await publish()}`, {
      action: 'approve',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe('/version');
  });

  it('fits the present status or is refused', async () => {
    const made: Record<string, () => Promise<{ id: string; version: number }>> = {
      published: async () => ({ id: await publish(), version: 1 }),
      reported: async () => {
        const id = await publish();
        await flag(site.app, site.reader, id);
        return { id, version: 1 };
      },
      held: async () => ({ id: await hold(), version: 1 }),
      removed: async () => {
        const id = await publish();
        await remove(id);
        return { id, version: 2 };
      },
      deleted: async () => {
        const id = await publish();
        await say(site.app, site.reader, post, 'An answer', id);
        await site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth).expect(204);
        return { id, version: 2 };
      },
    };
    const outcomes: Record<string, string> = {};
    for (const [state, make] of Object.entries(made)) {
      for (const [action, act] of Object.entries({ approve, remove, restore })) {
        const { id, version } = await make();
        const answer = await act(id, version);
        outcomes[`${action} ${state}`] =
          answer.status === 201 ? answer.body.comment.status : outcomeOf(answer);
        const logged = await decisionsOn(id);
        expect(logged.filter((row) => row.action === action)).toHaveLength(
          answer.status === 201 || (state === 'removed' && action === 'remove') ? 1 : 0,
        );
      }
    }
    const unfit = '409 decision-does-not-fit';
    expect(outcomes).toEqual({
      'approve published': unfit,
      'remove published': 'removed',
      'restore published': unfit,
      'approve reported': 'published',
      'remove reported': 'removed',
      'restore reported': unfit,
      'approve held': 'published',
      'remove held': 'removed',
      'restore held': unfit,
      'approve removed': unfit,
      'remove removed': unfit,
      'restore removed': 'published',
      'approve deleted': unfit,
      'remove deleted': unfit,
      'restore deleted': unfit,
    });
  });

  it('is refused when the comment is not what the moderator saw', async () => {
    const id = await publish();
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': '1' })
      .send({ body: 'Said better' })
      .expect(200);
    expect(outcomeOf(await remove(id, 1))).toBe('409 version-conflict');
    expect(outcomeOf(await remove(id, 3))).toBe('409 version-conflict');
    expect(outcomeOf(await remove(id, 2))).toBe('201');
  });

  it('finds no comment that is not there', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'nothing']) {
      expect(outcomeOf(await remove(id))).toBe('404 comment-not-found');
    }
  });

  inFull('is made by one of two moderators on a held comment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await hold();
      const answers = await Promise.all([approve(id, 1, site.staff), remove(id, 1, site.second)]);
      expect(answers.map(outcomeOf).sort()).toEqual(['201', '409 version-conflict']);
      expect(await decisionsOn(id)).toHaveLength(1);
    }
  });

  inFull('is made by one of two moderators on a published comment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await publish();
      const before = (await readPage(site.app, post)).seq;
      const answers = await Promise.all([remove(id, 1, site.staff), remove(id, 1, site.second)]);
      expect(answers.map(outcomeOf).sort()).toEqual(['201', '409 version-conflict']);
      expect(await decisionsOn(id)).toHaveLength(1);
      expect((await readPage(site.app, post)).seq).toBe(before + 1);
    }
  });

  inFull('answers the reports of a comment once when two moderators approve it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await publish();
      await flag(site.app, site.reader, id);
      const answers = await Promise.all([approve(id, 1, site.staff), approve(id, 1, site.second)]);
      expect(answers.map(outcomeOf).sort()).toEqual(['201', '409 version-conflict']);
    }
  });

  inFull('leaves no open report behind, whichever comes first', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await publish();
      const [reported, removed] = await Promise.all([flag(site.app, site.reader, id), remove(id)]);
      expect(outcomeOf(removed)).toBe('201');
      expect(['201', '404 comment-not-found']).toContain(outcomeOf(reported));
      const states = await site.database.query(
        'select state from comment_flags where comment_id = $1',
        [id],
      );
      expect(states).toEqual(reported.status === 201 ? [{ state: 'agreed' }] : []);
    }
  });

  it('is made once for an idempotency key, and answered the same again', async () => {
    const id = await publish();
    const decision = { action: 'remove', reason: 'spam', version: 1 };
    const key = { 'idempotency-key': `decision-${id}` };
    const first = await decide(site.app, site.staff, `comments/${id}`, decision, key);
    const again = await decide(site.app, site.staff, `comments/${id}`, decision, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(await decisionsOn(id)).toHaveLength(1);
    const other = await decide(
      site.app,
      site.staff,
      `comments/${id}`,
      { ...decision, version: 2 },
      key,
    );
    expect(outcomeOf(other)).toBe('422 idempotency-key-reused');
  });

  it('to remove is not undone by the author', async () => {
    const id = await publish();
    await remove(id);
    const edit = await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': '2' })
      .send({ body: 'Again' });
    const deletion = await site.app.request.delete(`/api/v1/comments/${id}`).set(site.author.auth);
    expect([edit, deletion].map(outcomeOf)).toEqual(['409 comment-gone', '409 comment-gone']);
  });

  it('sees what was written before it: an approved text is the text that was read', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await hold();
      const [approved, edited] = await Promise.all([
        approve(id),
        site.app.request
          .patch(`/api/v1/comments/${id}`)
          .set({ ...site.author.auth, 'if-match': '1' })
          .send({ body: 'Something else' }),
      ]);
      expect(Number(approved.status === 201) + Number(edited.status === 200)).toBe(1);
      const { body } = await site.app.request
        .get(`/api/v1/comments/${id}`)
        .set(site.staff.auth)
        .expect(200);
      expect(body).toMatchObject(
        approved.status === 201
          ? { status: 'published', body: 'Waiting' }
          : { status: 'held', body: 'Something else' },
      );
    }
  });
});
