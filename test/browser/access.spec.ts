import type { Page } from 'playwright-core';
import { violationsIn } from '../support/axe.js';
import { EmbedSite } from '../support/embed-site.js';
import { sampleOf } from '../support/full-form.js';
import { ADMIN, newName } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const ARTICLE = '<main><h1>A review</h1><p>What it says.</p>';

describe('a discussion for everyone', () => {
  let site: EmbedSite;
  let post: { id: string };

  beforeAll(async () => {
    site = await EmbedSite.start();
    post = await site.post({ language: 'en' });
    const first = await say(
      site.app,
      site.author,
      post.id,
      'A claim with a [source](https://example.org)',
    );
    let last = first;
    for (let depth = 1; depth <= 7; depth++)
      last = await say(site.app, site.staff, post.id, `> quoted\n\nAnswer ${depth}`, last.id);
    for (let nth = 0; nth < 5; nth++)
      await say(site.app, site.author, post.id, 'Ещё один ответ', first.id);
    const gone = await say(site.app, site.author, post.id, 'To be removed');
    await say(site.app, site.author, post.id, 'Stays below', gone.id);
    await site.app.request
      .post(`/api/v1/moderation/comments/${gone.id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'remove', reason: 'off_topic', version: gone.version })
      .expect(201);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  async function openThread(attributes: string, head = '', options = {}): Promise<Page> {
    const address = site.embed(`post="${post.id}" ${attributes}`, { article: ARTICLE, head });
    const { page } = await site.open(address, options);
    await page.getByRole('article').first().waitFor();
    return page;
  }

  const dark = '<style>:root{color-scheme:dark}body{background:#14110f;color:#eee}</style>';

  const looks: [name: string, attributes: string, head: string][] = [
    ['light', 'lang="en"', ''],
    ['dark', 'lang="en"', dark],
    ['light, from right to left', 'lang="qps-plocm"', ''],
    ['dark, from right to left', 'lang="qps-plocm"', dark],
  ];

  it.each(sampleOf(looks, 4))('passes axe in every view: %s', async (_, attributes, head) => {
    const page = await openThread(attributes, head);
    const found = async (view: string) =>
      (await violationsIn(page)).map((violation) => `${view}: ${violation}`);
    const wrong = await found('thread');
    const comment = page.getByRole('article').filter({ hasText: 'A claim' });
    await comment.locator('.dots').click();
    await page.locator('.menu').waitFor();
    wrong.push(...(await found('menu')));
    await page.locator('.write').click();
    await page.locator('.sign-in').waitFor();
    wrong.push(...(await found('sign-in')));
    await page.locator('.tabs button').last().click();
    wrong.push(...(await found('register')));
    await page.locator('.tabs button').first().click();
    await page.locator('input[name=login]').fill('admin@example.org');
    await page.locator('input[name=password]').fill('a long enough password');
    await page.locator('.sign-in .main').click();
    await page.locator('.compose').waitFor();
    wrong.push(...(await found('composer')));
    await comment.locator('.menu .item').nth(2).click();
    await page.locator('.reasons').waitFor();
    wrong.push(...(await found('report')));
    await page.locator('.bell').waitFor();
    await comment.locator('.dots').click();
    await comment.locator('.menu .item').nth(7).click();
    await page.locator('.ways').first().waitFor();
    await page.locator('.bell').click();
    await page.locator('.told-list .hint').waitFor();
    await page.locator('.ignored summary').click();
    wrong.push(...(await found('bell')));
    await page.locator('.ignored li button').click();
    await page.locator('.ignored').waitFor({ state: 'detached' });
    expect(wrong).toEqual([]);
  });

  it('shows no password, and takes one from the clipboard and from a manager', async () => {
    const page = await openThread('lang="en"');
    await page.locator('.write').click();
    const [login, password] = ['login', 'password'].map((name) =>
      page.locator(`input[name=${name}]`),
    );
    await login.fill('from elsewhere');
    await login.press('Control+a');
    await login.press('Control+c');
    await password.press('Control+v');
    expect(await password.inputValue()).toBe('from elsewhere');
    expect(await password.getAttribute('type')).toBe('password');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    await page.locator('.tabs button').last().click();
    expect(await password.getAttribute('type')).toBe('password');
    expect(await password.getAttribute('autocomplete')).toBe('new-password');
  });

  it('is used by keyboard alone', async () => {
    const text = `By keyboard, ${newName()}`;
    const page = await openThread('lang="en"');
    await page.getByRole('button', { name: 'Write a comment' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('E-mail or user name').waitFor();
    await page.keyboard.type(site.author.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type('correct horse battery');
    await page.keyboard.press('Enter');
    await page.getByLabel('Write a comment').waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText(text).waitFor();
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.textContent`;
    await until('it has the focus', async () =>
      String(await page.evaluate(focused)).includes(text),
    );
  });

  it('goes from comment to comment, and never loses its place', async () => {
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(site.embed(`post="${post.id}" lang="en"`, { article: ARTICLE }));
    await page.getByRole('article').first().waitFor();
    const active = (what: string): Promise<unknown> =>
      page.evaluate(`document.querySelector('colloquy-thread').shadowRoot.activeElement?.${what}`);
    const begin = page.locator('.feed > .comment').filter({ hasText: 'A claim with' });
    const after = '.feed > .comment:has-text("A claim with") ~ .comment';
    const lines = page.locator(after);
    await begin.getByRole('button', { name: 'Reply' }).focus();
    const second = await lines.nth(0).getAttribute('id');
    await until('the keys are known', async () => {
      await page.keyboard.press('PageDown');
      return (await active('id')) === second;
    });
    for (const [key, nth] of [
      ['PageDown', 1],
      ['PageUp', 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await active('id')).toBe(await lines.nth(nth).getAttribute('id'));
    }
    const line = lines.nth(0);
    const id = await line.getAttribute('id');
    await line.locator('.dots').click();
    await line.locator('.menu').waitFor();
    await page.keyboard.press('Escape');
    await line.locator('.menu').waitFor({ state: 'detached' });
    await line.locator('.dots').click();
    await line.getByRole('button', { name: 'Copy link' }).focus();
    await page.keyboard.press('Escape');
    await line.locator('.menu').waitFor({ state: 'detached' });
    expect(await active('className')).toContain('dots');
    await line.getByRole('button', { name: 'Reply' }).click();
    await line.getByLabel('E-mail or user name').press('Escape');
    await line.locator('.sign-in').waitFor({ state: 'detached' });
    expect(await active('id')).toBe(id);
    await line.getByRole('button', { name: 'Reply' }).click();
    await line.getByLabel('E-mail or user name').fill(ADMIN.ADMIN_EMAIL);
    await line.getByLabel('Password').fill(ADMIN.ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await line.getByLabel('Reply to').waitFor();
    await line.getByRole('button', { name: 'Cancel' }).press('Enter');
    await line.getByLabel('Reply to').waitFor({ state: 'detached' });
    expect(await active('id')).toBe(id);
    // Changes of the reader count are not announced each time.
    const live = await page.locator('[role=status]').allInnerTexts();
    expect(live.filter((text) => /reader/.test(text))).toEqual([]);
    await line.locator('.dots').click();
    // The undo period of eight seconds cannot end while the clock is paused.
    await page.clock.pauseAt(Date.now() + 18_000);
    await line.getByRole('button', { name: 'Delete' }).press('Enter');
    await until('the next one has the focus', async () => {
      const now = await active('id');
      return typeof now === 'string' && now.startsWith('c-') && now !== id;
    });
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await until('it is there again', async () => (await active('id')) === id);
  });

  it.each([
    ['a telephone', { viewport: { width: 360, height: 700 } }],
    ['400 % zoom', { viewport: { width: 320, height: 256 } }],
  ])(
    'fits on %s without scrolling sideways, and says whom deep answers answer',
    async (_, view) => {
      const page = await openThread('lang="en"', '', view);
      const permalink = await deepest(page);
      expect(permalink).toBeGreaterThan(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );

  it('has targets of 24 pixels at least', async () => {
    const page = await openThread('lang="en"');
    const small = await page.evaluate(`[...document.querySelector('colloquy-thread').shadowRoot
      .querySelectorAll('button, select, input, .time')]
      .filter((target) => target.offsetParent !== null)
      .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 23.9)
      .map(([text]) => text)`);
    expect(small).toEqual([]);
  });

  /** Expands the branch completely. @returns how many comments name their parent's author */
  async function deepest(page: Page): Promise<number> {
    for (let nth = 0; nth < 6; nth++) {
      const more = page.getByRole('button', { name: /more repl/ }).first();
      if ((await more.count()) === 0) break;
      await more.click();
      // The button has another name while it loads.
      await page.locator('.feed[aria-busy=false]').waitFor();
    }
    const lines = page.locator('.answers');
    await lines.first().waitFor();
    return lines.count();
  }
});
