import { spyOn } from 'jest-mock';
import { PageCache } from '../../src/comments/thread/page-cache.js';
import { Announcer } from '../../src/nodes/announcer.js';
import { PassagesRepository } from '../../src/passages/passages.repository.js';
import { countConnections } from '../support/connections.js';
import { open } from '../support/raw-http.js';
import { useSite } from '../support/site.js';
import { whileClockStands } from '../support/standing-clock.js';
import { createPost, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the passages of a post', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' } });
  let post: string;
  beforeEach(async () => {
    post = (await createPost(site.app, site.editor)).id;
  });

  const read = (headers: Record<string, string> = {}) =>
    fetch(`${site.app.url}/api/v1/posts/${post}/anchors`, { headers });
  const mark = (exact: string, start = 0) =>
    site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.reader.auth)
      .send({
        body: 'About this.',
        anchor: { quote: { exact }, position: { start, end: start + 10 } },
      })
      .expect(201);
  /** Writes comments on `places` passages in turn. */
  async function markMany(comments: number, places: number, exact: string): Promise<void> {
    const { id } = await say(site.app, site.reader, post, 'first');
    await site.database.query(
      `insert into comments (id, post_id, root_id, depth, author_id, status, listed, post_revision, renderer,
         created_at, published_at, body, html, anchor)
       select id, post_id, id, 0, author_id, 'published', true, 1, 1, now(), now(), 'x', 'x',
         jsonb_build_object('quote', jsonb_build_object('exact', $3::text, 'prefix', '', 'suffix', ''),
           'position', jsonb_build_object('start', n % $4, 'end', n % $4 + 1), 'revision', null, 'state', 'exact',
           'place', jsonb_build_object('start', n % $4, 'end', n % $4 + 1), 'placeRevision', null)
       from (select c.post_id, c.author_id, n, gen_random_uuid() as id
         from comments c, generate_series(1, $2::integer) n where c.id = $1) made`,
      [id, comments, exact, places],
    );
  }

  it('are gathered once, as long as nothing changes', async () => {
    await mark('what the page says');
    const repository = site.app.app.get(PassagesRepository, { strict: false });
    const reads = spyOn(repository, 'findPage');
    try {
      // A page that was not confirmed for half a second would be read again.
      const etag = await whileClockStands(async () => {
        const first = await read();
        expect(await first.json()).toMatchObject({ items: [{ count: 1 }], orphaned: 0 });
        const tag = first.headers.get('etag')!;
        for (let n = 0; n < 5; n++) expect((await read({ 'if-none-match': tag })).status).toBe(304);
        expect((await read()).headers.get('etag')).toBe(tag);
        return tag;
      });
      expect(reads).toHaveBeenCalledTimes(1);

      await mark('what the page says');
      const second = await read({ 'if-none-match': etag });
      expect(await second.json()).toMatchObject({ items: [{ count: 2 }] });
    } finally {
      reads.mockRestore();
    }
  });

  it('are gathered one after the other, however many ask while they change', async () => {
    await mark('what the page says');
    const repository = site.app.app.get(PassagesRepository, { strict: false });
    const announcer = site.app.app.get(Announcer, { strict: false });
    const findPage = repository.findPage.bind(repository);
    let [running, most] = [0, 0];
    const reads = spyOn(repository, 'findPage').mockImplementation(async (id) => {
      most = Math.max(most, ++running);
      try {
        return await findPage(id);
      } finally {
        running -= 1;
      }
    });
    const changes = setInterval(() => announcer.local.emit('posts', [post]), 1);
    try {
      const asked = Array.from({ length: 40 }, async () => {
        const answer = await read();
        expect(await answer.json()).toMatchObject({ items: [{ count: 1 }] });
      });
      await Promise.all(asked);
      expect(most).toBe(1);
      expect(reads.mock.calls.length).toBeLessThan(40);
    } finally {
      clearInterval(changes);
      reads.mockRestore();
    }
  });

  it('are not gathered for those who have left, unless somebody else waits for them', async () => {
    const { app, editor } = site;
    const [busy, left, stays] = [
      post,
      (await createPost(app, editor)).id,
      (await createPost(app, editor)).id,
    ];
    const repository = app.app.get(PassagesRepository, { strict: false });
    const findPage = repository.findPage.bind(repository);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const gathered: string[] = [];
    const reads = spyOn(repository, 'findPage').mockImplementation(async (id) => {
      gathered.push(id);
      if (id === busy) await released;
      return findPage(id);
    });
    const asked = spyOn(app.app.get(PageCache, { strict: false }), 'get');
    const ask = (id: string) =>
      open(app.url, `GET /api/v1/posts/${id}/anchors HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    try {
      const first = read();
      await until('the first to be gathered', async () => gathered.length === 1);
      const leaving = [await ask(left), await ask(left), await ask(stays)];
      post = stays;
      const staying = read();
      await until('all to wait', async () => asked.mock.calls.length === 5);
      const before = await countConnections(app);
      for (const socket of leaving) socket.resetAndDestroy();
      await until('them to have left', async () => (await countConnections(app)) <= before - 3);
      release();
      expect([(await first).status, (await staying).status]).toEqual([200, 200]);
      expect(gathered).toEqual([busy, stays]);
    } finally {
      release();
      asked.mockRestore();
      reads.mockRestore();
    }
  });

  it('are those of the newest 10,000 comments that have one', async () => {
    await markMany(10_050, 3, 'short');
    const { items } = (await (await read()).json()) as { items: { count: number }[] };
    expect(items.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(items).toHaveLength(3);
  });

  it('are bounded in bytes: those with the most comments are told of', async () => {
    await markMany(1_500, 700, '🙂'.repeat(1_000));
    const body = await (await read()).text();
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1_048_576);
    const { items } = JSON.parse(body) as {
      items: { count: number; place: { start: number }; commentIds: string[] }[];
    };
    expect(items.length).toBeGreaterThan(100);
    expect(items.length).toBeLessThan(700);
    expect(items[0].commentIds).toHaveLength(items[0].count);
    const starts = items.map(({ place }) => place.start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    // A hundred of the passages have three comments, the others two.
    expect(items.filter(({ count }) => count === 3)).toHaveLength(100);
  });
});
