import { randomUUID } from 'node:crypto';
import { keyLock } from '../../src/acts/key-lock.sql.js';
import { inFull } from '../support/full-form.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { admin, ADMIN, type Person, register } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { whileClockStands } from '../support/standing-clock.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, readPage } from '../support/threads.js';
import { until, untilFound } from '../support/until.js';

describe('an idempotency key', () => {
  let database: TestDatabase;
  let node: TestApp;
  let otherNode: TestApp;
  let editor: Person;
  let reader: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    const start = () => createTestApp(database, ADMIN, waitLongForLocks);
    [node, otherNode] = [await start(), await start()];
    [editor, reader] = [await admin(node), await register(node)];
  });
  afterAll(async () => {
    await Promise.all([node.close(), otherNode.close()]);
    await database.drop();
  });

  const post = (app: TestApp, slug: string, key: string, body: object, by = reader) =>
    app.request
      .post(`/api/v1/posts/${slug}/comments`)
      .set(by.auth)
      .set('idempotency-key', key)
      .send(body);

  const writtenBatches = async () => {
    const { text } = await node.request.get('/metrics').expect(200);
    return Number(/^colloquy_batch_size_count{of="comments"} (\d+)$/m.exec(text)![1]);
  };

  it('makes one comment of 50 sends at once on two nodes, with one answer', async () => {
    const { slug } = await createPost(node, editor);
    const key = randomUUID();
    // A request that waits too long for the lock gets 503, and the client retries it.
    const send = (app: TestApp) =>
      untilFound('an answer that is not 503', async () => {
        const answer = await post(app, slug, key, { body: 'once' });
        return answer.status === 503 ? null : answer;
      });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => send(n % 2 ? node : otherNode)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await readPage(node, slug)).toMatchObject({ seq: 1, post: { commentCount: 1 } });
  });

  it('answers byte for byte after a restart, though the comment has changed since', async () => {
    const { slug } = await createPost(node, editor);
    const key = randomUUID();
    const first = await post(node, slug, key, { body: 'before' }).expect(201);
    await node.request
      .patch(`/api/v1/comments/${first.body.id}`)
      .set(reader.auth)
      .set('if-match', '1')
      .send({ body: 'after' })
      .expect(200);
    const restarted = await createTestApp(database, ADMIN);
    try {
      const again = await post(restarted, slug, key, { body: 'before' }).expect(201);
      expect(again.text).toBe(first.text);
    } finally {
      await restarted.close();
    }
  });

  it('is that of its account: many that use the same one at once are all answered', async () => {
    const { slug } = await createPost(node, editor);
    const others = await Promise.all(Array.from({ length: 24 }, () => register(node)));
    const answers = await Promise.all(
      others.map((other) => post(node, slug, '1', { body: 'mine' }, other)),
    );
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 201));
    expect((await readPage(node, slug)).post.commentCount).toBe(others.length);
  });

  it('belongs to one request and one user', async () => {
    const { slug } = await createPost(node, editor);
    const { slug: elsewhere } = await createPost(node, editor);
    const key = randomUUID();
    await post(node, slug, key, { body: 'one' }).expect(201);
    const other = await post(node, slug, key, { body: 'two' }).expect(422);
    expect(other.body.type).toMatch(/idempotency-key-reused$/);
    await post(node, elsewhere, key, { body: 'one' }).expect(422);
    await post(node, slug, key, { body: 'one' }, editor).expect(201);
    expect((await readPage(node, slug)).post.commentCount).toBe(2);
  });

  it('is free again when its request was refused', async () => {
    const { slug } = await createPost(node, editor);
    const key = randomUUID();
    const lock = (locked: boolean) =>
      node.request.patch(`/api/v1/posts/${slug}`).set(editor.auth).send({ locked }).expect(200);
    await lock(true);
    await post(node, slug, key, { body: 'patience' }).expect(409);
    await lock(false);
    await post(node, slug, key, { body: 'patience' }).expect(201);
  });

  it.each(['', 'é', 'a b', 'x'.repeat(256)])(
    'refuses a key that is no key: case %#',
    async (key) => {
      const { slug } = await createPost(node, editor);
      const answer = await node.request
        .post(`/api/v1/posts/${slug}/comments`)
        .set(reader.auth)
        .set('idempotency-key', encodeURI(key) === key ? key : '\u00e9')
        .send({ body: 'x' });
      expect(answer.status).toBe(422);
    },
  );

  inFull(
    'answers 503 when its twin takes longer than five seconds, and the first answer later',
    async () => {
      const { slug } = await createPost(node, editor);
      const key = randomUUID();
      // A concurrent request that holds the key's lock and does not finish.
      await database.query('begin');
      await database.query(`select pg_advisory_xact_lock(${keyLock('$1', '$2')})`, [
        reader.id,
        key,
      ]);
      const waiting = await post(node, slug, key, { body: 'slow' });
      await database.query('rollback');
      expect(waiting.status).toBe(503);
      expect(waiting.headers['retry-after']).toBe('1');
      await post(node, slug, key, { body: 'slow' }).expect(201);
    },
  );

  it('is seen as used by a twin that waited for it', async () => {
    const { slug } = await createPost(node, editor);
    const key = randomUUID();
    await database.query('begin');
    await database.query(`select pg_advisory_xact_lock(${keyLock('$1', '$2')})`, [reader.id, key]);
    await database.query(
      `insert into idempotency_records (user_id, key, request_hash, status, body)
       values ($1, $2, '\\x00', 201, '{}')`,
      [reader.id, key],
    );
    const before = await writtenBatches();
    // The wait would time out after five seconds.
    const answer = await whileClockStands(async () => {
      const waiting = post(node, slug, key, { body: 'another request' }).then((one) => one);
      await until('the twin to look twice', async () => (await writtenBatches()) > before + 1);
      await database.query('commit');
      return waiting;
    });
    expect(answer.status).toBe(422);
    expect(answer.body.type).toMatch(/idempotency-key-reused$/);
  });

  it('gives the first answer also where that was written without the lock of the key', async () => {
    const { slug } = await createPost(node, editor);
    const [former, key] = [randomUUID(), randomUUID()];
    const first = await post(node, slug, former, { body: 'once' }).expect(201);
    await database.query('begin');
    await database.query(
      `insert into idempotency_records (user_id, key, request_hash, status, body)
       select user_id, $2, request_hash, status, body from idempotency_records where key = $1`,
      [former, key],
    );
    const waiting = post(node, slug, key, { body: 'once' }).then((answer) => answer);
    await untilLocksAwaited(database);
    await database.query('commit');
    expect(await waiting).toMatchObject({ status: 201, text: first.text });
    expect((await readPage(node, slug)).post.commentCount).toBe(1);
  });

  it('makes an edit and a deletion repeatable too', async () => {
    const { slug } = await createPost(node, editor);
    const { body: comment } = await post(node, slug, randomUUID(), { body: 'text' }).expect(201);
    const editKey = randomUUID();
    const edit = () =>
      node.request
        .patch(`/api/v1/comments/${comment.id}`)
        .set(reader.auth)
        .set('if-match', '1')
        .set('idempotency-key', editKey)
        .send({ body: 'edited' });
    const first = await edit().expect(200);
    expect((await edit().expect(200)).text).toBe(first.text);
    const deleteKey = randomUUID();
    const remove = () =>
      node.request
        .delete(`/api/v1/comments/${comment.id}`)
        .set(reader.auth)
        .set('idempotency-key', deleteKey);
    await remove().expect(204);
    await remove().expect(204);
  });

  it('leaves neither event nor count behind an act that failed', async () => {
    const { slug } = await createPost(node, editor);
    await post(node, slug, randomUUID(), { body: 'orphan', parentId: randomUUID() }).expect(404);
    expect(await readPage(node, slug)).toMatchObject({
      seq: 0,
      items: [],
      post: { commentCount: 0 },
    });
  });
});
