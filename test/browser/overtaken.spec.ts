import type { Page } from 'playwright-core';
import { signIn, signInAsStaff } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { holdAnswer } from '../support/held-answers.js';
import { decide } from '../support/moderation.js';
import { register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('an answer that is older than what was done meanwhile', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const line = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

  it('takes away neither a vote nor a comment that waits', async () => {
    const post = await site.post({ mode: 'premoderated' });
    await say(site.app, site.staff, post.id, 'A claim');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const viewer = await holdAnswer(page, '**/viewer');
    await signIn(page, site.author.username);
    await viewer.isMade;
    const counted = page.waitForResponse((answer) => answer.url().endsWith('/vote') && answer.ok());
    const agree = line(page, 'A claim').getByRole('button', { name: 'Agree', exact: true });
    await agree.click();
    await counted;
    await page.getByLabel('Write a comment').fill('My remark');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const own = page.getByRole('region', { name: 'Only you see this' });
    await own.getByText('My remark').waitFor();
    await viewer.release();
    expect(await own.getByText('My remark').count()).toBe(1);
    expect(await agree.getAttribute('aria-pressed')).toBe('true');
  });

  it('counts no vote that was taken back meanwhile', async () => {
    const post = await site.post({ votes: 'updown' });
    // In the first hour of a discussion scores are hidden.
    const shown = 'update posts set scores_hidden_until = null where id = $1';
    await site.database.query(shown, [post.id]);
    await say(site.app, site.staff, post.id, 'A claim');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    const cast: unknown[] = [];
    let answered = 0;
    page.on('requestfinished', (one) => (answered += Number(one.method() === 'PUT')));
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/vote', async (route) => {
      const nth = cast.push(route.request().postDataJSON().value);
      const response = await route.fetch();
      if (nth === 1) await released;
      await route.fulfill({ response });
    });
    const vote = line(page, 'A claim').getByRole('button', { name: /^Agree/ });
    await vote.click();
    await until('the first is on its way', async () => cast.length === 1);
    await vote.click();
    await until(
      'it is taken back',
      async () => (await vote.getAttribute('aria-pressed')) !== 'true',
    );
    release();
    await until('both are answered', async () => answered === 2);
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(cast).toEqual([1, 0]);
    expect(await vote.getAttribute('aria-pressed')).toBe('false');
    expect((await vote.locator('.count').innerText()).trim()).toBe('');
  });

  inFull('brings back no comment that a moderator has decided on', async () => {
    const post = await site.post({ mode: 'premoderated' });
    await say(site.app, site.staff, post.id, 'A claim');
    await site.app.request
      .post(`/api/v1/posts/${post.id}/comments`)
      .set(site.author.auth)
      .send({ body: 'A held remark' })
      .expect(202);
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(site.embed(`post="${post.id}"`));
    await signInAsStaff(page);
    await page.getByText('1 comment waits for a moderator').waitFor();
    const queue = await holdAnswer(page, '**/moderation/queue?kind=held*');
    await page.clock.fastForward(61_000);
    await queue.isMade;
    await line(page, 'A held remark').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('The comment is approved.').waitFor();
    await queue.release();
    expect(await page.getByText('1 comment waits for a moderator').count()).toBe(0);
  });

  inFull('opens no discussion that was locked', async () => {
    const post = await site.post();
    await say(site.app, site.author, post.id, 'A claim');
    const { page } = await site.open('about:blank');
    const detail = await holdAnswer(page, `**/api/v1/posts/${post.id}`);
    await page.goto(site.embed(`post="${post.id}"`));
    await detail.isMade;
    await page.locator('[data-status=live]').waitFor();
    await decide(site.app, site.staff, `posts/${post.id}`, { action: 'lock' });
    const told = page.getByText('A moderator has locked this discussion.');
    await told.waitFor();
    await detail.release();
    expect(await told.count()).toBe(1);
  });

  inFull('shows no reader whom one ignores by now', async () => {
    const [reader, noisy] = [await register(site.app), await register(site.app)];
    const post = await site.post();
    await say(site.app, noisy, post.id, 'Noise');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const ignored = await holdAnswer(page, '**/users/me/ignored?*');
    await signIn(page, reader.username);
    await ignored.isMade;
    await line(page, 'Noise').getByRole('button', { name: 'More…' }).click();
    await page.getByRole('button', { name: 'Ignore this reader' }).click();
    await line(page, 'You ignore this reader.').waitFor();
    await ignored.release();
    expect(await page.getByText('Noise', { exact: true }).count()).toBe(0);
  });
});

describe('a button that moves away while it is pressed', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('is pressed all the same, unless the mouse leaves it', async () => {
    const post = await site.post();
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const sheets = `document.querySelector('colloquy-thread').shadowRoot.adoptedStyleSheets.length`;
    // The code that keeps such a click is loaded after the comments.
    await until('it is tied to its page', async () => Number(await page.evaluate(sheets)) > 2);
    await page.locator('[data-status=live]').waitFor();
    const write = page.getByRole('button', { name: 'Write a comment' });
    const form = page.getByLabel('E-mail or user name');
    const press = async (between: () => Promise<unknown>) => {
      const { x, y, width, height } = (await write.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await between();
      await page.mouse.up();
    };
    await press(() => page.mouse.move(5, 5));
    expect(await form.count()).toBe(0);
    await press(() =>
      page.evaluate(`document.querySelector('h1').style.paddingBottom = '300px';
        new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))`),
    );
    await form.waitFor();
  });
});
