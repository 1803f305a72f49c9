import { holdTurn } from '../support/held-turns.js';
import { LiveClient } from '../support/live-client.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { flag, outcomeOf, readQueue } from '../support/moderation.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { makeVoters, vote } from '../support/votes.js';

describe('what goes with a post that ends', () => {
  const site = useSite({
    people: { staff: 'admin', editor: 'moderator', reader: 'member', other: 'member' },
    env: { SITE_ORIGINS: 'http://127.0.0.1:9' },
    prepare: waitLongForLocks,
  });
  // The node does not continue the background work of a deletion or its undo.
  beforeAll(() => holdTurn(site.database, 'ended-comments'));
  const newPost = (fields: object = {}) => createPost(site.app, site.staff, fields);
  const send = (path: string, body: object = {}, by = site.editor) =>
    site.app.request.post(`/api/v1${path}`).set(by.auth).send(body);
  const get = (path: string) =>
    site.app.request.get(`/api/v1${path}`).set(site.staff.auth).redirects(0);
  const merge = (post: string, into: string) => send(`/posts/${post}/merge`, { into });
  const remove = (post: string) =>
    site.app.request.delete(`/api/v1/posts/${post}`).set(site.editor.auth);
  const claim = (item: string) =>
    site.app.request.put(`/api/v1/moderation/queue/${item}/claim`).set(site.editor.auth);
  const undoLast = async () => {
    const { body } = await get('/moderation/log?limit=1').expect(200);
    return send(`/moderation/decisions/${body.items[0].id}/undo`);
  };
  const itemOf = async (id: string) =>
    (await readQueue(site.app, site.staff, { limit: 100 })).items.find((item) => item.id === id);

  it('keeps the age and the claim of a report when its comment goes into another post', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const { id } = await say(site.app, site.reader, from.id, 'Reported');
    await flag(site.app, site.other, id, { reason: 'spam' });
    await site.database.query(
      `update queue_items set since = now() - interval '3 hours' where id = $1`,
      [id],
    );
    await claim(id).expect(200);
    const before = (await itemOf(id))!;
    await merge(from.id, into.id).expect(201);
    expect(await itemOf(id)).toMatchObject({
      since: before.since,
      claim: before.claim,
      flagCount: 1,
      score: before.score,
      post: { id: into.id },
    });
    expect((await undoLast()).status).toBe(201);
    expect(await itemOf(id)).toMatchObject({ since: before.since, post: { id: from.id } });
  });

  it('pins three at most in what two posts have become, and all of them again apart', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const pinTwo = async (post: string) => {
      const ids: string[] = [];
      for (const text of ['One', 'Two']) {
        const { id } = await say(site.app, site.reader, post, text);
        const pin = { action: 'pin', version: 1 };
        await send(`/moderation/comments/${id}/decisions`, pin).expect(201);
        ids.push(id);
      }
      return ids;
    };
    const [moved, there] = [await pinTwo(from.id), await pinTwo(into.id)];
    const pinned = async (post: string) => {
      const page = await readPage(site.app, post);
      expect(page.items.filter((item) => item.pinned)).toHaveLength(page.pinned.length);
      return page.pinned.map(({ id }) => id);
    };
    await merge(from.id, into.id).expect(201);
    expect(await pinned(into.id)).toEqual([moved[0], ...there]);
    expect((await undoLast()).status).toBe(201);
    expect([await pinned(from.id), await pinned(into.id)]).toEqual([moved, there]);
  });

  it('waits for the undo of a deletion to be carried out', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const move = [from.id];
    await site.database.query('insert into seen_moves (post_id, gone_at) values ($1, now())', move);
    for (const ending of [remove(from.id), merge(from.id, into.id)])
      expect(outcomeOf(await ending)).toBe('503 temporarily-unavailable');
    await site.database.query('delete from seen_moves where post_id = $1', move);
    await merge(from.id, into.id).expect(201);
  });

  it('takes a vote along that was being cast when the comments moved', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const { id } = await say(site.app, site.reader, from.id, 'Voted on');
    const [voter] = await makeVoters(site.database, 1);
    await site.database.query('begin');
    await site.database.query('select from comments where id = $1 for no key update', [id]);
    await site.database.query(
      'insert into votes (comment_id, user_id, post_id, value) values ($1, $2, $3, 1)',
      [id, voter.id, from.id],
    );
    await site.database.query('update comments set upvotes = upvotes + 1 where id = $1', [id]);
    const merged = merge(from.id, into.id).then(outcomeOf);
    await untilLocksAwaited(site.database);
    await site.database.query('commit');
    expect(await merged).toBe('201');
    const votes = await site.database.query('select post_id from votes where comment_id = $1', [
      id,
    ]);
    expect(votes).toEqual([{ post_id: into.id }]);
  });

  it('searches passages in the text of the other post, and of a page believes what was given', async () => {
    const text = 'The film begins in the summer. Nobody remembers the letter.';
    const from = await newPost({ body: text });
    const [into, page] = [await newPost({ body: `Another text. ${text}` }), await newPost()];
    const position = { start: 31, end: 58 };
    const { body: comment } = await send(
      `/posts/${from.id}/comments`,
      { body: 'About this', anchor: { quote: { exact: 'Nobody remembers the letter' }, position } },
      site.reader,
    ).expect(201);
    const anchorOf = async () => {
      const { body } = await get(`/comments/${comment.id}`).expect(200);
      return body.anchor;
    };
    await merge(from.id, into.id).expect(201);
    await until('it is found', async () => (await anchorOf()).state === 'exact');
    expect(await anchorOf()).toMatchObject({
      place: { start: 45, end: 72 },
      placeRevision: 1,
    });
    await merge(into.id, page.id).expect(201);
    expect(await anchorOf()).toMatchObject({
      state: 'exact',
      place: position,
      placeRevision: null,
    });
  });

  it('closes what waits with a deletion, and opens again what waits still', async () => {
    const { id: post } = await newPost();
    const [waits, decided] = [
      await say(site.app, site.reader, post, 'Waits'),
      await say(site.app, site.reader, post, 'Is decided'),
    ];
    for (const { id } of [waits, decided]) await flag(site.app, site.other, id);
    await claim(waits.id).expect(200);
    const staff = await new LiveClient(site.app.url, { token: site.editor.token }).settled();
    await remove(post).expect(204);
    const told = (change: string) =>
      staff.received.some(
        (one) => one.kind === 'queue' && one.change.id === waits.id && one.change.change === change,
      );
    await staff.until('staff hear that it is gone', () => told('gone'));
    expect(
      await site.database.query('select 1 from queue_claims where item_id = $1', [waits.id]),
    ).toEqual([]);
    await site.database.query(`update comment_flags set state = 'agreed' where comment_id = $1`, [
      decided.id,
    ]);
    expect((await undoLast()).status).toBe(201);
    await staff.until('staff hear that it waits again', () => told('new'));
    expect(await itemOf(waits.id)).toMatchObject({ flagCount: 1, claim: null });
    expect(await itemOf(decided.id)).toBeUndefined();
    staff.socket.disconnect();
  });

  it('has no comment that is new for moderators while it is deleted', async () => {
    const { id: post } = await newPost();
    const [fresh, seen] = [
      await say(site.app, site.reader, post, 'Nobody has looked at it'),
      await say(site.app, site.reader, post, 'Somebody has'),
    ];
    await site.database.query(
      `update comments set reviewed_at = now() - interval '1 day' where id = $1`,
      [seen.id],
    );
    const unseen = () =>
      site.database.query(
        'select id from comments where post_id = $1 and reviewed_at is null order by id',
        [post],
      );
    await remove(post).expect(204);
    expect(await unseen()).toEqual([]);
    expect((await undoLast()).status).toBe(201);
    expect(await unseen()).toEqual([{ id: fresh.id }]);
    const { items } = await readQueue(site.app, site.staff, { kind: 'new', sort: 'score' });
    expect(items[0].id).toBe(fresh.id);
  });

  it('comes back without an address that another post took meanwhile', async () => {
    const url = 'http://127.0.0.1:9/taken';
    const { id } = await newPost({ url });
    await remove(id).expect(204);
    const { id: next } = await newPost({ url });
    expect((await undoLast()).status).toBe(201);
    expect((await get(`/posts/${id}`).expect(200)).body).toMatchObject({ url: null, urls: [] });
    expect((await get(`/posts/by-page?url=${url}`).expect(200)).body.id).toBe(next);
  });

  it('is gone under the key of a post that went into it before, and staff may take that key', async () => {
    const from = await newPost({ key: 'went-first', slug: 'went-first' });
    const into = await newPost();
    await merge(from.id, into.id).expect(201);
    await remove(into.id).expect(204);
    expect(outcomeOf(await get('/posts/by-page?key=went-first'))).toBe('410 post-gone');
    const again = await newPost({ key: 'went-first', slug: 'went-first' });
    expect((await get('/posts/by-page?key=went-first').expect(200)).body.id).toBe(again.id);
  });

  it('does not come back when its month is over, though its comments wait to be swept', async () => {
    const removedSince = async (interval: string) => {
      const { id } = await newPost();
      await say(site.app, site.reader, id, 'Old');
      await remove(id).expect(204);
      const aged = 'update posts set gone_at = now() - $2::interval where id = $1';
      await site.database.query(aged, [id, interval]);
      return id;
    };
    await removedSince('30 days 1 minute');
    expect(outcomeOf(await undoLast())).toBe('409 version-conflict');
    // Another post: the sweep may have deleted the comment of the first one by now.
    const id = await removedSince('29 days 23 hours');
    expect((await undoLast()).status).toBe(201);
    expect((await readPage(site.app, id)).items).toHaveLength(1);
  });

  it('leaves no vote behind when it comes apart again', async () => {
    const [from, into] = [await newPost(), await newPost()];
    const { id } = await say(site.app, site.reader, from.id, 'There and back');
    await merge(from.id, into.id).expect(201);
    await vote(site.app, site.other, id, 1);
    expect((await undoLast()).status).toBe(201);
    const votes = await site.database.query('select post_id from votes where comment_id = $1', [
      id,
    ]);
    expect(votes).toEqual([{ post_id: from.id }]);
  });

  it('takes no address that comes while it is merged', async () => {
    const { database, app, staff } = site;
    const [from, into] = [await newPost(), await newPost()];
    const url = 'http://127.0.0.1:9/late';
    await database.query('begin');
    await database.query('select from post_heads where post_id = $1 for update', [into.id]);
    const merged = merge(from.id, into.id).then(outcomeOf);
    await untilLocksAwaited(database);
    const added = app.request
      .post(`/api/v1/posts/${from.id}/urls`)
      .set(staff.auth)
      .send({ url })
      .then(outcomeOf);
    await untilLocksAwaited(database, 2);
    await database.query('commit');
    expect([await merged, await added]).toEqual(['201', '409 post-ended']);
    expect(await database.query('select from post_urls where url = $1', [url])).toEqual([]);
  });
});
