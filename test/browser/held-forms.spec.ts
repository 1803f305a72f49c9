import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';

describe('a form with a text while something is on its way', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('cancels nothing that is on its way', async () => {
    const post = await site.post();
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/comments', async (route) => {
      if (route.request().method() === 'POST') await released;
      await route.continue();
    });
    const text = page.getByLabel('Write a comment');
    await text.fill('Sent and not cancelled');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Sending…' }).waitFor();
    await page.getByRole('button', { name: 'Cancel', disabled: true }).click({ force: true });
    await text.press('Escape');
    expect(await text.inputValue()).toBe('Sent and not cancelled');
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    release();
    await page.getByRole('article').getByText('Sent and not cancelled').waitFor();
  });

  it('keeps the field of who writes on while a preview is on its way', async () => {
    const post = await site.post();
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/previews', (route) => released.then(() => route.continue()), { times: 1 });
    const text = page.getByLabel('Write a comment');
    await text.fill('A first');
    const shown = page.waitForResponse('**/previews');
    await page.getByRole('button', { name: 'Preview' }).click();
    await text.fill('A first and a second');
    release();
    await (await shown).finished();
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(await page.locator('.preview').count()).toBe(0);
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.tagName`;
    expect(await page.evaluate(focused)).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview').getByText('A first and a second').waitFor();
  });

  it('goes on writing where a vote on the same comment is refused', async () => {
    const post = await site.post();
    await say(site.app, site.staff, post.id, 'A claim');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    await page.getByRole('button', { name: 'Cancel' }).click();
    const line = page.getByRole('article');
    await line.getByRole('button', { name: 'Reply' }).click();
    await page.getByLabel('Reply to').fill('Half of an answer');
    const problem = { type: '/problems/own-comment', title: 'Refused', status: 403 };
    await page.route('**/vote', (route) => route.fulfill({ status: 403, json: problem }));
    await line.getByRole('button', { name: 'Agree', exact: true }).click();
    await line.getByRole('alert').waitFor();
    expect(await page.getByLabel('Reply to').inputValue()).toBe('Half of an answer');
  });
});
