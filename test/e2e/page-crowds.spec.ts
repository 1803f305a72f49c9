import { spyOn } from 'jest-mock';
import { Outgoing } from '../../src/outgoing/outgoing.js';
import { useHostPages } from '../support/host-pages.js';
import { reviewPage } from '../support/page-server.js';
import { until } from '../support/until.js';

const READERS = 20;

describe('a page of the host site that many ask for at the same moment', () => {
  const { site, pages } = useHostPages();

  const ensure = (page: object, by = site.reader) =>
    site.app.request.post('/api/v1/posts/by-page').set(by.auth).send(page);

  it('is asked for again after those that came when too many were read', async () => {
    // A page that the node checks by itself would occupy one of the slots.
    await until('the node to look at no page', async () => {
      const looked = await site.database.query(
        `select from page_checks where due_at <= now()
         union all select from round_turns where name = 'pages' and free_at > now()`,
      );
      return looked.length === 0;
    });
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    // The gate is before the requests: these would give up a page that takes some seconds.
    const outgoing = site.app.app.get(Outgoing, { strict: false });
    const read = outgoing.get.bind(outgoing);
    const reads = spyOn(outgoing, 'get').mockImplementation(async (...asked) => {
      await gate;
      return read(...asked);
    });
    const urls = Array.from({ length: 25 }, (_, at) =>
      pages.host.serve(`/crowd/${at}`, reviewPage(`Crowd ${at}`)),
    );
    const refused: string[] = [];
    try {
      const crowd = urls.map(async (url) => {
        const { status } = await ensure({ url });
        if (status === 503) refused.push(url);
      });
      await until('one is refused', async () => refused.length >= 1);
      const calm = pages.host.serve('/calm', reviewPage('Calm'));
      const other = ensure({ url: calm }, site.other).then();
      await until('it takes the place of one of the crowd', async () => refused.length >= 2);
      open();
      expect((await other).body).toMatchObject({ title: 'Calm', verified: true });
      await Promise.all(crowd);
    } finally {
      open();
      reads.mockRestore();
    }
    expect(refused).toHaveLength(2);
    expect((await ensure({ url: refused[0] }).expect(201)).body.verified).toBe(true);
  });

  it('becomes one post however many readers come to it, and is read once', async () => {
    const url = pages.host.serve('/many', reviewPage('Many', 'key="many"'));
    let open!: () => void;
    pages.host.gate = new Promise((resolve) => (open = resolve));
    const answering = Promise.all(
      Array.from({ length: READERS }, () => ensure({ key: 'many', url })),
    );
    await until('it is asked for', async () => pages.host.asked.includes('/many'));
    open();
    const answers = await answering;
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(READERS - 1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(pages.host.asked.filter((path) => path === '/many')).toHaveLength(1);
  });

  it('gets a slug of its own though others of the same title are made at the same moment', async () => {
    const urls = Array.from({ length: READERS }, (_, at) =>
      pages.host.serve(`/same/${at}`, reviewPage('The same title')),
    );
    const answers = await Promise.all(urls.map((url) => ensure({ url })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(READERS);
  });
});
