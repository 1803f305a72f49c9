import { useSite } from '../support/site.js';

const SITE = 'https://reviews.example';
const READERS = 20;

describe('a page of the host site', () => {
  const site = useSite({ people: { reader: 'member' }, env: { SITE_ORIGINS: SITE } });

  const ensure = (page: object) =>
    site.app.request.post('/api/v1/posts/by-page').set(site.reader.auth).send(page);

  it('gets a slug of its own though others of the same title are made at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: READERS }, (_, at) =>
        ensure({ url: `${SITE}/reviews/${at}`, title: 'The same title' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(READERS);
  });

  it('becomes one post however many readers come to it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: READERS }, () =>
        ensure({ key: 'film-7', url: `${SITE}/film/7`, title: 'Another title' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(READERS - 1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });
});
