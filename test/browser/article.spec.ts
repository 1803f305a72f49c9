import type { Page } from 'playwright-core';
import { violationsIn } from '../support/axe.js';
import { EmbedSite } from '../support/embed-site.js';
import { register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const FIGURE = 'A title card says that 1,140 households were moved.';
const FIRST = `The film returns to a valley that was flooded. ${FIGURE} The source has no year.`;
const SECOND = 'Two drawings of one street do not agree, and the film lets both of them stand.';
const BODY = `${FIRST}\n\n${SECOND}`;
const DARK = '<style>:root{color-scheme:dark}body{background:#14110f;color:#eee}</style>';

describe('an article and its discussion', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** A page of the site with the text of a post, as it is now. */
  async function pageOf(post: { id: string }, attributes = '', head = ''): Promise<string> {
    const { body } = await site.app.request.get(`/api/v1/posts/${post.id}`).expect(200);
    const article = `<main style="max-width:36rem;margin:0 auto;padding:1rem 2rem">
      <div id="text"><h1>${body.title}</h1>${body.html}</div>`;
    return site.embed(`post="${post.id}" article="#text" lang="en" ${attributes}`, {
      article,
      head,
      path: `/${post.id}`,
    });
  }

  /** As a mouse or a keyboard would leave it. */
  async function select(page: Page, words: string): Promise<void> {
    await page.evaluate(`(() => {
      const words = ${JSON.stringify(words)};
      const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
      }
    })()`);
  }

  async function signIn(page: Page, username: string): Promise<void> {
    await page.getByLabel('E-mail or user name').fill(username);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
  }

  const offer = (page: Page) =>
    page.getByRole('button', { name: 'Comment on this passage', exact: true });
  const mark = (page: Page, n: number) =>
    page.getByRole('button', { name: `${n} comment${n === 1 ? '' : 's'} on this passage` });
  /** What is marked in the text, in its order. */
  const marked = (page: Page, name = 'colloquy-passage') =>
    page.evaluate(`[...(CSS.highlights.get('${name}') ?? [])].map(String)`) as Promise<string[]>;
  const untilMarked = (page: Page, ...texts: string[]) =>
    until(`the marks of ${texts.join(' and ') || 'nothing'}`, async () => {
      const now = await marked(page);
      return JSON.stringify(now) === JSON.stringify(texts);
    });
  const anchored = (post: string, exact: string, text = 'About this.') =>
    site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.author.auth)
      .send({ body: text, anchor: { quote: { exact }, position: { start: 0, end: 1 } } })
      .expect(201)
      .then(({ body }) => body as { id: string; version: number });
  const revise = (post: string, body: string) =>
    site.app.request.patch(`/api/v1/posts/${post}`).set(site.staff.auth).send({ body }).expect(200);

  it('takes a comment on a selected passage, marks it with a count, and shows its comments apart', async () => {
    const post = await site.post({ body: BODY });
    await say(site.app, site.staff, post.id, 'About the whole review');
    const address = await pageOf(post);
    const { page, complaints } = await site.open(address);
    const other = (await site.open(address)).page;
    for (const each of [page, other]) await each.getByText('Live').waitFor();
    const before = await page.locator('#text').evaluate('(element) => element.innerHTML');

    await select(page, '1,140 households');
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByText('About this passage').waitFor();
    expect(await page.locator('.about').getByText('1,140 households').count()).toBe(1);
    expect(await marked(page, 'colloquy-passage-active')).toEqual(['1,140 households']);
    await page.getByLabel('Write a comment').fill('Farmsteads, and not households.');
    await page.getByRole('button', { name: 'Send' }).click();

    for (const each of [page, other]) {
      await mark(each, 1).waitFor();
      await untilMarked(each, '1,140 households');
    }
    expect(await page.locator('#text').evaluate('(element) => element.innerHTML')).toBe(before);
    const comment = page.getByRole('article').filter({ hasText: 'Farmsteads' });
    expect(await comment.locator('.passage').textContent()).toContain('1,140 households');

    await mark(other, 1).click();
    await other.getByText('Comments on “1,140 households”').waitFor();
    await until('they stand alone', async () => (await other.getByRole('article').count()) === 1);
    await anchored(post.id, '1,140 households', 'I doubt it, too.');
    await other.getByText('I doubt it, too.').waitFor();
    for (const each of [page, other]) await mark(each, 2).waitFor();
    await other.getByRole('button', { name: 'Show the whole discussion' }).click();
    await other.getByText('About the whole review').waitFor();
    expect(complaints).toEqual([]);
  });

  it('follows a removal, and leads from a comment to its passage', async () => {
    const post = await site.post({ body: BODY });
    const first = await anchored(post.id, FIGURE);
    await anchored(post.id, SECOND, 'Let them stand.');
    const { page } = await site.open(await pageOf(post));
    await untilMarked(page, FIGURE, SECOND);
    await page.getByText('Live').waitFor();
    await page.getByRole('article').getByRole('link', { name: SECOND }).click();
    await until('it is where the reader is', async () =>
      (await marked(page, 'colloquy-passage-active')).includes(SECOND),
    );
    await site.app.request
      .post(`/api/v1/moderation/comments/${first.id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'remove', reason: 'off_topic', version: first.version })
      .expect(201);
    await untilMarked(page, SECOND);
    await until('its button is gone', async () => (await mark(page, 1).count()) === 1);
  });

  it('says what became of a passage after an edit: exact, near, gone', async () => {
    const post = await site.post({ body: BODY });
    await anchored(post.id, FIGURE, 'On the figure');
    await anchored(post.id, SECOND, 'On the drawings');
    await anchored(post.id, 'a valley that was flooded', 'On the valley');
    const first = await site.open(await pageOf(post));
    await untilMarked(first.page, 'a valley that was flooded', FIGURE, SECOND);
    await first.page.getByText('Live').waitFor();
    const reworded = 'A title card says that 1,140 farmsteads were moved.';
    const opening = 'It begins with a valley that was flooded.';
    await revise(post.id, `New above.\n\n${opening} ${reworded}`);
    const gone = 'the passage is no longer in the article';
    const on = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
    await on(first.page, 'On the drawings').getByText(gone).waitFor();
    const { page } = await site.open(await pageOf(post));
    await on(page, 'On the drawings').getByText(gone).waitFor();
    await on(page, 'On the figure').getByText('the passage has been changed since').waitFor();
    expect(await on(page, 'On the valley').locator('.passage footer').count()).toBe(0);
    await until('both are marked', async () => (await marked(page)).length === 2);
    const marks = await marked(page);
    expect(marks[0]).toBe('a valley that was flooded');
    expect(marks[1]).toContain('1,140 farmsteads');
    await page.getByText('2 passages with comments').click();
    await page.getByText('1 comment on a passage that is no longer in the article').waitFor();
  });

  it('finds the passages of a page of the host site by itself', async () => {
    const article = (text: string) => `<div id="text"><h1>Ours</h1>\n  <p>${text}</p></div>`;
    const attributes = 'article="#text" lang="en" page-title="Ours"';
    const options = { path: '/ours', article: article(BODY) };
    const { page } = await site.open(site.embed(attributes, options));
    await page.getByText('Nobody has commented yet.').waitFor();
    await page.locator('colloquy-margin').waitFor({ state: 'attached' });
    await select(page, FIGURE);
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('The first of all');
    await page.getByRole('button', { name: 'Send' }).click();
    await mark(page, 1).waitFor();

    const near = FIGURE.replace('households', 'farmsteads');
    site.embed(attributes, { ...options, article: article(`${SECOND} ${near}`) });
    await page.reload();
    await page.getByText('the passage has been changed since').waitFor();
    await until('it is marked', async () =>
      ((await marked(page))[0] ?? '').includes('1,140 farmsteads'),
    );

    site.embed(attributes, { ...options, article: article('All of it is new.') });
    await page.reload();
    await page.getByText('the passage is no longer in the article').waitFor();
    expect(await marked(page)).toEqual([]);
  });

  it('is reached by keyboard, dismissed by Escape, and never takes the selection', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(post));
    await page.getByText('Nobody has commented yet.').waitFor();
    await select(page, FIGURE);
    await offer(page).waitFor();
    await page.keyboard.press('Escape');
    await offer(page).waitFor({ state: 'detached' });
    expect(await page.evaluate('String(getSelection())')).toBe(FIGURE);
    await select(page, SECOND);
    await offer(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('String(getSelection())')).toBe(SECOND);
    await page.keyboard.press('Enter');
    await signIn(page, site.author.username);
    await page.getByRole('button', { name: 'Write without the passage' }).click();
    await page.getByText('About this passage').waitFor({ state: 'detached' });
    expect(await marked(page, 'colloquy-passage-active')).toEqual([]);
  });

  it('is used by touch', async () => {
    const post = await site.post({ body: BODY });
    const viewport = { width: 360, height: 700 };
    const { page } = await site.open(await pageOf(post), { viewport, hasTouch: true });
    await select(page, FIGURE);
    await offer(page).tap();
    await page.getByLabel('E-mail or user name').waitFor();
    expect(await marked(page, 'colloquy-passage-active')).toEqual([FIGURE]);
  });

  it('keeps the passage with the draft, and lets go of it with the draft', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(post));
    await select(page, FIGURE);
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('Half of a thou');
    await page.reload();
    await page.getByText('About this passage').waitFor();
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('Half of a thou');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('Write a comment').waitFor();
    expect(await page.getByText('About this passage').count()).toBe(0);
  });

  it('has the list and the counts where a browser can mark nothing', async () => {
    const post = await site.post({ body: BODY });
    await say(site.app, site.staff, post.id, 'About the whole review');
    await anchored(post.id, FIGURE, 'On the figure');
    const { page, complaints } = await site.open('about:blank');
    await page.addInitScript('delete globalThis.Highlight');
    await page.goto(await pageOf(post));
    await mark(page, 1).waitFor();
    await page.getByText('1 passage with comments').click();
    await page.locator('.passages').getByRole('button', { name: FIGURE }).click();
    await until('they stand alone', async () => (await page.getByRole('article').count()) === 1);
    expect(complaints).toEqual([]);
  });

  it('refuses a passage that the article has lost meanwhile, and says what to do', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(post));
    await select(page, FIGURE);
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('On the figure');
    await page.route('**/comments', (route) => {
      const sent = route.request().postDataJSON() as { anchor?: { quote: { exact: string } } };
      if (route.request().method() === 'POST' && sent.anchor) sent.anchor.quote.exact = 'Not there';
      return route.continue({ postData: JSON.stringify(sent) });
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The article no longer has this passage.').waitFor();
    await page.getByRole('button', { name: 'Write without the passage' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article').getByText('On the figure').waitFor();
    expect(await page.getByRole('article').locator('.passage').count()).toBe(0);
  });

  it('has dated updates, which say what led to them and what was written before', async () => {
    const reviewer = await register(site.app);
    const post = await site.post({ body: BODY, authorId: reviewer.id });
    const asked = await say(site.app, site.author, post.id, 'Households or farmsteads?');
    await say(site.app, site.staff, post.id, 'A fine film.');
    const address = await pageOf(post);
    const { page, complaints } = await site.open(address);
    const other = (await site.open(address)).page;
    await other.getByText('Live').waitFor();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, reviewer.username);
    await page.getByRole('button', { name: 'Publish an update' }).click();
    await page.getByLabel('What is new in the review').fill('The card counts *farmsteads*.');
    const link = page.getByLabel('Comments that led to it (not required)');
    await link.fill('no link at all');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('This is no link of a comment').waitFor();
    await link.fill(`${address}?comment=${asked.id}`);
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: /^Take out: / }).waitFor();
    await page.getByRole('button', { name: 'Publish an update' }).click();

    for (const each of [page, other]) {
      await each.getByText('1 update of this review').waitFor();
      const line = (text: string) => each.getByRole('article').filter({ hasText: text });
      await line('Households or').getByText('led to the update of').waitFor();
      await line('A fine film').getByText('written before the update of').click();
      await each.getByText('Comments that led to it:').waitFor();
      expect(await each.locator('.updates em').textContent()).toBe('farmsteads');
    }
    const later = await say(site.app, site.staff, post.id, 'Now it is right.');
    await other.getByRole('button', { name: /1 new/ }).click();
    const line = other.locator(`#c-${later.id}`);
    await line.waitFor();
    expect(await line.getByText('written before').count()).toBe(0);
    await other.locator('.credits a').click();
    await until(
      'the comment is where the reader is',
      async () =>
        (await other.evaluate(
          `document.querySelector('colloquy-thread').shadowRoot.activeElement?.id`,
        )) === `c-${asked.id}`,
    );
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', ''],
    ['dark', DARK],
  ])('passes axe, %s, with targets large enough, on a narrow screen, too', async (_, head) => {
    const post = await site.post({ body: BODY });
    await anchored(post.id, FIGURE);
    await anchored(post.id, FIGURE);
    await site.app.request
      .post(`/api/v1/posts/${post.id}/updates`)
      .set(site.staff.auth)
      .send({ text: 'News.' })
      .expect(201);
    const viewport = { width: 360, height: 700 };
    const { page } = await site.open(await pageOf(post, '', head), { viewport });
    await mark(page, 2).waitFor();
    await page.getByText('1 update of this review').click();
    await page.getByText('1 passage with comments').click();
    await select(page, SECOND);
    await offer(page).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    expect(await violationsIn(page, 'colloquy-margin')).toEqual([]);
    const small = await page.evaluate(`[...document.querySelector('colloquy-margin').shadowRoot
      .querySelectorAll('button')].map((target) => target.getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24).length`);
    expect(small).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByText('About this passage').waitFor();
    expect(await violationsIn(page)).toEqual([]);
  });
});
