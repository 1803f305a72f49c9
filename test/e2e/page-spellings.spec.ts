import { useHostPages } from '../support/host-pages.js';
import { reviewPage } from '../support/page-server.js';
import type { Person } from '../support/people.js';
import { createPost, say } from '../support/threads.js';

const nfd = (text: string) => text.normalize('NFD');

describe('the address of a page, in other spellings', () => {
  const { site, pages } = useHostPages();

  const find = async (query: Record<string, string>) => {
    const { status, body } = await site.app.request.get('/api/v1/posts/by-page').query(query);
    return status === 200 ? (body.id as string) : status;
  };
  const ensure = (page: object, by: Person = site.reader) =>
    site.app.request.post('/api/v1/posts/by-page').set(by.auth).send(page);
  const create = (page: object) => createPost(site.app, site.staff, page);
  const alike = async () => {
    const { body } = await site.app.request
      .get('/api/v1/posts?list=alike')
      .set(site.staff.auth)
      .expect(200);
    return (body.items as { id: string }[]).map(({ id }) => id);
  };

  it('leads to the post of the page, whose comments are counted', async () => {
    const { id } = await create({ url: 'http://www.lake.test/ēna.html' });
    await say(site.app, site.reader, id, 'One');
    const urls = [
      'https://www.lake.test/ēna.html',
      'http://lake.test/ēna.html/?replytocom=7#respond',
      nfd('https://lake.test/ēna.html'),
    ];
    for (const url of urls) expect(await find({ url })).toBe(id);
    const { body } = await site.app.request.get('/api/v1/posts/counts').query({ url: urls });
    expect(body.items).toEqual(
      urls.map((name) => ({ by: 'url', name, postId: id, commentCount: 1 })),
    );
    for (const url of ['https://lake.test/Ēna.html', 'https://lake.test:8443/ēna.html'])
      expect(await find({ url })).toBe(404);
  });

  it('is exact first; where two posts have it, staff are told and merge them', async () => {
    const path = 'two.test/a';
    const { id: plain } = await create({ url: `http://${path}` });
    const { id: safe } = await create({ url: `https://www.${path}` });
    expect(await find({ url: `http://${path}` })).toBe(plain);
    expect(await find({ url: `https://www.${path}` })).toBe(safe);
    expect(await find({ url: `https://${path}` })).toBe(404);
    expect((await alike()).toSorted()).toEqual([plain, safe].toSorted());
    await site.app.request.get('/api/v1/posts?list=alike').set(site.reader.auth).expect(403);
    const merge = site.app.request.post(`/api/v1/posts/${plain}/merge`).set(site.staff.auth);
    await merge.send({ into: safe }).expect(201);
    expect(await alike()).toEqual([]);
    for (const prefix of ['http://', 'https://', 'https://www.'])
      expect(await find({ url: prefix + path })).toBe(safe);
  });

  it('leads to no post with another key, which is found by that', async () => {
    const url = 'https://keyed.test/list';
    const { id } = await create({ url, key: 'keyed-1' });
    expect(await find({ url, key: 'keyed-2' })).toBe(404);
    expect(await find({ url: 'http://keyed.test/list', key: 'keyed-2' })).toBe(404);
    expect(await find({ url: 'http://keyed.test/list' })).toBe(id);
    const { id: nameless } = await create({ url: 'https://nameless.test/' });
    expect(await find({ url: 'https://nameless.test/', key: 'keyed-3' })).toBe(nameless);
  });

  it('has a discussion for each key that the page shows, and no other', async () => {
    const keys = ['key="talk"', '></colloquy-thread><colloquy-thread key="corrections"'];
    const url = pages.host.serve('/twice', reviewPage('Twice', keys.join('')));
    const talk = (await ensure({ url, key: 'talk' }).expect(201)).body;
    const { body } = await ensure({ url, key: 'corrections' }).expect(201);
    expect([body.key, body.url, body.verified]).toEqual(['corrections', url, true]);
    expect(await find({ url, key: 'corrections' })).toBe(body.id);
    expect(await find({ url, key: 'talk' })).toBe(talk.id);
    expect(await find({ url })).toBe(talk.id);
    expect((await ensure({ url, key: 'forged' }, site.other).expect(200)).body.id).toBe(talk.id);
    await site.app.request.delete(`/api/v1/posts/${body.id}`).set(site.staff.auth).expect(204);
    expect((await ensure({ url, key: 'corrections' })).status).toBe(410);
  });

  it('is that of a page which names itself in another one', async () => {
    const canonical = `<link rel="canonical" href="${pages.host.origin.replace('http', 'https')}/named">`;
    const url = pages.host.serve('/named', reviewPage('Named', '', canonical));
    expect((await ensure({ url }).expect(201)).body).toMatchObject({ verified: true, url });
  });

  it('makes one post, also for readers who come at once, and none of a deleted one', async () => {
    let open!: () => void;
    pages.host.gate = new Promise((resolve) => (open = resolve));
    const urls = ['/pļava', nfd('/pļava')].map((path) =>
      pages.host.serve(encodeURI(path), reviewPage('Meadow')),
    );
    const answering = Promise.all([ensure({ url: urls[0] }), ensure({ url: urls[1] }, site.other)]);
    open();
    const answers = await answering;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    const [id, other] = answers.map(({ body }) => body.id);
    expect(other).toBe(id);
    await site.app.request.delete(`/api/v1/posts/${id}`).set(site.staff.auth).expect(204);
    for (const url of urls) expect(await find({ url })).toBe(410);
    for (const url of urls) await ensure({ url }).expect(410);
    // Staff can create another post with the address.
    const { id: next } = await create({ url: urls[1].replace('http:', 'https:') });
    for (const url of urls) expect(await find({ url })).toBe(next);
  });
});
