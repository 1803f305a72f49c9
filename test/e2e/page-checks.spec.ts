import { HostPagesService } from '../../src/posts/pages/host-pages.service.js';
import { PageFetches } from '../../src/posts/pages/page-fetches.js';
import { PageChecksRepository } from '../../src/posts/writing/page-checks.repository.js';
import { holdTurn } from '../support/held-turns.js';
import { useHostPages } from '../support/host-pages.js';
import { untilLocksAwaited } from '../support/lock-waits.js';
import { reviewPage } from '../support/page-server.js';
import { until } from '../support/until.js';

describe('a page that named itself to nobody yet', () => {
  const { site, pages, signature, lookAgain } = useHostPages();

  const make = async (path: string, more = {}) => {
    const call = site.app.request.post('/api/v1/posts/by-page').set(site.reader.auth);
    const { body } = await call.send({ url: pages.host.origin + path, ...more }).expect(201);
    expect(body.verified).toBe(false);
    return body as { id: string; url: string };
  };
  const patch = (id: string, change: object) =>
    site.app.request.patch(`/api/v1/posts/${id}`).set(site.staff.auth).send(change).expect(200);
  const read = async (id: string) => (await site.app.request.get(`/api/v1/posts/${id}`)).body;
  const untilVerified = async (id: string) => {
    await until('it is verified', async () => {
      await lookAgain();
      return (await read(id)).verified === true;
    });
    return read(id);
  };
  const isChecked = async (id: string) =>
    (await site.database.query('select 1 from page_checks where post_id = $1', [id])).length === 1;

  it('is looked at no more when staff have decided whether it is listed', async () => {
    const { id, url } = await make('/hidden');
    await patch(id, { listed: false });
    expect(await isChecked(id)).toBe(false);
    // As if the page had been requested just before.
    pages.host.serve('/hidden', reviewPage('Hidden'));
    const page = (await site.app.app.get(PageFetches, { strict: false }).findAnew(url))!;
    expect(page.named).toBe(true);
    await site.app.app
      .get(HostPagesService, { strict: false })
      .verify({ postId: id, url, key: null, keySigned: false }, page);
    expect(await read(id)).toMatchObject({ listed: false, verified: false });
  });

  it('is looked at under the address that staff give it', async () => {
    const { id } = await make('/typo');
    const url = pages.host.serve('/right', reviewPage('Right'));
    await patch(id, { url });
    await until('it is verified', async () => (await read(id)).verified === true);
    expect((await read(id)).title).toBe('Right');
    const other = await make('/typo');
    await patch(other.id, { url: null });
    expect(await isChecked(other.id)).toBe(false);
  });

  it('is looked at no more when its discussion is deleted', async () => {
    const { id } = await make('/ended');
    expect(await isChecked(id)).toBe(true);
    await site.app.request.delete(`/api/v1/posts/${id}`).set(site.staff.auth).expect(204);
    expect(await isChecked(id)).toBe(false);
  });

  it('has the title of the page, whatever a reader called it, and what staff called it after that', async () => {
    const [former, repaired] = [await make('/former'), await make('/repaired')];
    for (const table of ['posts', 'post_revisions'])
      await site.database.query(
        `update ${table} set title = 'BUY PILLS' where ${table === 'posts' ? 'id' : 'post_id'} = $1`,
        [former.id],
      );
    await patch(repaired.id, { title: 'By staff' });
    for (const path of ['/former', '/repaired']) pages.host.serve(path, reviewPage('By the page'));
    expect((await untilVerified(former.id)).title).toBe('By the page');
    expect((await untilVerified(repaired.id)).title).toBe('By staff');
  });

  it('gets the key that it shows then, if no post has it, also none that was deleted', async () => {
    const [left, taken] = [await make('/left'), await make('/taken', { key: 'taken' })];
    const call = site.app.request.post('/api/v1/posts').set(site.staff.auth);
    const { body } = await call.send({ title: 'Another', key: 'taken' }).expect(201);
    await site.app.request.delete(`/api/v1/posts/${body.id}`).set(site.staff.auth).expect(204);
    pages.host.serve('/left', reviewPage('Left', 'key="left"'));
    pages.host.serve('/taken', reviewPage('Taken', 'key="taken"'));
    expect((await untilVerified(left.id)).key).toBe('left');
    expect((await untilVerified(taken.id)).key).toBeNull();
  });

  it('gets a signed key when it can be read and is silent', async () => {
    const keySignature = signature('signed');
    const { id } = await make('/signed', { key: 'signed', keySignature });
    const claimed = await make('/claimed', { key: 'claimed' });
    for (const path of ['/signed', '/claimed'])
      pages.host.serve(path, '<title>By a script</title>');
    await until('it has its key', async () => {
      await lookAgain();
      return (await read(id)).key === 'signed';
    });
    expect(await read(id)).toMatchObject({ verified: false, listed: false });
    pages.host.serve('/claimed', '<link rel="canonical" href="/claimed">');
    expect((await untilVerified(claimed.id)).key).toBeNull();
  });

  it('is asked for once, however many look at it at a time', async () => {
    const url = pages.host.serve('/once', reviewPage('Once'));
    let open!: () => void;
    pages.host.gate = new Promise((resolve) => (open = resolve));
    const fetches = site.app.app.get(PageFetches, { strict: false });
    const found = [fetches.find(url, () => false), fetches.findAnew(url), fetches.findAnew(url)];
    open();
    expect((await Promise.all(found)).map((page) => page?.title)).toEqual(['Once', 'Once', 'Once']);
    expect(pages.host.asked.filter((path) => path === '/once')).toHaveLength(1);
  });

  it('is taken by one of two that look at the same moment', async () => {
    await holdTurn(site.database, 'pages');
    const { id } = await make('/twice');
    await site.database.query('update page_checks set due_at = now() where post_id = $1', [id]);
    const checks = site.app.app.get(PageChecksRepository, { strict: false });
    await site.database.query('begin');
    await site.database.query('select from page_checks where post_id = $1 for update', [id]);
    const both = [checks.takeDue(20), checks.takeDue(20)];
    await untilLocksAwaited(site.database, 2);
    await site.database.query('commit');
    const taken = (await Promise.all(both)).flat().filter(({ postId }) => postId === id);
    expect(taken).toHaveLength(1);
  });

  it('is looked at 18 times, then it rests', async () => {
    // The node never gets the turn: its own check at the same moment would be counted, too.
    await holdTurn(site.database, 'pages');
    const { id } = await make('/never');
    const checks = site.app.app.get(PageChecksRepository, { strict: false });
    const state = async () => {
      const [row] = await site.database.query<{ tries: number; rests: boolean }>(
        `select tries, due_at = 'infinity' as rests from page_checks where post_id = $1`,
        [id],
      );
      return row;
    };
    for (let nth = 0; nth < 40 && !(await state()).rests; nth++) {
      await site.database.query(
        `update page_checks set due_at = now() where post_id = $1 and due_at < 'infinity'`,
        [id],
      );
      await checks.takeDue(20);
    }
    expect(await state()).toEqual({ tries: 18, rests: true });
  });
});
