import { PageServer, reviewPage } from '../support/page-server.js';
import type { Person } from '../support/people.js';
import { useSite } from '../support/site.js';

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
    // As if it had named other pages before.
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
      // A ban ends the sessions.
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
