import { useHostPages } from '../support/host-pages.js';
import { reviewPage } from '../support/page-server.js';
import type { Person } from '../support/people.js';
import { until } from '../support/until.js';

describe('a page of the host site', () => {
  const { site, pages, signature, lookAgain } = useHostPages();

  const ensure = (page: object, by: Person = site.reader) =>
    site.app.request.post('/api/v1/posts/by-page').set(by.auth).send(page);
  const comment = (post: string, body = 'A comment', by: Person = site.reader) =>
    site.app.request.post(`/api/v1/posts/${post}/comments`).set(by.auth).send({ body });
  const listed = async (query = '', by: Person | null = null) => {
    const call = site.app.request.get(`/api/v1/posts?limit=100${query}`);
    const { body } = await (by ? call.set(by.auth) : call).expect(200);
    return (body.items as { id: string; title: string }[]).map(({ id }) => id);
  };

  it('is named by itself, whatever its reader says', async () => {
    const url = pages.host.serve('/river', reviewPage('The River', 'key="film-7"'));
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

  it('is answered alike for a key, whatever has become of it', async () => {
    const [url, other] = ['/once', '/twice'].map((path) =>
      pages.host.serve(path, reviewPage(path)),
    );
    const key = { 'idempotency-key': 'once' };
    const first = await ensure({ url }).set(key).expect(201);
    expect((await ensure({ url }).set(key).expect(201)).text).toBe(first.text);
    const later = { 'idempotency-key': 'later' };
    const found = await ensure({ url }).set(later).expect(200);
    const reused = await ensure({ url: other }).set(later).expect(422);
    expect(reused.body.type).toBe('/problems/idempotency-key-reused');
    await site.app.request
      .delete(`/api/v1/posts/${first.body.id}`)
      .set(site.staff.auth)
      .expect(204);
    expect((await ensure({ url }).set(key).expect(201)).text).toBe(first.text);
    expect((await ensure({ url }).set(later).expect(200)).text).toBe(found.text);
    await ensure({ url }).expect(410);
  });

  it.each([
    ['lang="en_US"', 'en-US'],
    ['lang="lv-LV@euro"', 'lv-LV'],
    ['lang="ru--RU "', 'ru-RU'],
    ['lang="en-US-posix"', 'en'],
    ['lang="x-default"', 'en'],
    ['lang="english"', 'en'],
    ['', 'en'],
  ])('has a language that is put right or left out: %s', async (attribute, language) => {
    const body = `<html ${attribute}><title>T</title><colloquy-thread></colloquy-thread></html>`;
    const url = pages.host.serve(`/language/${encodeURIComponent(attribute)}`, body);
    expect((await ensure({ url }).expect(201)).body).toMatchObject({ language, verified: true });
  });

  it.each([
    ['page-title="\n    A film\n    and its maker\n  "', 'A film and its maker'],
    [`page-title="${'long '.repeat(100)}"`, 'long '.repeat(60).trim()],
    ['page-title="A \u202efilm"', 'The page'],
    ['page-title=" \u200b "', 'The page'],
    [`key="${'k'.repeat(1_025)}" page-title="A film"`, 'A film'],
  ])('has a title that is put right or left out: %#', async (attributes, title) => {
    const url = pages.host.serve(
      `/title/${title.length}-${attributes.length}`,
      reviewPage('The page', attributes),
    );
    const { body } = await ensure({ url }).expect(201);
    expect(body).toMatchObject({ title, key: null, verified: true });
  });

  it('is begun though the hints about it are of no use', async () => {
    const url = pages.host.serve('/hints', reviewPage('Hints'));
    const hints = { title: 'A film\nand its maker', language: 'en_US', keySignature: '{{ key }}' };
    expect((await ensure({ url, ...hints }).expect(201)).body).toMatchObject({ title: 'Hints' });
    const other = pages.host.serve('/hints/none', reviewPage('None', 'url="javascript:void(0)"'));
    expect((await ensure({ url: other, title: null }).expect(201)).body.verified).toBe(true);
  });

  it('is another one under another query, and waits until it names itself so', async () => {
    const article = (id: number, head = '') =>
      pages.host.serve(`/article.php?id=${id}`, reviewPage(`Article ${id}`, '', head));
    const [one, two] = await Promise.all([article(1), article(2)].map((url) => ensure({ url })));
    expect(one.body.id).not.toBe(two.body.id);
    expect([one.body.verified, two.body.verified]).toEqual([false, false]);
    const named = article(3, '<link rel="canonical" href="/article.php?id=3">');
    const tracked = `${named}&utm_source=letter`;
    pages.host.serve('/article.php?id=3&utm_source=letter', reviewPage('Article 3', 'url="?id=3"'));
    const three = await ensure({ url: tracked }).expect(201);
    expect(three.body).toMatchObject({ title: 'Article 3', verified: true });
    expect((await ensure({ url: named }).expect(200)).body.id).toBe(three.body.id);
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
    if (page !== null) pages.host.serve(path, page);
    const { status, body } = await ensure({ url: pages.host.origin + path, title: 'BUY PILLS' });
    const address = pages.host.origin.replace('http://', '') + path;
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
    const url = `${pages.host.origin}/later`;
    const { body: post } = await ensure({ url, key: 'later' }).expect(201);
    const { body: first } = await comment(post.id).expect(202);
    expect(post.key).toBeNull();
    pages.host.serve('/later', reviewPage('Later', 'key="later"'));
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
      pages.host.serve(`/keys/${at}`, reviewPage(`Page ${at}`, ...more));
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
    if (page !== null) pages.host.serve(path, page);
    const claim = { key: 'of-a', keySignature: signature('of-a') };
    const { status, body } = await ensure({ ...claim, url: pages.host.origin + path });
    expect(status).toBe(201);
    expect(body.key).not.toBe('of-a');
    await site.app.request.get('/api/v1/posts/by-page?key=of-a').expect(404);
  });

  it('that was deleted is begun anew by nobody, with one word for readers and staff', async () => {
    const url = pages.host.serve('/deleted', reviewPage('Deleted', 'key="deleted"'));
    const { body } = await ensure({ url }).expect(201);
    await site.app.request.delete(`/api/v1/posts/${body.id}`).set(site.staff.auth).expect(204);
    for (const by of [site.reader, site.staff])
      expect((await ensure({ url }, by)).status).toBe(410);
  });

  it('is read in the encoding that it is written in', async () => {
    const title = Buffer.from([0xd0, 0xe5, 0xea, 0xe0]);
    const body = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><title>'),
      title,
      Buffer.from('</title><colloquy-thread></colloquy-thread>'),
    ]);
    const url = pages.host.serve('/cyrillic', { body });
    expect((await ensure({ url }).expect(201)).body.title).toBe('Река');
  });

  it('is known by its address as browsers read it', async () => {
    const raw = `${pages.host.origin}\\@evil.example`;
    const { body } = await ensure({ url: raw }).expect(201);
    expect(body.url).toBe(`${pages.host.origin}/@evil.example`);
    for (const url of [
      'http://evil.example@127.0.0.1/',
      `https://evil.example\\@127.0.0.1`,
      'http://127.0.0.1:1/',
    ])
      expect((await ensure({ url })).status).toBe(422);
    expect(pages.host.asked).toContain('/@evil.example');
  });

  it('is repaired by staff, who vouch for it by listing it', async () => {
    const { body: post } = await ensure({ url: `${pages.host.origin}/typo` }).expect(201);
    const url = `${pages.host.origin}/right`;
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
    await ensure({ url: pages.host.serve('/newer', reviewPage('Newer')) }).expect(201);
    const front = (await site.app.request.get('/').expect(200)).text;
    expect(/<h1[^>]*>([^<]*)/.exec(front)![1].trim()).toBe(body.title);
  });
});
