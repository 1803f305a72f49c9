import { randomUUID } from 'node:crypto';
import { countDeadlocks } from '../support/deadlocks.js';
import { FULL, inFull } from '../support/full-form.js';
import { waitBrieflyForConnections } from '../support/pool.js';
import { useSite } from '../support/site.js';
import { whileClockStands } from '../support/standing-clock.js';
import { createPost, readPage, say } from '../support/threads.js';

/** More than a node has connections. */
const HELD = 20;
const PAIRS = FULL ? 76 : 12;

describe('the locks of comments that are written together', () => {
  const site = useSite({
    people: { editor: 'admin', reader: 'member' },
    env: { RATE_LIMITS: 'off' },
    forEach: true,
    // Requests that wait for a connection must be refused soon.
    prepare: waitBrieflyForConnections,
  });

  const send = (post: string, body: string, key?: string) => {
    const request = site.app.request.post(`/api/v1/posts/${post}/comments`).set(site.reader.auth);
    return (key ? request.set('idempotency-key', key) : request).send({ body });
  };

  it('are taken in one order with those of an edit under the same key', async () => {
    const { id: post } = await createPost(site.app, site.editor);
    const comments = await Promise.all(
      Array.from({ length: 4 }, () => say(site.app, site.reader, post, 'Said')),
    );
    const statuses = new Map<string, number>();
    const versions = comments.map(() => 1);
    const lanes = comments.map(async ({ id }, lane) => {
      for (let n = 0; n < PAIRS / comments.length; n++) {
        const key = randomUUID();
        const answers = await Promise.all([
          site.app.request
            .patch(`/api/v1/comments/${id}`)
            .set({
              ...site.reader.auth,
              'if-match': String(versions[lane]),
              'idempotency-key': key,
            })
            .send({ body: `Edited ${n}` }),
          send(post, `New ${n}`, key),
        ]);
        if (answers[0].status === 200) versions[lane] = answers[0].body.version;
        for (const { status } of answers)
          statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
      }
    });
    await Promise.all(lanes);
    // One of each pair wins, and for the other the key is used already.
    expect(statuses.get('422')).toBe(PAIRS);
    expect((statuses.get('200') ?? 0) + (statuses.get('201') ?? 0)).toBe(PAIRS);
    await site.app.close();
    expect(await countDeadlocks(site.database)).toBe(0);
    site.app = await site.start();
  });

  it('of some posts, when others hold them, keep nobody from writing to another', async () => {
    const { id: free } = await createPost(site.app, site.editor);
    const held: string[] = [];
    for (let n = 0; n < HELD; n++) held.push((await createPost(site.app, site.editor)).id);
    await site.database.query('begin');
    await site.database.query(
      'select 1 from post_heads where post_id = any($1) order by post_id for no key update',
      [held],
    );
    let released = false;
    // Otherwise they would wait for five seconds.
    const waited = await whileClockStands(async () => {
      const waiting = held.map((post) =>
        send(post, 'Waits').then(({ status }) => ({ status, released })),
      );
      for (let n = 0; n < 5; n++) expect((await send(free, `Goes on ${n}`)).status).toBe(201);
      expect((await readPage(site.app, free)).post.commentCount).toBe(5);
      released = true;
      await site.database.query('commit');
      return Promise.all(waiting);
    });
    expect(waited).toEqual(held.map(() => ({ status: 201, released: true })));
  });

  it('of a parent elsewhere, which another has, are not waited for', async () => {
    const [{ id: post }, { id: elsewhere }] = [
      await createPost(site.app, site.editor),
      await createPost(site.app, site.editor),
    ];
    const parent = await say(site.app, site.reader, elsewhere, 'Of another post');
    await site.database.query('begin');
    await site.database.query('select 1 from comments where id = $1 for no key update', [
      parent.id,
    ]);
    const stray = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.reader.auth)
      .send({ body: 'A reply to nothing here', parentId: parent.id });
    await site.database.query('rollback');
    expect(stray.body.type).toMatch(/parent-not-found$/);
  });

  inFull(
    'of a post that stays busy end in a refusal, and the comment is written when sent again',
    async () => {
      const { id: post } = await createPost(site.app, site.editor);
      await site.database.query('begin');
      await site.database.query('select 1 from post_heads where post_id = $1 for no key update', [
        post,
      ]);
      const refused = await send(post, 'In vain', 'k');
      await site.database.query('rollback');
      expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
      expect((await send(post, 'In vain', 'k')).status).toBe(201);
      expect((await readPage(site.app, post)).post.commentCount).toBe(1);
    },
  );
});
