import { decide, outcomeOf } from '../support/moderation.js';
import { useSite } from '../support/site.js';
import { type Comment, createPost, readPage, say } from '../support/threads.js';

interface Event {
  seq: number;
  type: string;
  data: { comment?: Comment; post?: { locked: boolean } };
}

describe('moderation of a thread', () => {
  const site = useSite({
    people: { editor: 'admin', staff: 'moderator', author: 'member', reader: 'member' },
  });

  const newPost = async (fields: object = {}) =>
    (await createPost(site.app, site.editor, fields)).id;
  const act = async (action: string, id: string, version: number) => {
    const reason = action === 'remove' ? { reason: 'off_topic' } : {};
    const answer = await decide(site.app, site.staff, `comments/${id}`, {
      action,
      version,
      ...reason,
    });
    expect(outcomeOf(answer)).toBe('201');
    return answer.body.comment as Comment;
  };
  const events = async (post: string): Promise<Event[]> =>
    (await site.app.request.get(`/api/v1/posts/${post}/events`).expect(200)).body.events;
  const shown = async (post: string) =>
    (await readPage(site.app, post, { sort: 'oldest' })).items.map(
      ({ id, status, replyCount }) => ({
        id,
        status,
        replyCount,
      }),
    );
  const countOf = async (post: string) => (await readPage(site.app, post)).post.commentCount;

  it('leaves a tombstone where a removed comment has replies, and counts it no more', async () => {
    const post = await newPost();
    const top = await say(site.app, site.author, post, 'The claim');
    const reply = await say(site.app, site.reader, post, 'The answer', top.id);
    await act('remove', top.id, 1);
    const page = await readPage(site.app, post);
    expect(page.post.commentCount).toBe(1);
    expect(page.items[0]).toMatchObject({
      id: top.id,
      status: 'removed',
      version: 2,
      body: null,
      html: null,
      author: null,
      score: null,
      removal: { by: 'moderation', reason: 'off_topic' },
      replyCount: 1,
    });
    expect(page.items[1]).toMatchObject({ id: reply.id, status: 'published', body: 'The answer' });

    await act('restore', top.id, 2);
    const restored = await readPage(site.app, post);
    expect(restored.post.commentCount).toBe(2);
    expect(restored.items[0]).toMatchObject({
      status: 'published',
      version: 3,
      body: 'The claim',
      author: { id: site.author.id },
      removal: null,
    });
  });

  it('takes a removed comment without replies off the page, and brings it back to its place', async () => {
    const post = await newPost();
    const [one, two, three] = [
      await say(site.app, site.author, post, 'One'),
      await say(site.app, site.author, post, 'Two'),
      await say(site.app, site.author, post, 'Three'),
    ];
    const before = await shown(post);
    await act('remove', two.id, 1);
    expect((await shown(post)).map((item) => item.id)).toEqual([one.id, three.id]);
    await act('restore', two.id, 2);
    expect(await shown(post)).toEqual(before);
  });

  it('folds a chain of tombstones when its last reply goes, and unfolds it again', async () => {
    const post = await newPost();
    const chain: Comment[] = [];
    for (let depth = 0; depth < 4; depth++) {
      chain.push(await say(site.app, site.author, post, `Level ${depth}`, chain.at(-1)?.id));
    }
    const [a, b, c, d] = chain.map((comment) => comment.id);
    await act('remove', a, 1);
    await act('remove', b, 1);
    await act('remove', c, 1);
    expect(await shown(post)).toEqual([
      { id: a, status: 'removed', replyCount: 1 },
      { id: b, status: 'removed', replyCount: 1 },
      { id: c, status: 'removed', replyCount: 1 },
      { id: d, status: 'published', replyCount: 0 },
    ]);
    expect(await countOf(post)).toBe(1);

    await act('remove', d, 1);
    expect(await shown(post)).toEqual([]);
    expect(await countOf(post)).toBe(0);
    await site.app.request.get(`/api/v1/comments/${a}`).expect(404);

    await act('restore', c, 2);
    expect(await shown(post)).toEqual([
      { id: a, status: 'removed', replyCount: 1 },
      { id: b, status: 'removed', replyCount: 1 },
      { id: c, status: 'published', replyCount: 0 },
    ]);
    await act('restore', a, 2);
    await act('restore', d, 2);
    await act('restore', b, 2);
    expect((await shown(post)).map((item) => item.status)).toEqual(Array(4).fill('published'));
    expect(await countOf(post)).toBe(4);
  });

  it('tells readers of a removal without the text, and of a restoring with it', async () => {
    const post = await newPost();
    const comment = await say(site.app, site.author, post, 'Now you see it');
    await act('remove', comment.id, 1);
    const removed = await events(post);
    expect(removed.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'comment.created'],
      [2, 'comment.removed'],
    ]);
    expect(removed.map(({ data }) => data.comment)).toEqual([
      {
        id: comment.id,
        parentId: null,
        depth: 0,
        status: 'removed',
        version: 2,
        body: null,
        html: null,
        author: null,
        removal: { by: 'moderation', reason: 'off_topic' },
      },
      { id: comment.id, version: 2 },
    ]);
    await act('restore', comment.id, 2);
    const restored = await events(post);
    expect(restored.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'comment.created'],
      [2, 'comment.removed'],
      [3, 'comment.restored'],
    ]);
    expect(restored.map(({ data }) => data.comment)).toMatchObject([
      { body: 'Now you see it', version: 3 },
      { id: comment.id, version: 3 },
      { id: comment.id, version: 3 },
    ]);
  });

  it('holds comments on a premoderated post, unseen and unnumbered until they are approved', async () => {
    const post = await newPost();
    const top = await say(site.app, site.author, post, 'Before');
    const { seq } = await readPage(site.app, post);
    await site.app.request
      .patch(`/api/v1/posts/${post}`)
      .set(site.editor.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    const answer = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.reader.auth)
      .send({ body: 'Patient', parentId: top.id })
      .expect(202);
    expect(answer.body).toMatchObject({
      status: 'held',
      body: 'Patient',
      hold: [{ rule: 'post-premoderated', detail: expect.any(String) }],
    });
    const held = answer.body.id as string;

    const waiting = await readPage(site.app, post);
    expect(waiting.seq).toBe(seq + 1); // post.updated
    expect(waiting.post.commentCount).toBe(1);
    expect(waiting.items).toEqual([
      expect.objectContaining({ id: top.id, replyCount: 0, moreReplies: null }),
    ]);
    await site.app.request.get(`/api/v1/comments/${held}`).expect(404);
    await site.app.request.get(`/api/v1/comments/${held}`).set(site.author.auth).expect(404);
    await site.app.request.get(`/api/v1/comments/${held}`).set(site.reader.auth).expect(200);

    expect(await act('approve', held, 1)).toMatchObject({ status: 'published', version: 2 });
    const last = (await events(post)).at(-1)!;
    expect(last).toMatchObject({
      seq: seq + 2,
      type: 'comment.created',
      data: { comment: { id: held, parentId: top.id, body: 'Patient', version: 2 } },
    });
    const page = await readPage(site.app, post);
    expect(page.post.commentCount).toBe(2);
    expect(page.items.map((item) => item.id)).toEqual([top.id, held]);
  });

  it('says nothing of a comment that is removed before anybody saw it', async () => {
    const post = await newPost({ mode: 'premoderated' });
    const { body } = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.author.auth)
      .send({ body: 'Never seen' })
      .expect(202);
    await act('remove', body.id, 1);
    expect(await events(post)).toEqual([]);
    await act('restore', body.id, 2);
    expect((await events(post)).map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'comment.created'],
    ]);
  });

  it('locks a discussion for comments and edits, and unlocks it', async () => {
    const post = await newPost();
    const comment = await say(site.app, site.author, post, 'In time');
    const reply = () =>
      site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(site.reader.auth)
        .send({ body: 'Late', parentId: comment.id });

    const locked = await decide(site.app, site.staff, `posts/${post}`, {
      action: 'lock',
      note: 'Heated.',
    });
    expect(locked.status).toBe(201);
    expect(locked.body).toMatchObject({
      decision: { subject: 'post', action: 'lock', postId: post, note: 'Heated.' },
      post: { id: post, locked: true },
    });
    expect(outcomeOf(await reply())).toBe('409 post-locked');
    const edit = await site.app.request
      .patch(`/api/v1/comments/${comment.id}`)
      .set({ ...site.author.auth, 'if-match': '1' })
      .send({ body: 'Changed' });
    expect(outcomeOf(edit)).toBe('409 post-locked');

    expect(outcomeOf(await decide(site.app, site.staff, `posts/${post}`, { action: 'lock' }))).toBe(
      '409 decision-does-not-fit',
    );
    expect(
      outcomeOf(await decide(site.app, site.staff, `posts/${post}`, { action: 'unlock' })),
    ).toBe('201');
    expect(outcomeOf(await reply())).toBe('201');
    expect((await events(post)).map(({ type, data }) => [type, data.post?.locked])).toEqual([
      ['comment.created', undefined],
      ['post.locked', false],
      ['post.unlocked', false],
      ['comment.created', undefined],
    ]);
  });

  it('finds a post by its slug, and none that is not there', async () => {
    const { slug } = await createPost(site.app, site.editor);
    expect(outcomeOf(await decide(site.app, site.staff, `posts/${slug}`, { action: 'lock' }))).toBe(
      '201',
    );
    for (const ref of ['no-such-post', '01900000-0000-7000-8000-000000000000', 'x'.repeat(200)]) {
      expect(
        outcomeOf(await decide(site.app, site.staff, `posts/${ref}`, { action: 'lock' })),
      ).toBe('404 post-not-found');
    }
  });

  it('locks by a change of the post just as well', async () => {
    const post = await newPost();
    const patch = (body: object) =>
      site.app.request.patch(`/api/v1/posts/${post}`).set(site.editor.auth).send(body).expect(200);
    await patch({ locked: true });
    await patch({ locked: true });
    await patch({ locked: false, title: 'Renamed' });
    expect((await events(post)).map(({ type }) => type)).toEqual([
      'post.locked',
      'post.updated',
      'post.unlocked',
    ]);
  });
});
