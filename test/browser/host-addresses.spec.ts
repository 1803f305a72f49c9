import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull, sampleOf } from '../support/full-form.js';
import { newName } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a discussion that is named by its page', () => {
  let site: EmbedSite;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const embed = (...attributes: string[]) =>
    `<script type="module" src="${site.app.url}/embed.js"></script>
      ${attributes.map((each) => `<colloquy-thread ${each}></colloquy-thread>`).join('')}`;
  /** A page with one comment on it. */
  const discussed = async (fields: object, word: string): Promise<void> => {
    const { id } = await site.post(fields);
    await say(site.app, site.author, id, word);
  };
  const asked = (page: Page): URL[] => {
    const addresses: URL[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('/by-page')) addresses.push(url);
    });
    return addresses;
  };

  it('reads an address as the page does, and leaves out what is none', async () => {
    const { origin } = site.host;
    const [river, here] = [newName('river'), newName('here')];
    await discussed({ url: `${origin}/reviews/${river}` }, 'On the river');
    await discussed({ url: `${origin}/${here}` }, 'On this page');
    const attributes = [
      `url="/reviews/${river}"`,
      `url="reviews/${river}#end"`,
      'url="http://"',
      'url="javascript:void(0)"',
      'url="mailto:x@y.example"',
      'url="//me:secret@host.example/"',
      'url=""',
      `url="/${'x'.repeat(2_100)}"`,
      `key="${'k'.repeat(300)}"`,
      'key="two&#10;lines"',
      'key-signature="{{ signature }}"',
    ];
    const { page, complaints } = await site.open(site.host.page(`/${here}`, embed(...attributes)));
    await until('all are shown', async () => (await page.getByRole('article').count()) === 11);
    expect(await page.getByText('On the river').count()).toBe(2);
    expect(await page.getByText('On this page').count()).toBe(9);
    expect(complaints).toEqual([]);
  });

  it('offers no second try where there is nothing to try', async () => {
    const { page } = await site.open(site.host.page('/wrong', embed('post="no-such-post"')));
    await page.getByText('The discussion could not be loaded.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  inFull('parts pages by their query, but for what is no part of it', async () => {
    const { origin } = site.host;
    const path = `/${newName('article')}.php`;
    const page1 = site.host.page(path, embed(''));
    await discussed({ url: `${origin}${path}?id=1&q=a%20b` }, 'On the first');
    await discussed({ url: `${origin}${path}?id=2` }, 'On the second');
    const queries = [
      ['?id=1&q=a%20b', 'On the first'],
      ['?utm_source=x&id=1&fbclid=y&q=a%20b#comments', 'On the first'],
      ['?id=2', 'On the second'],
      ['?id=2&comment=01890000-0000-7000-8000-000000000000', 'On the second'],
      ['?comment=01890000-0000-7000-8000-000000000000&id=2', 'On the second'],
    ];
    for (const [query, word] of sampleOf(queries, 2)) {
      const { page } = await site.open(page1 + query);
      await page.getByText(word).waitFor();
      // A link to a comment leads to the same page.
      const link = (await page.getByRole('article').locator('.time').getAttribute('href'))!;
      const again = await site.open(link);
      await again.page.getByText(word).waitFor();
      await site.closeTabs();
    }
  });

  inFull('keeps apart what is written under two keys of one page', async () => {
    const { page } = await site.open(
      site.host.page('/two', embed('key="talk"', 'key="corrections"')),
    );
    const [talk, corrections] = [0, 1].map((at) => page.locator('colloquy-thread').nth(at));
    await signIn(talk as unknown as Page, site.author.username);
    await talk.getByLabel('Write a comment').fill('For the talk');
    await corrections.getByRole('button', { name: 'Write a comment' }).click();
    await corrections.getByLabel('Write a comment').waitFor();
    expect(await corrections.getByLabel('Write a comment').inputValue()).toBe('');
    await page.reload();
    await talk.getByRole('button', { name: 'Draft saved' }).click();
    await talk.getByLabel('Write a comment').waitFor();
    expect(await talk.getByLabel('Write a comment').inputValue()).toBe('For the talk');
    expect(await corrections.getByRole('button', { name: 'Draft saved' }).count()).toBe(0);
  });

  it('follows the page when a script makes another one of it', async () => {
    const { origin } = site.host;
    const app = `/${newName('app')}`;
    await discussed({ url: `${origin}${app}/one` }, 'On page one');
    await discussed({ url: `${origin}${app}/two` }, 'On page two');
    await discussed({ url: `${origin}${app}/named` }, 'On the named page');
    const { page } = await site.open(site.host.page(`${app}/one`, embed('')));
    await page.getByText('On page one').waitFor();
    await page.evaluate(`history.pushState(null, '', '${app}/two')`);
    await page.getByText('On page two').waitFor();
    await page.evaluate(`document.head.append(Object.assign(document.createElement('link'),
      { rel: 'canonical', href: '${app}/named' }))`);
    await page.getByText('On the named page').waitFor();
    await page.evaluate(`history.pushState(null, '', '${app}/three')`);
    await page.evaluate(`document.querySelector('link[rel=canonical]').href = '${app}/one'`);
    await page.getByText('On page one').waitFor();
    await page.evaluate(`document.querySelector('link[rel=canonical]').remove();
      history.back()`);
    await page.getByText('On page two').waitFor();
    const addresses = asked(page);
    // None of these changes makes it another page.
    await page.evaluate(`history.replaceState({}, '', '?utm_source=letter#there');
      history.replaceState({}, '', location.pathname); document.title = 'Another title'`);
    await page.evaluate(`document.querySelector('colloquy-thread').updateComplete`);
    expect(addresses).toEqual([]);
    expect(await page.getByText('On page two').isVisible()).toBe(true);
  });

  it('stays what it is under a name of its own, wherever the page goes', async () => {
    const { slug } = await site.post();
    const named = ['post="' + slug + '"', 'key="ours"', 'url="/fixed"'];
    const { page } = await site.open(site.host.page('/fixed/app', embed(...named)));
    const empty = page.getByText('Nobody has commented yet.');
    await until('all are there', async () => (await empty.count()) === 3);
    const addresses = asked(page);
    await page.evaluate(`history.pushState(null, '', '/elsewhere')`);
    await page.evaluate(`Promise.all([...document.querySelectorAll('colloquy-thread')].map(
      (element) => element.updateComplete))`);
    expect(addresses).toEqual([]);
  });

  describe('and the link to a comment in it', () => {
    const tall = '<div style="height:1500px"></div>';
    let id: string;
    let page: Page;
    beforeEach(async () => {
      const { slug } = await site.post();
      ({ id } = await say(site.app, site.author, slug, 'The one of the link'));
      await say(site.app, site.author, slug, 'Another one');
      const links = `<a href="#comment-${id}">that one</a> <a href="#contents">contents</a>`;
      const body = `${links}${tall}<h2 id="contents">Contents</h2>${embed(`post="${slug}"`)}${tall}`;
      const address = site.host.page('/linked', body);
      ({ page } = await site.open(address));
      await page.getByText('Another one').waitFor();
    });
    const top = () => page.evaluate('scrollTo(0, 0)');
    const isThere = (y = 0) =>
      until('it is on the screen', async () => {
        const box = await page.locator(`#c-${id}`).boundingBox();
        return box !== null && box.y >= y && box.y < 700;
      });

    inFull('leads there each time that it is followed', async () => {
      for (let count = 0; count < 3; count++) {
        await page.getByText('that one').click();
        await isThere();
        await top();
      }
      await page.getByText('that one').click();
      await page.getByRole('button', { name: 'Show the whole discussion' }).click();
      await page.getByText('Another one').waitFor();
      await top();
      await page.getByText('that one').click();
      await page.locator(`#c-${id}[data-focus]`).waitFor();
      await isThere();
    });

    it('leaves room for what covers the head of the page', async () => {
      for (const room of [
        'colloquy-thread { --colloquy-scroll-margin: 90px }',
        ':root { scroll-padding-top: 90px }',
      ]) {
        await page.evaluate(`document.querySelector('style')?.remove();
          document.head.append(Object.assign(document.createElement('style'),
            { textContent: ${JSON.stringify(room)} }))`);
        await top();
        await page.getByText('that one').click();
        await isThere(89);
      }
    });

    it('begins nothing anew when another part of the page is visited', async () => {
      await page.goto(`${page.url().replace(/#.*/, '')}?comment=${id}`);
      await page.locator(`#c-${id}[data-focus]`).waitFor();
      await page.getByRole('button', { name: 'Show the whole discussion' }).click();
      await page.getByText('Another one').waitFor();
      await page.getByText('contents', { exact: true }).click();
      await page.evaluate(`document.querySelector('colloquy-thread').updateComplete`);
      expect(await page.getByText('Another one').isVisible()).toBe(true);
    });
  });
});
