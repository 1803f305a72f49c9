import type { Page } from 'playwright-core';
import { comeBack, leave } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { ShakyFront } from '../support/shaky-front.js';
import { say } from '../support/threads.js';

describe('a page whose connection comes and goes', () => {
  let site: EmbedSite;
  let front: ShakyFront;

  beforeAll(async () => {
    site = await EmbedSite.start();
    front = await ShakyFront.before(site.app.url);
  });
  afterEach(async () => {
    front.blocksSockets = false;
    await site.closeTabs();
  });
  afterAll(async () => {
    await front.close();
    await site.stop();
  });

  const status = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

  async function open(): Promise<{ page: Page; post: string }> {
    const post = await site.post();
    await say(site.app, site.author, post.id, 'The first word');
    const address = site.host.page(
      '/behind',
      `<script type="module" src="${front.url}/embed.js"></script>
       <colloquy-thread post="${post.id}"></colloquy-thread>`,
    );
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(address);
    await status(page, 'Live');
    return { page, post: post.id };
  }

  it('says that it is offline, and misses nothing when it is back', async () => {
    const { page, post } = await open();
    await page.context().setOffline(true);
    await status(page, 'You are offline.');
    await say(site.app, site.author, post, 'Said meanwhile');
    await page.context().setOffline(false);
    await status(page, 'Live');
    await page.getByRole('button', { name: '1 new reply' }).click();
    await page.getByText('Said meanwhile').waitFor();
  });

  it('says that the connection is lost, then that it asks now and then', async () => {
    const { page, post } = await open();
    front.blocksSockets = true;
    front.cutSockets();
    await status(page, 'Connection lost');
    await status(page, 'Updated every few seconds');
    await say(site.app, site.author, post, 'Asked for');
    await page.getByRole('button', { name: '1 new reply' }).waitFor();
  });

  it('pauses in a tab that nobody sees, and goes on when somebody does', async () => {
    const { page, post } = await open();
    await leave(page);
    await say(site.app, site.author, post, 'Said unseen');
    await comeBack(page);
    await status(page, 'Live');
    await page.getByRole('button', { name: '1 new reply' }).waitFor();
  });
});
