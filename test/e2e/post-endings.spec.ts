import { isDeepStrictEqual } from 'node:util';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { inFull } from '../support/full-form.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { outcomeOf } from '../support/moderation.js';
import { waitLongForLocks } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';
import { vote } from '../support/votes.js';
import { LiveClient } from '../support/live-client.js';

describe('a post that ends', () => {
  const site = useSite({
    people: { staff: 'admin', editor: 'moderator', reader: 'member', other: 'member' },
    env: { SITE_ORIGINS: 'http://127.0.0.1:9' },
    prepare: async (app) => {
      const { periods } = app.get(Rounds);
      for (const round of ['retention', 'ended-comments']) periods.set(round, 100);
      await waitLongForLocks(app);
    },
  });
  const api = (path: string) => site.app.request.get(`/api/v1${path}`);
  const get = (path: string, by = site.staff) => api(path).set(by.auth).redirects(0);
  const newPost = (fields: object = {}) => createPost(site.app, site.staff, fields);
  const remove = (post: string) =>
    site.app.request.delete(`/api/v1/posts/${post}`).set(site.editor.auth);
  const merge = (post: string, into: string) =>
    site.app.request.post(`/api/v1/posts/${post}/merge`).set(site.editor.auth).send({ into });
  const undo = async (action: string) => {
    const { body } = await get('/moderation/log?limit=1').expect(200);
    expect(body.items[0]).toMatchObject({ action, subject: 'post' });
    return site.app.request
      .post(`/api/v1/moderation/decisions/${body.items[0].id}/undo`)
      .set(site.editor.auth)
      .send({});
  };

  it('is gone everywhere when it is deleted, and comes back by an undo', async () => {
    const url = 'http://127.0.0.1:9/deleted';
    const { id, slug } = await newPost({ key: 'deleted', url, title: 'To be deleted' });
    const top = await say(site.app, site.reader, id, 'A comment');
    await say(site.app, site.other, id, 'A reply', top.id);
    await site.app.request
      .post(`/api/v1/comments/${top.id}/flags`)
      .set(site.other.auth)
      .send({ reason: 'spam' })
      .expect(201);
    const socket = await new LiveClient(site.app.url).settled();
    await socket.send('subscribe', { postId: id });
    await readPage(site.app, id);

    await remove(slug).expect(204);
    await socket.until('its readers hear of it', () =>
      socket.received.some(
        (one) => one.kind === 'events' && one.events.some(({ type }) => type === 'post.deleted'),
      ),
    );
    const refused = await socket.send('subscribe', { postId: id, after: 0 });
    expect(refused).toMatchObject({
      ok: false,
      problem: { type: '/problems/post-gone', status: 410 },
    });
    for (const ref of [id, slug]) {
      for (const path of [
        '',
        '/comments',
        '/events',
        '/revisions',
        '/anchors',
        '/viewer',
        '/thread.html',
      ])
        expect((await get(`/posts/${ref}${path}`)).body.type ?? path).toBe('/problems/post-gone');
    }
    for (const path of [
      `/comments/${top.id}`,
      `/comments/${top.id}/context`,
      `/comments/${top.id}/replies`,
    ])
      expect((await get(path)).status).toBe(404);
    expect((await get('/posts/by-page?key=deleted')).status).toBe(410);
    await site.app.request
      .post('/api/v1/posts/by-page')
      .set(site.reader.auth)
      .send({ url })
      .expect(410);
    await site.app.request
      .post(`/api/v1/posts/${id}/comments`)
      .set(site.reader.auth)
      .send({ body: 'Too late' })
      .expect(410);
    expect((await site.app.request.get(`/posts/${slug}`)).status).toBe(410);
    const queue = await get('/moderation/queue?limit=100').expect(200);
    expect(JSON.stringify(queue.body)).not.toContain(top.id);
    const counts = await get('/posts/counts?key=deleted').expect(200);
    expect(counts.body.items[0]).toMatchObject({ postId: null, commentCount: 0 });
    expect(JSON.stringify((await get('/posts?limit=100')).body)).not.toContain(id);

    expect((await undo('delete')).status).toBe(201);
    expect((await readPage(site.app, id)).items).toHaveLength(2);
    expect((await get(`/posts/${slug}`).expect(200)).body).toMatchObject({
      listed: true,
      locked: false,
    });
    expect(JSON.stringify((await get('/moderation/queue?limit=100')).body)).toContain(top.id);
    await say(site.app, site.reader, id, 'After all');
    socket.socket.disconnect();
  });

  it('refuses what was on its way when it ended', async () => {
    const { database, app, staff } = site;
    const [{ id }, other] = [await newPost(), await newPost()];
    const send = (path: string, body: object) =>
      app.request.post(`/api/v1/posts/${id}${path}`).set(staff.auth).send(body).then(outcomeOf);
    await database.query('begin');
    await database.query('select from post_heads where post_id = $1 for update', [id]);
    const ended = remove(id).then(outcomeOf);
    await untilLocksAwaited(database);
    const update = send('/updates', { text: 'Too late' });
    await untilLocksAwaited(database, 2);
    await database.query('commit');
    expect([await ended, await update]).toEqual(['204', '410 post-gone']);

    const undone = await undo('delete');
    expect(undone.status).toBe(201);
    const url = 'http://127.0.0.1:9/wanted-by-two';
    await database.query('begin');
    await database.query(`insert into post_urls (normalised, post_id, url) values ($1, $2, $1)`, [
      url,
      other.id,
    ]);
    const added = send('/urls', { url });
    await untilLocksAwaited(database);
    const removed = remove(id).then(outcomeOf);
    await untilLocksAwaited(database, 2);
    await database.query('rollback');
    expect([await added, await removed]).toEqual(['201', '204']);
  });

  inFull(
    'takes more comments than one act changes out of the queue, and puts them back',
    async () => {
      const { database } = site;
      const { id } = await newPost();
      await database.query(
        `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, reviewed_at)
       select id, $1, id, 0, $2, 'published', true, 1, 1, now(), now(), 'Text', 'Text',
         case when n % 2 = 0 then now() end
       from (select n, gen_random_uuid() as id from generate_series(1, 4500) n) rows`,
        [id, site.reader.id],
      );
      const states = async () => {
        const [row] = await database.query(
          `select count(*) filter (where reviewed_at is null)::integer as unseen,
           count(*) filter (where reviewed_at = gone_at)::integer as taken,
           (select count(*)::integer from ended_comments where post_id = $1) as ended,
           (select count(*)::integer from seen_moves) as moving
         from comments join posts on posts.id = post_id where post_id = $1`,
          [id],
        );
        return row;
      };
      const settled = (what: string, as: object) =>
        until(what, async () => isDeepStrictEqual(await states(), as));
      await remove(id).expect(204);
      await settled('none to be new', { unseen: 0, taken: 2250, ended: 4500, moving: 0 });
      expect((await undo('delete')).status).toBe(201);
      await settled('half of them to be new', { unseen: 2250, taken: 0, ended: 0, moving: 0 });

      await database.query('insert into seen_moves (post_id, gone_at) values ($1, now())', [id]);
      await settled('a move without comments to end', {
        unseen: 2250,
        taken: 0,
        ended: 0,
        moving: 0,
      });
    },
  );

  it('gives its names to another that staff make', async () => {
    const names = { slug: 'squatted', key: 'squatted', url: 'http://127.0.0.1:9/squatted' };
    const { id } = await newPost(names);
    await remove(id).expect(204);
    const { id: next } = await newPost(names);
    expect((await get('/posts/squatted').expect(200)).body.id).toBe(next);
    expect((await get('/posts/by-page?key=squatted').expect(200)).body.id).toBe(next);
    expect((await get(`/posts/${id}`)).status).toBe(410);
  });

  it('gives its address to another that has one already', async () => {
    const url = 'http://127.0.0.1:9/given';
    const { id } = await newPost({ url });
    const other = await newPost();
    const add = () =>
      site.app.request.post(`/api/v1/posts/${other.id}/urls`).set(site.staff.auth).send({ url });
    expect(outcomeOf(await add())).toBe('409 post-name-taken');
    await remove(id).expect(204);
    expect(outcomeOf(await add())).toBe('201');
    expect((await get(`/posts/by-page?url=${url}`).expect(200)).body.id).toBe(other.id);
  });

  it('leads to the other one when it is merged, with comments, addresses and key', async () => {
    const from = await newPost({ key: 'from', url: 'http://127.0.0.1:9/from' });
    const into = await newPost({ key: 'into' });
    const top = await say(site.app, site.reader, from.id, 'Moves');
    const reply = await say(site.app, site.other, from.id, 'Moves along', top.id);
    await vote(site.app, site.other, top.id, 1);
    const stays = await say(site.app, site.reader, into.id, 'Stays');
    const before = await readPage(site.app, into.id);

    const { body } = await merge(from.id, into.slug).expect(201);
    expect(body).toMatchObject({
      decision: { action: 'merge' },
      post: { id: into.id, commentCount: 3 },
    });
    const after = await readPage(site.app, into.id);
    expect(after.items.map(({ id }) => id).toSorted()).toEqual(
      [top.id, reply.id, stays.id].toSorted(),
    );
    const { body: log } = await get(`/posts/${into.id}/events?after=${before.seq}`).expect(200);
    expect(log.events.map(({ type }: { type: string }) => type)).toEqual(['thread.replaced']);
    const moved = await get(`/posts/${from.slug}/comments?limit=5`);
    expect(moved.status).toBe(308);
    expect(moved.headers.location).toBe(`/api/v1/posts/${into.id}/comments?limit=5`);
    for (const query of ['key=from', 'url=http://127.0.0.1:9/from'])
      expect((await get(`/posts/by-page?${query}`).expect(200)).body.id).toBe(into.id);
    const later = await say(site.app, site.reader, into.id, 'Later', reply.id);
    await vote(site.app, site.reader, later.id, 0);

    const third = await newPost();
    await merge(into.id, third.id).expect(201);
    expect((await get(`/posts/${from.id}`)).headers.location).toBe(`/api/v1/posts/${third.id}`);
    expect((await undo('merge')).status).toBe(201);
    const { body: found } = await get('/moderation/log?limit=10').expect(200);
    const first = found.items.findLast(({ action }: { action: string }) => action === 'merge');
    await site.app.request
      .post(`/api/v1/moderation/decisions/${first.id}/undo`)
      .set(site.editor.auth)
      .send({})
      .expect(201);
    const back = await readPage(site.app, from.id);
    expect(back.items.map(({ id }) => id).toSorted()).toEqual(
      [top.id, reply.id, later.id].toSorted(),
    );
    expect(back.post.commentCount).toBe(3);
    const left = await readPage(site.app, into.id);
    expect(left.items.map(({ id }) => id)).toEqual([stays.id]);
    expect(left.post.commentCount).toBe(1);
    const votes = await site.database.query(
      'select distinct post_id from votes where comment_id = $1',
      [top.id],
    );
    expect(votes).toEqual([{ post_id: from.id }]);
  });

  it('is not merged into itself, into nothing, or twice', async () => {
    const { id } = await newPost();
    const into = await newPost();
    for (const wrong of [id, 'no-such-post', '00000000-0000-7000-8000-000000000000'])
      await merge(id, wrong).expect(422);
    await merge(id, into.id).expect(201);
    expect(outcomeOf(await merge(id, into.id))).toBe('409 post-ended');
    await site.app.request.delete(`/api/v1/posts/${into.id}`).set(site.reader.auth).expect(403);
  });

  it('loses its comments a month after it was deleted, and no earlier', async () => {
    const { id } = await newPost();
    const top = await say(site.app, site.reader, id, 'Old');
    await say(site.app, site.other, id, 'Older', top.id);
    const kept = await newPost();
    await say(site.app, site.reader, kept.id, 'Kept');
    await remove(id).expect(204);
    await remove(kept.id).expect(204);
    const of = async (post: string) =>
      (await site.database.query('select 1 from comments where post_id = $1', [post])).length;
    await site.database.query(
      `update posts set gone_at = gone_at - interval '31 days' where id = $1`,
      [id],
    );
    await until('they are gone', async () => (await of(id)) === 0);
    expect(await of(kept.id)).toBe(1);
    expect((await get(`/posts/${id}`)).status).toBe(410);
  });
});
