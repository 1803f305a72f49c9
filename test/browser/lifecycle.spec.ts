import type { Page } from 'playwright-core';
import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('an element that a page moves about', () => {
  let site: EmbedSite;
  let post: { id: string; slug: string };
  let page: Page;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  beforeEach(async () => {
    post = await site.post();
    await say(site.app, site.author, post.id, 'The first word');
    ({ page } = await site.open(site.embed(`post="${post.slug}"`)));
    await page.getByText('The first word').waitFor();
    await page.getByText('Live').waitFor();
    await page.evaluate(`globalThis.kept = document.querySelector('colloquy-thread')`);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** The number of sockets of all readers. */
  const sockets = async (): Promise<number> => {
    const { text } = await site.app.request.get('/metrics').expect(200);
    return Number(/^colloquy_live_sockets (\d+)$/m.exec(text)![1]);
  };

  it('shows nothing and asks for nothing once it is out of the page', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(`kept.remove(); kept.updateComplete`);
    expect(await page.evaluate(`kept.shadowRoot.querySelector('article')`)).toBeNull();
    // Updates at this point must not wake it.
    await page.evaluate(`kept.requestUpdate(); kept.updateComplete`);
    await until('the connection to be closed', async () => (await sockets()) === 0);
    await page.evaluate(`kept.setAttribute('sort', 'oldest'); kept.updateComplete`);
    expect(await page.evaluate(`kept.shadowRoot.querySelector('article, .head')`)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('begins anew under another name, as of a page whose key is signed by then', async () => {
    await page.evaluate(`kept.removeAttribute('post'); kept.setAttribute('key', 'ours')`);
    await page.getByText('Nobody has commented yet.').waitFor();
    const asked = page.waitForRequest(/by-page/);
    await page.evaluate(`kept.setAttribute('key-signature', 'f00d')`);
    await asked;
  });

  it('goes on in another place', async () => {
    await page.evaluate(`document.body.append(document.createElement('aside'));
      document.querySelector('aside').append(kept)`);
    await page.locator('aside').getByText('The first word').waitFor();
    await page.getByText('Live').waitFor();
    await say(site.app, site.author, post.id, 'After the move');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('After the move').waitFor();
    await until('there is one connection', async () => (await sockets()) === 1);
  });
});
