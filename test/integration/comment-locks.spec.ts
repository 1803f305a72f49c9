import { randomUUID } from 'node:crypto';
import { countDeadlocks } from '../support/deadlocks.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, readPage, say } from '../support/threads.js';

/** More than a node has connections. */
const HELD = 20;
const PAIRS = 76;

describe('the locks of comments that are written together', () => {
  let database: TestDatabase;
  let node: TestApp;
  let editor: Person;
  let reader: Person;
  beforeEach(async () => {
    database = await createTestDatabase();
    node = await createTestApp(database, { ...ADMIN, RATE_LIMITS: 'off' });
    [editor, reader] = [await admin(node), await register(node)];
  });
  afterEach(async () => {
    await node.close();
    await database.drop();
  });

  const send = (post: string, body: string, key?: string) => {
    const request = node.request.post(`/api/v1/posts/${post}/comments`).set(reader.auth);
    return (key ? request.set('idempotency-key', key) : request).send({ body });
  };

  it('are taken in one order with those of an edit under the same key', async () => {
    const { id: post } = await createPost(node, editor);
    const comments = await Promise.all(
      Array.from({ length: 4 }, () => say(node, reader, post, 'Said')),
    );
    const statuses = new Map<string, number>();
    const versions = comments.map(() => 1);
    const lanes = comments.map(async ({ id }, lane) => {
      for (let n = 0; n < PAIRS / comments.length; n++) {
        const key = randomUUID();
        const answers = await Promise.all([
          node.request
            .patch(`/api/v1/comments/${id}`)
            .set({ ...reader.auth, 'if-match': String(versions[lane]), 'idempotency-key': key })
            .send({ body: `Edited ${n}` }),
          send(post, `New ${n}`, key),
        ]);
        if (answers[0].status === 200) versions[lane] = answers[0].body.version;
        for (const { status } of answers)
          statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
      }
    });
    await Promise.all(lanes);
    // Of each pair one is first, and to the other its key is used.
    expect(statuses.get('422')).toBe(PAIRS);
    expect((statuses.get('200') ?? 0) + (statuses.get('201') ?? 0)).toBe(PAIRS);
    await node.close();
    expect(await countDeadlocks(database)).toBe(0);
    node = await createTestApp(database, ADMIN);
  });

  it('of some posts, when others hold them, keep nobody from writing to another', async () => {
    const { id: free } = await createPost(node, editor);
    const held: string[] = [];
    for (let n = 0; n < HELD; n++) held.push((await createPost(node, editor)).id);
    await database.query('begin');
    await database.query(
      'select 1 from post_heads where post_id = any($1) order by post_id for no key update',
      [held],
    );
    let released = false;
    const waiting = held.map((post) =>
      send(post, 'Waits').then(({ status }) => ({ status, released })),
    );
    for (let n = 0; n < 5; n++) expect((await send(free, `Goes on ${n}`)).status).toBe(201);
    expect((await readPage(node, free)).post.commentCount).toBe(5);
    released = true;
    await database.query('commit');
    expect(await Promise.all(waiting)).toEqual(held.map(() => ({ status: 201, released: true })));
  });

  it('of a parent elsewhere, which another has, are not waited for', async () => {
    const [{ id: post }, { id: elsewhere }] = [
      await createPost(node, editor),
      await createPost(node, editor),
    ];
    const parent = await say(node, reader, elsewhere, 'Of another post');
    await database.query('begin');
    await database.query('select 1 from comments where id = $1 for no key update', [parent.id]);
    const stray = await node.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(reader.auth)
      .send({ body: 'A reply to nothing here', parentId: parent.id });
    await database.query('rollback');
    expect(stray.body.type).toMatch(/parent-not-found$/);
  });

  it('of a post that stays busy end in a refusal, and the comment is written when sent again', async () => {
    const { id: post } = await createPost(node, editor);
    await database.query('begin');
    await database.query('select 1 from post_heads where post_id = $1 for no key update', [post]);
    const refused = await send(post, 'In vain', 'k');
    await database.query('rollback');
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
    expect((await send(post, 'In vain', 'k')).status).toBe(201);
    expect((await readPage(node, post)).post.commentCount).toBe(1);
  });
});
