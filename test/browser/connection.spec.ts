import type { Page } from 'playwright-core';
import { comeBack, leave, signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { ShakyFront } from '../support/shaky-front.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

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

  const addressOf = (post: string) =>
    site.host.page(
      '/behind',
      `<script type="module" src="${front.url}/embed.js"></script>
       <colloquy-thread post="${post}"></colloquy-thread>`,
    );

  async function open(): Promise<{ page: Page; post: string }> {
    const post = await site.post();
    await say(site.app, site.author, post.id, 'The first word');
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(addressOf(post.id));
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
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('Said meanwhile').waitFor();
  });

  it('brings back no comment that its author has deleted, though no event of it comes', async () => {
    front.blocksSockets = true;
    const post = await site.post();
    const said = await say(site.app, site.author, post.id, 'To be deleted');
    await say(site.app, site.author, post.id, 'An answer', said.id);
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.route('**/events?*', (route) => route.abort());
    await page.goto(addressOf(post.id));
    await signIn(page, site.author.username);
    const line = page.locator(`#c-${said.id}`);
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    const deleted = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await page.clock.fastForward(9_000);
    await (await deleted).finished();
    await line.getByText('Deleted by its author').waitFor();
    await page.getByText('An answer').waitFor();
    expect(await page.getByText('To be deleted').count()).toBe(0);
    await page.getByRole('heading', { name: '1 comment' }).waitFor();
  });

  inFull('says that the connection is lost, then that it asks now and then', async () => {
    const { page, post } = await open();
    // It retries within a second, so timers stop until this state was seen.
    await page.clock.pauseAt(Date.now() + 18_000);
    front.blocksSockets = true;
    front.cutSockets();
    await status(page, 'Connection lost');
    await page.clock.resume();
    await status(page, 'Updated every few seconds');
    await say(site.app, site.author, post, 'Asked for');
    await page.getByRole('button', { name: '1 new comment' }).waitFor();
  });

  it('keeps its socket when the order changes', async () => {
    const { page, post } = await open();
    const opened: string[] = [];
    page.on('websocket', (socket) => opened.push(socket.url()));
    for (const order of ['oldest', 'newest']) {
      const read = page.waitForResponse((answer) => answer.url().includes(`sort=${order}`));
      await page.getByRole('combobox').selectOption(order);
      await (await read).finished();
    }
    await say(site.app, site.author, post, 'Said in another order');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('Said in another order').waitFor();
    expect(opened).toEqual([]);
  });

  it('pauses in a tab that nobody sees, and goes on when somebody does', async () => {
    const { page, post } = await open();
    await leave(page);
    await say(site.app, site.author, post, 'Said unseen');
    await comeBack(page);
    await status(page, 'Live');
    await page.getByRole('button', { name: '1 new comment' }).waitFor();
  });

  describe('and whose events are dropped meanwhile, so that it reads all anew', () => {
    const SHOWN = 'article .body';
    const texts = (page: Page) => page.locator(SHOWN).allInnerTexts();
    /** Delays the answers to some reads of comments until the returned function is called. */
    const hold = async (page: Page, query: string): Promise<() => void> => {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route(
        (url) => url.pathname.endsWith('/comments') && url.search.includes(query),
        async (route) => {
          const response = await route.fetch();
          await released;
          await route.fulfill({ response });
        },
        { times: 1 },
      );
      return release;
    };
    const sayMany = async (post: string, from: number, to: number) => {
      for (let at = from; at < to; at++) await say(site.app, site.author, post, `Number ${at}`);
    };
    const dropEvents = async (post: string) => {
      // Cuts the sockets first: the page would otherwise still receive events in transit.
      front.cutSockets();
      await site.database.query('delete from post_events where post_id = $1', [post]);
      await site.database.query('update post_heads set kept_seq = seq where post_id = $1', [post]);
    };

    it('keeps the order that was chosen before the reading ended', async () => {
      const { page, post } = await open();
      const release = await hold(page, 'sort=best');
      await page.context().setOffline(true);
      await status(page, 'You are offline.');
      await sayMany(post, 0, 3);
      await dropEvents(post);
      const asked = page.waitForRequest(/sort=best/);
      await page.context().setOffline(false);
      const held = await asked;
      await page.getByRole('combobox').selectOption('oldest');
      await until('all are there', async () => (await texts(page)).length === 4);
      const ordered = ['The first word', 'Number 0', 'Number 1', 'Number 2'];
      expect(await texts(page)).toEqual(ordered);
      release();
      await (await held.response())!.finished();
      await page.evaluate('new Promise((done) => setTimeout(done))');
      expect(await texts(page)).toEqual(ordered);
      await page.getByText('Live').waitFor();
    });

    inFull('appends no page that followed the former reading', async () => {
      const { page, post } = await open();
      await sayMany(post, 0, 45);
      await page.getByRole('combobox').selectOption('newest');
      await until('they are there', async () => (await texts(page))[0] === 'Number 44');
      const release = await hold(page, 'cursor=');
      const asked = page.waitForRequest(/cursor=/);
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      const held = await asked;
      await page.context().setOffline(true);
      await status(page, 'You are offline.');
      // Only a few: the page times out the held answer after 15 seconds.
      await sayMany(post, 45, 50);
      await dropEvents(post);
      await page.context().setOffline(false);
      await until('all is read anew', async () => (await texts(page)).includes('Number 49'));
      release();
      await (await held.response())!.finished();
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await page.getByText('Number 27', { exact: true }).waitFor();
      const numbers = (await texts(page)).map((text) => Number(text.replace('Number ', '')));
      expect(numbers.length).toBeGreaterThan(20);
      expect(numbers.slice(1).filter((number, at) => numbers[at] - number > 1)).toEqual([]);
    });
  });
});
