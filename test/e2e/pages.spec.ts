import { createHmac } from 'node:crypto';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { PageServer, reviewPage } from '../support/page-server.js';
import type { Person } from '../support/people.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

const READERS = 20;
const SECRET = 'q8Lr2vNs7XkPz0Tb5YwEf3Ga6HdJm9Uc';

describe('a page of the host site', () => {
  let host: PageServer;
  beforeAll(async () => {
    host = await PageServer.start();
    env.SITE_ORIGINS = host.origin;
  });
  const env: Record<string, string> = { PAGE_KEY_SECRET: SECRET };
  const site = useSite({
    people: { staff: 'admin', reader: 'member', other: 'member' },
    env,
    prepare: (app) => void app.get(Rounds).periods.set('pages', 50),
  });
  afterAll(() => host.stop());

  const ensure = (page: object, by: Person = site.reader) =>
    site.app.request.post('/api/v1/posts/by-page').set(by.auth).send(page);
  const comment = (post: string, body = 'A comment', by: Person = site.reader) =>
    site.app.request.post(`/api/v1/posts/${post}/comments`).set(by.auth).send({ body });
  const listed = async (query = '', by: Person | null = null) => {
    const call = site.app.request.get(`/api/v1/posts?limit=100${query}`);
    const { body } = await (by ? call.set(by.auth) : call).expect(200);
    return (body.items as { id: string; title: string }[]).map(({ id }) => id);
  };
  const signature = (key: string) => createHmac('sha256', SECRET).update(key).digest('hex');
  const lookAgain = () => site.database.query('update page_checks set due_at = now()');

  it('is named by itself, whatever its reader says', async () => {
    const url = host.serve('/river', reviewPage('The River', 'key="film-7"'));
    const said = { url, key: 'film-7', title: 'BUY PILLS', language: 'ru' };
    const { status, body } = await ensure(said);
    expect({ status, ...body }).toMatchObject({
      status: 201,
      title: 'The River',
      language: 'lv',
      slug: 'the-river',
      key: 'film-7',
      url,
      listed: true,
      verified: true,
    });
    expect(await listed()).toContain(body.id);
    await comment(body.id).expect(201);
    expect((await ensure({ url, title: 'Again' }).expect(200)).body.id).toBe(body.id);
  });

  it.each([
    ['that is not there', '/nothing', null],
    ['behind a wall', '/wall', { status: 403, body: reviewPage('Prove that you are human') }],
    [
      'of another address',
      '/other',
      reviewPage('Other', '', '<link rel="canonical" href="/elsewhere">'),
    ],
    ['of any words', '/find?q=BUY+PILLS', reviewPage('Results for BUY PILLS')],
    ['without a discussion', '/search?q=BUY+PILLS', '<title>Results for BUY PILLS</title>'],
    [
      'that is no page',
      '/data',
      { headers: { 'content-type': 'text/plain' }, body: reviewPage('Data') },
    ],
    [
      'that leads away',
      '/away',
      { status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' },
    ],
  ])('%s costs no reader a comment, which waits unlisted', async (_, path, page) => {
    if (page !== null) host.serve(path, page);
    const { status, body } = await ensure({ url: host.origin + path, title: 'BUY PILLS' });
    const address = host.origin.replace('http://', '') + path;
    expect({ status, ...body }).toMatchObject({
      status: 201,
      title: address,
      listed: false,
      verified: false,
    });
    const held = await comment(body.id).expect(202);
    expect(held.body.hold.map(({ rule }: { rule: string }) => rule)).toEqual(['page-unverified']);
    expect(await listed()).not.toContain(body.id);
    expect(await listed('&list=unverified', site.staff)).toContain(body.id);
    for (const other of ['unlisted', 'unverified'])
      await site.app.request.get(`/api/v1/posts?list=${other}`).set(site.reader.auth).expect(403);
  });

  it('that can be read later is listed and titled, and what waits stays for moderators', async () => {
    const url = `${host.origin}/later`;
    const { body: post } = await ensure({ url, key: 'later' }).expect(201);
    const { body: first } = await comment(post.id).expect(202);
    expect(post.key).toBeNull();
    host.serve('/later', reviewPage('Later', 'key="later"'));
    await until('it is verified', async () => {
      await lookAgain();
      return (await site.app.request.get(`/api/v1/posts/${post.id}`)).body.verified === true;
    });
    const found = await site.app.request.get('/api/v1/posts/by-page?key=later').expect(200);
    expect(found.body).toMatchObject({ id: post.id, title: 'Later', listed: true, language: 'lv' });
    await comment(post.id, 'Another').expect(201);
    await site.app.request.get(`/api/v1/comments/${first.id}`).expect(404);
    expect(await listed('&list=unverified', site.staff)).not.toContain(post.id);
  });

  it('has a key that the page shows, that the site has signed, or that staff give', async () => {
    const page = (at: number, ...more: string[]) =>
      host.serve(`/keys/${at}`, reviewPage(`Page ${at}`, ...more));
    const keys = await Promise.all([
      ensure({ url: page(1, 'key="one"'), key: 'not-shown' }),
      ensure({ url: page(2), key: 'signed', keySignature: signature('signed') }),
      ensure({ url: page(3), key: 'forged', keySignature: signature('signed') }),
      ensure({ url: page(4), key: 'staff’s' }, site.staff),
      ensure({ url: page(5, 'key="left-out"') }),
      ensure({ url: page(6, 'key="two"></colloquy-thread><colloquy-thread key="three"') }),
    ]);
    expect(keys.map(({ body }) => body.key)).toEqual([
      'one',
      'signed',
      null,
      'staff’s',
      'left-out',
      null,
    ]);
    expect(new Set(keys.map(({ body }) => body.verified))).toEqual(new Set([true]));
  });

  it.each([
    ['cannot be read', '/copied/1', null],
    ['shows another key', '/copied/2', reviewPage('B', 'key="of-b"')],
    ['is of another address', '/copied/3', reviewPage('B', '', '<link rel="canonical" href="/b">')],
    ['is about another address', '/copied/4', reviewPage('B', 'url="/b"')],
  ])('that %s has no key for a signature that was copied to it', async (_, path, page) => {
    if (page !== null) host.serve(path, page);
    const claim = { key: 'of-a', keySignature: signature('of-a') };
    const { status, body } = await ensure({ ...claim, url: host.origin + path });
    expect(status).toBe(201);
    expect(body.key).not.toBe('of-a');
    await site.app.request.get('/api/v1/posts/by-page?key=of-a').expect(404);
  });

  it('that was deleted is begun anew by nobody, with one word for readers and staff', async () => {
    const url = host.serve('/deleted', reviewPage('Deleted', 'key="deleted"'));
    const { body } = await ensure({ url }).expect(201);
    await site.app.request.delete(`/api/v1/posts/${body.id}`).set(site.staff.auth).expect(204);
    for (const by of [site.reader, site.staff])
      expect((await ensure({ url }, by)).status).toBe(410);
  });

  it('is asked for again after those that came when too many were read', async () => {
    let open!: () => void;
    host.gate = new Promise((resolve) => (open = resolve));
    const urls = Array.from({ length: 25 }, (_, at) =>
      host.serve(`/crowd/${at}`, reviewPage(`Crowd ${at}`)),
    );
    const refused: string[] = [];
    const crowd = urls.map(async (url) => {
      const { status } = await ensure({ url });
      if (status === 503) refused.push(url);
    });
    await until('one is refused', async () => refused.length === 1);
    const other = ensure({ url: host.serve('/calm', reviewPage('Calm')) }, site.other).then();
    await until('it takes the place of one of the crowd', async () => refused.length === 2);
    open();
    expect((await other).body).toMatchObject({ title: 'Calm', verified: true });
    await Promise.all(crowd);
    expect((await ensure({ url: refused[0] }).expect(201)).body.verified).toBe(true);
  });

  it('becomes one post however many readers come to it, and is read once', async () => {
    const url = host.serve('/many', reviewPage('Many', 'key="many"'));
    let open!: () => void;
    host.gate = new Promise((resolve) => (open = resolve));
    const answering = Promise.all(
      Array.from({ length: READERS }, () => ensure({ key: 'many', url })),
    );
    await until('it is asked for', async () => host.asked.includes('/many'));
    open();
    const answers = await answering;
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(READERS - 1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(host.asked.filter((path) => path === '/many')).toHaveLength(1);
  });

  it('gets a slug of its own though others of the same title are made at the same moment', async () => {
    const urls = Array.from({ length: READERS }, (_, at) =>
      host.serve(`/same/${at}`, reviewPage('The same title')),
    );
    const answers = await Promise.all(urls.map((url) => ensure({ url })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(READERS);
  });

  it('is read in the encoding that it is written in', async () => {
    const title = Buffer.from([0xd0, 0xe5, 0xea, 0xe0]);
    const body = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><title>'),
      title,
      Buffer.from('</title><colloquy-thread></colloquy-thread>'),
    ]);
    const url = host.serve('/cyrillic', { body });
    expect((await ensure({ url }).expect(201)).body.title).toBe('Река');
  });

  it('is known by its address as browsers read it', async () => {
    const raw = `${host.origin}\\@evil.example`;
    const { body } = await ensure({ url: raw }).expect(201);
    expect(body.url).toBe(`${host.origin}/@evil.example`);
    for (const url of [
      'http://evil.example@127.0.0.1/',
      `https://evil.example\\@127.0.0.1`,
      'http://127.0.0.1:1/',
    ])
      expect((await ensure({ url })).status).toBe(422);
    expect(host.asked).toContain('/@evil.example');
  });

  it('is repaired by staff, who vouch for it by listing it', async () => {
    const { body: post } = await ensure({ url: `${host.origin}/typo` }).expect(201);
    const url = `${host.origin}/right`;
    const change = { title: 'Right', url, key: 'right', slug: 'right', listed: true };
    const { body } = await site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.staff.auth)
      .send(change)
      .expect(200);
    expect(body).toMatchObject({ ...change, verified: true, urls: [url] });
    await comment(post.id).expect(201);
    expect(await listed()).toContain(post.id);
    const left = await site.database.query('select 1 from page_checks where post_id = $1', [
      post.id,
    ]);
    expect(left).toEqual([]);
  });

  it('stands on the front page only when staff made it', async () => {
    expect((await site.app.request.get('/').expect(200)).text).not.toContain('The River');
    const { body } = await site.app.request
      .post('/api/v1/posts')
      .set(site.staff.auth)
      .send({ title: 'What the staff wrote', body: 'A text.' })
      .expect(201);
    await ensure({ url: host.serve('/newer', reviewPage('Newer')) }).expect(201);
    const front = (await site.app.request.get('/').expect(200)).text;
    expect(/<h1[^>]*>([^<]*)/.exec(front)![1].trim()).toBe(body.title);
  });
});

describe('a site whose pages only staff name', () => {
  const site = useSite({
    people: { staff: 'admin', reader: 'member' },
    env: { PAGES_BY_READERS: 'off', SITE_ORIGINS: 'http://127.0.0.1:9' },
  });

  it('makes no post of a page for a reader', async () => {
    const ensure = (by: Person) =>
      site.app.request
        .post('/api/v1/posts/by-page')
        .set(by.auth)
        .send({ url: 'http://127.0.0.1:9/a' });
    expect((await ensure(site.reader)).body).toMatchObject({
      status: 403,
      type: '/problems/pages-made-by-staff',
    });
    const find = () => site.app.request.get('/api/v1/posts/by-page?url=http://127.0.0.1:9/a');
    expect((await find()).body).toMatchObject({ status: 404, type: '/problems/page-not-begun' });
    await ensure(site.staff).expect(201);
    await ensure(site.reader).expect(200);
    await find().expect(200);
  });
});

describe('pages that cannot be verified', () => {
  const site = useSite({
    people: { staff: 'admin', reader: 'member' },
    env: { RATE_LIMITS: 'on', SITE_ORIGINS: 'http://127.0.0.1:9' },
  });

  it('are named by an account only so often, and by nobody who is suspended or banned', async () => {
    const { reader, staff } = site;
    const make = (at: number, by = reader) =>
      site.app.request
        .post('/api/v1/posts/by-page')
        .set(by.auth)
        .send({ url: `http://127.0.0.1:9/${at}` });
    // As if it had named others before.
    await make(0).expect(201);
    await site.database.query(
      `with made as (
         insert into posts (id, slug, title)
         select gen_random_uuid(), 'flood-' || at, 'x' from generate_series(1, 19) at returning id
       )
       insert into page_checks (post_id, url, asked_by, due_at)
       select id, 'http://127.0.0.1:9/', $1, 'infinity' from made`,
      [reader.id],
    );
    const former = await site.database.query<{ post_id: string }>(
      'select post_id from page_checks where asked_by = $1 limit 1',
      [reader.id],
    );
    await site.database.query('delete from page_checks where post_id = $1', [former[0].post_id]);
    const together = await Promise.all([11, 12, 13, 14].map((at) => make(at)));
    expect(together.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(together.filter(({ status }) => status === 429)).toHaveLength(3);
    expect((await make(1)).body).toMatchObject({
      status: 429,
      type: '/problems/too-many-unverified-pages',
      limit: 'unverified pages',
    });
    await make(1, staff).expect(201);
    for (const [action, status] of [
      ['suspend', 403],
      // It ends the sessions.
      ['ban', 401],
    ] as const) {
      const until = action === 'suspend' ? { until: new Date(Date.now() + 86_400_000) } : {};
      await site.app.request
        .post(`/api/v1/moderation/users/${reader.id}/decisions`)
        .set(staff.auth)
        .send({ action, reason: 'spam', ...until })
        .expect(201);
      await make(2).expect(status);
    }
  });
});

describe('a page on another port of this machine', () => {
  let host: PageServer;
  beforeAll(async () => (host = await PageServer.start()));
  const site = useSite({ people: { reader: 'member' } });
  afterAll(() => host.stop());

  it('needs no setting in development', async () => {
    const url = host.serve('/river', reviewPage('The River'));
    const { body, headers } = await site.app.request
      .post('/api/v1/posts/by-page')
      .set(site.reader.auth)
      .set('origin', host.origin)
      .send({ url })
      .expect(201);
    expect(headers['access-control-allow-origin']).toBe(host.origin);
    expect(body).toMatchObject({ title: 'The River', listed: true, verified: true });
  });
});
