import { spyOn } from 'jest-mock';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PageCache } from '../../src/comments/thread/page-cache.js';
import { Announcer } from '../../src/nodes/announcer.js';
import { ThreadRepository } from '../../src/comments/thread/thread.repository.js';
import { inFull } from '../support/full-form.js';
import { admin, ADMIN, type Person, register } from '../support/people.js';
import { whileClockStands } from '../support/standing-clock.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

const HERE = 'https://talk.example';

describe('the cache of pages', () => {
  let database: TestDatabase;
  let node: TestApp;
  let otherNode: TestApp;
  let editor: Person;
  let reader: Person;

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { ...ADMIN, PUBLIC_URL: HERE };
    [node, otherNode] = [await createTestApp(database, env), await createTestApp(database, env)];
    [editor, reader] = [await admin(node), await register(node)];
  });
  afterAll(async () => {
    await Promise.all([node.close(), otherNode.close()]);
    await database.drop();
  });

  /** Counts the pages that a node reads from the database. */
  const countReads = (app: TestApp) => {
    const repository = app.app.get(ThreadRepository, { strict: false });
    return spyOn(repository, 'findPage');
  };

  const get = (app: TestApp, path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { headers });

  it('answers with the same bytes and headers as the framework does', async () => {
    const { id } = await createPost(node, editor);
    await say(node, reader, id, 'one');
    const path = `/api/v1/posts/${id}/comments`;
    for (const headers of [{}, { origin: HERE }] as Record<string, string>[]) {
      const [framework, cached] = [
        await get(node, `${path}?limit=20`, headers),
        await get(node, `${path}?limit=20`, headers),
      ];
      expect(await cached.text()).toBe(await framework.text());
      const shown = (answer: Response) =>
        Object.fromEntries(
          [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
        );
      expect(shown(cached)).toEqual(shown(framework));
      expect(cached.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('reads a page once, however many ask for it at the same time', async () => {
    const { id } = await createPost(node, editor);
    await say(node, reader, id, 'one');
    const reads = countReads(node);
    try {
      // A page that was not confirmed for half a second would be read again.
      await whileClockStands(() =>
        Promise.all(Array.from({ length: 30 }, () => readPage(node, id))),
      );
      expect(reads).toHaveBeenCalledTimes(1);
    } finally {
      reads.mockRestore();
    }
  });

  it('forgets the address of a post that was deleted, and does not read it twice', async () => {
    const { id } = await createPost(node, editor);
    const path = `/api/v1/posts/${id}/comments`;
    expect((await get(node, path)).status).toBe(200);
    await node.request.delete(`/api/v1/posts/${id}`).set(editor.auth).expect(204);
    await until('it to be gone', async () => (await get(node, path)).status === 410);
    const reads = countReads(node);
    try {
      expect((await get(node, path)).status).toBe(410);
      expect(reads).toHaveBeenCalledTimes(1);
    } finally {
      reads.mockRestore();
    }
  });

  it('shows a comment at once on its node, and soon on the others', async () => {
    const { id } = await createPost(node, editor);
    await Promise.all([readPage(node, id), readPage(otherNode, id)]);
    for (let n = 1; n <= 20; n++) {
      await say(node, reader, id, `comment ${n}`);
      expect((await readPage(node, id)).post.commentCount).toBe(n);
    }
    await until(
      'the other node to show all',
      async () => (await readPage(otherNode, id)).post.commentCount === 20,
    );
  });

  inFull('shows writers what they wrote, however many others read', async () => {
    const { id } = await createPost(node, editor);
    await readPage(node, id);
    let reading = true;
    const readers = Array.from({ length: 8 }, async () => {
      while (reading) await readPage(node, id);
    });
    try {
      for (let n = 1; n <= 20; n++) {
        await say(node, reader, id, `comment ${n}`);
        const answer = await node.request.get(`/api/v1/posts/${id}/comments`).set(reader.auth);
        expect(answer.body.post.commentCount).toBe(n);
      }
    } finally {
      reading = false;
    }
    await Promise.all(readers);
    expect((await readPage(node, id)).post.commentCount).toBe(20);
  });

  it('reads a page that has changed once, however many ask meanwhile', async () => {
    const { id } = await createPost(node, editor);
    await readPage(node, id);
    const repository = node.app.get(ThreadRepository, { strict: false });
    const read = repository.findPage.bind(repository);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const reads = spyOn(repository, 'findPage').mockImplementation(async (page) => {
      await held;
      return read(page);
    });
    try {
      await say(node, reader, id, 'one');
      await whileClockStands(async () => {
        const first = readPage(node, id);
        await until('the page to be read', async () => reads.mock.calls.length > 0);
        const others = Array.from({ length: 10 }, () => readPage(node, id));
        release();
        expect((await first).post.commentCount).toBe(1);
        for (const page of await Promise.all(others)) expect(page.post.id).toBe(id);
      });
      expect(reads).toHaveBeenCalledTimes(1);
    } finally {
      release();
      reads.mockRestore();
    }
  });

  it('lets a page rest that many ask for while it changes, and nobody else', async () => {
    const { id } = await createPost(node, editor);
    const cache = node.app.get(PageCache, { strict: false });
    const announcer = node.app.get(Announcer, { strict: false });
    const repository = node.app.get(ThreadRepository, { strict: false });
    const parameters = { limit: 20, levels: 3, replies: 3, epoch: 'any', after: null } as const;
    const read = () => repository.findPage({ postId: id, listing: 'newest', ...parameters });
    const change = () => announcer.local.emit('posts', [id]);

    // Cached pages become invalid after half a second, and resting ones sooner.
    await whileClockStands(async () => {
      const page = await cache.get(`${id} asked`, id, read);
      expect(cache.find(`${id} asked`)).toBe(page);
      change();
      expect(cache.find(`${id} asked`)).toBeNull();
      expect(cache.findResting(`${id} asked`)).toBeNull();

      const popular = await cache.get(`${id} popular`, id, read);
      for (let n = 0; n < 200; n++) cache.find(`${id} popular`);
      change();
      expect(cache.find(`${id} popular`)).toBeNull();
      expect(cache.findResting(`${id} popular`)).toBe(popular);
    });
    await until('its rest to end', async () => !cache.findResting(`${id} popular`));
  });

  it('stops serving what was removed', async () => {
    const { id } = await createPost(node, editor);
    const { id: comment } = await say(node, reader, id, 'canary-in-the-cache');
    const path = `/api/v1/posts/${id}/comments`;
    for (const app of [node, otherNode])
      expect(await (await get(app, path)).text()).toContain('canary');
    await node.request
      .post(`/api/v1/moderation/comments/${comment}/decisions`)
      .set(editor.auth)
      .send({ action: 'remove', reason: 'spam', version: 1 })
      .expect(201);
    expect(await (await get(node, path)).text()).not.toContain('canary');
    await until(
      'the other node to hide it',
      async () => !(await (await get(otherNode, path)).text()).includes('canary'),
    );
  });

  it('does not answer for a slug that is another post’s by now', async () => {
    const { id, slug } = await createPost(node, editor);
    const path = `/api/v1/posts/${slug}/comments`;
    for (let n = 0; n < 2; n++) expect((await get(node, path)).status).toBe(200);
    await node.request
      .patch(`/api/v1/posts/${id}`)
      .set(editor.auth)
      .send({ slug: `${slug}-moved` })
      .expect(200);
    expect((await get(node, path)).status).toBe(404);
    expect((await get(node, `/api/v1/posts/${slug}-moved/comments`)).status).toBe(200);
    expect((await get(node, path)).status).toBe(404);
  });

  it('compresses for those who take it', async () => {
    const { id } = await createPost(node, editor);
    for (let n = 0; n < 5; n++)
      await say(node, reader, id, `A longer text, said again and again. ${n}`);
    const plain = await node.request
      .get(`/api/v1/posts/${id}/comments`)
      .set('accept-encoding', 'identity');
    const raw = async (encoding: string) => {
      const answer = await node.request
        .get(`/api/v1/posts/${id}/comments`)
        .set('accept-encoding', encoding)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          // superagent decompresses known encodings, so the bytes here are plain.
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      return answer;
    };
    const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
    for (const encoding of ['gzip', 'br'] as const) {
      for (let n = 0; n < 2; n++) {
        const answer = await raw(encoding);
        expect(answer.headers['content-encoding']).toBe(encoding);
        const bytes = answer.body as Buffer;
        const text = bytes[0] === 0x7b ? bytes.toString() : unpack[encoding](bytes).toString();
        expect(text).toBe(plain.text);
        expect(answer.headers.etag).toBe(plain.headers.etag);
      }
    }
    const refused = await raw('br;q=0, gzip;q=0');
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('leaves what is unusual to the framework', async () => {
    const { id } = await createPost(node, editor);
    const path = `/api/v1/posts/${id}/comments`;
    for (let n = 0; n < 2; n++) expect((await get(node, path)).status).toBe(200);
    expect((await get(node, path, { authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await get(node, path, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await get(node, `${path}?x=1`)).status).toBe(422);
  });

  it('gives way when it is turned off', async () => {
    const uncached = await createTestApp(database, { ...ADMIN, PAGE_CACHE: 'off' });
    try {
      const { id } = await createPost(node, editor);
      const reads = countReads(uncached);
      for (let n = 0; n < 3; n++) await readPage(uncached, id);
      expect(reads).toHaveBeenCalledTimes(3);
    } finally {
      await uncached.close();
    }
  });
});
