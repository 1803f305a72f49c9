import { findDrift } from '../support/counters.js';
import { decide, flag, outcomeOf, readQueue } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, makeYoung, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { vote } from '../support/votes.js';

describe('a branch that goes into another post', () => {
  const site = useSite({
    people: { staff: 'admin', editor: 'moderator', reader: 'member', other: 'member' },
  });
  const newPost = (fields: object = {}) => createPost(site.app, site.staff, fields);
  const send = (path: string, body: object = {}, headers: object = {}, by = site.editor) =>
    site.app.request
      .post(`/api/v1${path}`)
      .set({ ...by.auth, ...headers })
      .send(body);
  const move = (id: string, into: string, headers: object = {}) =>
    send(`/comments/${id}/move`, { into, note: 'Off topic there' }, headers);
  const undo = (decision: string) => send(`/moderation/decisions/${decision}/undo`);
  const get = (path: string) => site.app.request.get(`/api/v1${path}`).set(site.editor.auth);
  const see = async (id: string): Promise<Comment> =>
    (await get(`/comments/${id}`).expect(200)).body;
  const typesAfter = async (post: string, seq: number): Promise<string[]> => {
    const { body } = await get(`/posts/${post}/events?after=${seq}`).expect(200);
    return body.events.map(({ type }: { type: string }) => type);
  };
  const rowsOf = (ids: readonly string[]) =>
    site.database.query(
      `select id, post_id, parent_id, root_id, depth, listed, reply_count, lock_count, pinned, status
       from comments where id = any($1) order by id`,
      [ids],
    );

  it('stands at the top there with everything that belongs to it, and an undo puts all back', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const root = await say(site.app, site.other, from.id, 'The subject');
    const top = await say(site.app, site.reader, from.id, 'Something else', root.id);
    const reply = await say(site.app, site.other, from.id, 'An answer to it', top.id);
    const deep = await say(site.app, site.reader, from.id, 'And another', reply.id);
    const ids = [root.id, top.id, reply.id, deep.id];
    await vote(site.app, site.other, top.id, 1);
    await flag(site.app, site.reader, reply.id);
    await decide(site.app, site.editor, `comments/${root.id}`, { action: 'lock', version: 1 });
    const rows = await rowsOf(ids);
    const [before, there] = [await readPage(site.app, from.id), await readPage(site.app, into.id)];

    const { body } = await move(top.id, into.slug).expect(201);
    expect(body).toMatchObject({
      decision: { action: 'move', commentId: top.id, postId: from.id, note: 'Off topic there' },
      comment: { id: top.id, postId: into.id, parentId: null, depth: 0, locked: false },
    });
    expect(await findDrift(site.database)).toEqual([]);
    const left = await readPage(site.app, from.id);
    expect(left.items.map(({ id, replyCount }) => [id, replyCount])).toEqual([[root.id, 0]]);
    const moved = await readPage(site.app, into.id);
    expect(moved.items.map(({ id, depth }) => [id, depth])).toEqual([
      [top.id, 0],
      [reply.id, 1],
      [deep.id, 2],
    ]);
    expect([left.post.commentCount, moved.post.commentCount]).toEqual([1, 3]);
    expect(await typesAfter(from.id, before.seq)).toEqual(['thread.replaced']);
    expect(await typesAfter(into.id, there.seq)).toEqual(['thread.replaced']);
    const votes = await site.database.query('select post_id from votes where comment_id = $1', [
      top.id,
    ]);
    expect(votes).toEqual([{ post_id: into.id }]);
    const { items } = await readQueue(site.app, site.editor, { post: into.id });
    expect(items.map(({ id }) => id)).toEqual([reply.id]);
    // The lock of its former parent does not move with it.
    await say(site.app, site.other, into.id, 'Now open', deep.id);
    await until('it is sorted among the others', async () => {
      const { items: best } = await readPage(site.app, into.id, { sort: 'best', depth: 0 });
      const [{ best: key }] = await site.database.query<{ best: number }>(
        'select best from comments where id = $1',
        [top.id],
      );
      return best[0].id === top.id && key > 0;
    });

    const undone = await undo(body.decision.id);
    expect(outcomeOf(undone)).toBe('201');
    expect(undone.body.comment).toMatchObject({ postId: from.id, parentId: root.id });
    expect(await findDrift(site.database)).toEqual([]);
    const back = await rowsOf(ids);
    // A later reply has moved with it.
    expect(back).toEqual(
      rows.map((row) => (row.id === deep.id ? { ...row, reply_count: 1 } : row)),
    );
    expect((await readPage(site.app, into.id)).items).toEqual([]);
    expect(outcomeOf(await undo(body.decision.id))).toBe('409 decision-does-not-fit');
  });

  it('leaves nothing of a tombstone that it kept in the list, until it comes back', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const root = await say(site.app, site.reader, from.id, 'Deleted');
    const reply = await say(site.app, site.other, from.id, 'Stays', root.id);
    await site.app.request.delete(`/api/v1/comments/${root.id}`).set(site.reader.auth).expect(204);
    const { body } = await move(reply.id, into.id).expect(201);
    expect((await readPage(site.app, from.id)).items).toEqual([]);
    expect(outcomeOf(await undo(body.decision.id))).toBe('201');
    const { items } = await readPage(site.app, from.id);
    expect(items.map(({ id }) => id)).toEqual([root.id, reply.id]);
    expect(await findDrift(site.database)).toEqual([]);
  });

  it('takes quotes out of sight whose source stays behind, and keeps them through an edit', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const source = await say(site.app, site.reader, from.id, 'Quoted words');
    const quotes = [{ commentId: source.id, version: 1, start: 0, end: 6 }];
    const { body: reply } = await site.app.request
      .post(`/api/v1/posts/${from.id}/comments`)
      .set(site.other.auth)
      .send({ body: 'An answer', quotes })
      .expect(201);
    const textOf = async () => (await get(`/comments/${reply.id}`).expect(200)).body.quotes[0].text;
    expect(await textOf()).toBe('Quoted');
    const { body } = await move(reply.id, into.id).expect(201);
    expect(await textOf()).toBeNull();
    await site.app.request
      .patch(`/api/v1/comments/${reply.id}`)
      .set({ ...site.other.auth, 'if-match': '1' })
      .send({ body: 'An answer in other words', quotes })
      .expect(200);
    expect(outcomeOf(await undo(body.decision.id))).toBe('201');
    expect(await textOf()).toBe('Quoted');
  });

  it('goes once for its key', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const { id } = await say(site.app, site.reader, from.id, 'Once');
    const headers = { 'idempotency-key': `move ${id}`.replaceAll(' ', '-') };
    const [first, second] = [await move(id, into.id, headers), await move(id, into.id, headers)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    const { body } = await get('/moderation/log?limit=100').expect(200);
    const moves = body.items.filter((one: { commentId: string }) => one.commentId === id);
    expect(moves).toHaveLength(1);
  });

  it('is refused where there is nothing to move, or nowhere to go', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const root = await say(site.app, site.reader, from.id, 'Here');
    const gone = await newPost();
    await site.app.request.delete(`/api/v1/posts/${gone.id}`).set(site.editor.auth).expect(204);
    for (const wrong of [from.id, gone.id, 'no-such-post'])
      expect(outcomeOf(await move(root.id, wrong))).toBe('422 invalid-input');
    expect(outcomeOf(await move(into.id, into.id))).toBe('404 comment-not-found');
    const asReader = await send(`/comments/${root.id}/move`, { into: into.id }, {}, site.reader);
    expect(outcomeOf(asReader)).toBe('403 role-required');
  });

  it('is not taken back when what it answered is gone, or when it has gone on', async () => {
    const [from, into, third] = [await newPost(), await newPost(), await newPost()];
    const root = await say(site.app, site.reader, from.id, 'Leaves no trace');
    const reply = await say(site.app, site.other, from.id, 'An answer', root.id);
    const { body: first } = await move(reply.id, into.id).expect(201);
    await makeYoung(site.database, root.id);
    await site.app.request.delete(`/api/v1/comments/${root.id}`).set(site.reader.auth).expect(204);
    expect(outcomeOf(await undo(first.decision.id))).toBe('409 version-conflict');
    const { body: second } = await move(reply.id, third.id).expect(201);
    expect(outcomeOf(await undo(first.decision.id))).toBe('409 version-conflict');
    expect(outcomeOf(await undo(second.decision.id))).toBe('201');
    expect(await see(reply.id)).toMatchObject({ postId: into.id, parentId: null });
    expect(await findDrift(site.database)).toEqual([]);
  });
});
