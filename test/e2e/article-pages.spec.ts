import { createHash } from 'node:crypto';
import { DEMO_SLUG } from '../../src/site/demo-review.js';
import { DemoSeed } from '../../src/site/demo-seed.js';
import { attribute, type Markup, readMarkup, textIn } from '../support/markup.js';
import { useSite } from '../support/site.js';
import { createPost, say } from '../support/threads.js';

const AT = 'https://talk.example/here';

describe('the pages of the service', () => {
  const site = useSite({ people: { editor: 'admin', reader: 'member' }, env: { PUBLIC_URL: AT } });

  const read = async (path: string, status = 200): Promise<Markup & { text: string }> => {
    const { text, headers } = await site.app.request.get(path).expect(status);
    const markup = readMarkup(text);
    expect(markup.faults).toEqual([]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    holdToPolicy(markup, headers['content-security-policy']);
    return { ...markup, text };
  };

  /** Checks that the policy allows every element of the page. */
  function holdToPolicy({ all }: Markup, policy: string): void {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const style of all('style')) {
      const hash = createHash('sha256').update(textIn(style)).digest('base64');
      expect(policy).toContain(`style-src 'sha256-${hash}'`);
    }
    const attributes = all().flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    for (const script of all('script')) {
      const own = attribute(script, 'src')?.startsWith('/here/') ?? false;
      expect(own || attribute(script, 'type') === 'application/ld+json').toBe(true);
    }
  }

  const metaOf = ({ all }: Markup) =>
    Object.fromEntries(
      all('meta').map((meta) => [
        attribute(meta, 'name') ?? attribute(meta, 'property'),
        attribute(meta, 'content'),
      ]),
    );
  const canonicalOf = ({ all }: Markup) =>
    attribute(
      all('link').find((link) => attribute(link, 'rel') === 'canonical'),
      'href',
    );

  it('say what to do while there is no post', async () => {
    const page = await read('/');
    expect(page.text).toContain('npm run import');
    expect(page.text).toContain(`${AT}/embed.js`);
    expect(textIn(page.all('h1')[0])).toBe('Colloquy is running');
  });

  it('show the demo review with its author, its dates, its update and its discussion', async () => {
    await site.app.app.get(DemoSeed).ensure();
    const page = await read('/');
    const { all } = page;
    expect(attribute(all('html')[0], 'lang')).toBe('en');
    expect(canonicalOf(page)).toBe(`${AT}/posts/${DEMO_SLUG}`);
    expect(metaOf(page)).toMatchObject({
      description: expect.stringContaining('documentary'),
      'og:type': 'article',
      'og:title': expect.stringContaining('The Other Bank'),
      'article:modified_time': '2026-04-11T10:30:00.000Z',
    });
    expect(all('h1')).toHaveLength(1);
    const dated = all('p').find((one) => attribute(one, 'class') === 'dated')!;
    expect(textIn(dated).replace(/\s+/g, ' ').trim()).toBe(
      'By Anna Vītola · Published 14 March 2026 · Updated 11 April 2026',
    );
    const update = all('section').find((one) => attribute(one, 'class') === 'update')!;
    expect(textIn(update)).toMatch(/Update, 11 April 2026\s+The producers have written/);
    const [element] = all('colloquy-thread');
    expect(attribute(element, 'post')).toBe(DEMO_SLUG);
    expect(textIn(element)).toContain('9 comments');
    expect(textIn(element)).toMatch(/Anna Vītola\s+\(author\)/);
    expect(attribute(all('script')[0], 'src')).toBe('/here/embed.js');
    expect((await read(`/posts/${DEMO_SLUG}?utm_source=mail`)).text).toBe(page.text);
  });

  it('are asked for again only when something happened', async () => {
    const { headers } = await site.app.request.get('/').expect(200);
    expect(headers['cache-control']).toBe('public, no-cache');
    await site.app.request.get('/').set('if-none-match', headers.etag).expect(304);
    await say(site.app, site.reader, DEMO_SLUG, 'Something new');
    await site.app.request.get('/').set('if-none-match', headers.etag).expect(200);
  });

  it('list the other posts, and show each in its language', async () => {
    const fields = { title: 'Upe & <krasts>', body: 'Teksts.', language: 'lv' };
    const { id, slug } = await createPost(site.app, site.editor, fields);
    await say(site.app, site.reader, id, 'Labi');
    const front = await read('/');
    const [nav] = front.all('nav');
    expect(textIn(nav)).toMatch(/Upe & <krasts>\s+\d.*1 comment/s);
    expect(textIn(nav)).not.toContain('The Other Bank');
    const page = await read(`/posts/${slug}`);
    expect(attribute(page.all('html')[0], 'lang')).toBe('lv');
    expect(textIn(page.all('title')[0])).toBe('Upe & <krasts>');
    expect(textIn(page.all('colloquy-thread')[0])).toContain('1 komentārs');
    expect(textIn(page.all('nav')[0])).toContain('The Other Bank');
  });

  it('send readers of a page of the host site there', async () => {
    const url = 'https://reviews.example/film';
    const { slug } = await createPost(site.app, site.editor, { title: 'A page', url });
    const page = await read(`/posts/${slug}`);
    expect(canonicalOf(page)).toBe(url);
    expect(page.all('a').some((link) => attribute(link, 'href') === url)).toBe(true);
  });

  it('lead to no article where the page of the post is their own', async () => {
    const other = await createPost(site.app, site.editor, { body: 'Text.' });
    const ofOther = canonicalOf(await read(`/posts/${other.slug}`))!;
    const url = ofOther.replace(other.slug, 'itself');
    await createPost(site.app, site.editor, { title: 'Itself', slug: 'itself', url });
    const page = await read('/posts/itself');
    const [article] = page.all('article').filter((one) => attribute(one, 'id') === 'article');
    expect(textIn(article)).not.toContain('Read the article');
  });

  it('show what lies behind the first page of a thread, to readers alone', async () => {
    const { id, slug } = await createPost(site.app, site.editor, { body: 'Text.' });
    for (let count = 0; count < 22; count++)
      await say(site.app, site.reader, id, `Comment ${count}.`);
    const first = await read(`/posts/${slug}`);
    const next = first.all('a').find((link) => attribute(link, 'rel') === 'next');
    const address = new URL(attribute(next, 'href')!);
    expect(address.href).toMatch(`${AT}/posts/${slug}?`);
    const second = await read(`/posts/${slug}${address.search}`);
    expect(second.all('article').length).toBeLessThan(first.all('article').length);
    expect(metaOf(second).robots).toBe('noindex');
    expect(canonicalOf(second)).toBeNull();
    // An outdated or altered cursor starts from the beginning.
    const broken = await read(`/posts/${slug}?cursor=broken&sort=worst`);
    expect(broken.all('article')).toHaveLength(first.all('article').length);
  });

  it('say what is not there', async () => {
    const page = await read('/posts/no-such-post', 404);
    expect(metaOf(page).robots).toBe('noindex');
  });

  it('have an icon, and rules for robots that let thread pages be read', async () => {
    const icon = await site.app.request.get('/favicon.svg').expect(200);
    expect(icon.headers['content-type']).toBe('image/svg+xml');
    expect(Buffer.from(icon.body).toString()).toMatch(/^<svg /);
    const { text } = await site.app.request.get('/robots.txt').expect(200);
    const kept = [...text.matchAll(/^Disallow: (.*)$/gm)].map(([, path]) => path);
    expect(kept).toContain('/api/v1/moderation/');
    expect(kept.filter((path) => '/api/v1/posts/x/comments'.startsWith(path))).toEqual([]);
  });

  it('tell what was added to a text from what it said, as long as nothing else changed', async () => {
    const { id, slug } = await createPost(site.app, site.editor, { body: 'Рецензия 😀.' });
    const change = (changes: object) =>
      site.app.request.patch(`/api/v1/posts/${id}`).set(site.editor.auth).send(changes).expect(200);
    const updates = async () =>
      (await read(`/posts/${slug}`))
        .all('section')
        .filter((one) => attribute(one, 'class') === 'update')
        .map((one) =>
          textIn(one)
            .replace(/^\s*Update, [^\n]*/, '')
            .trim(),
        );
    expect(await updates()).toEqual([]);
    await change({ body: 'Рецензия 😀.\n\nFirst.' });
    await change({ title: 'Another title' });
    await change({ body: 'Рецензия 😀.\n\nFirst.\n\n- second' });
    expect(await updates()).toEqual(['First.', 'second']);
    await change({ body: 'Другая.\n\nFirst.\n\n- second' });
    expect(await updates()).toEqual([]);
    const { text } = await read(`/posts/${slug}`);
    expect(text).toContain('Другая.');
  });
});
