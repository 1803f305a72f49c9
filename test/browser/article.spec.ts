import type { Page } from 'playwright-core';
import {
  anchored,
  BODY,
  FIGURE,
  mark,
  marked,
  offer,
  pageOf,
  SECOND,
  select,
  signIn,
  untilMarked,
} from '../support/article-page.js';
import { violationsIn } from '../support/axe.js';
import { EmbedSite } from '../support/embed-site.js';
import { sampleOf } from '../support/full-form.js';
import { newName, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const DARK = '<style>:root{color-scheme:dark}body{background:#14110f;color:#eee}</style>';

describe('an article beside its discussion', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const revise = (post: string, body: string) =>
    site.app.request.patch(`/api/v1/posts/${post}`).set(site.staff.auth).send({ body }).expect(200);

  it('follows a removal, and leads from a comment to its passage', async () => {
    const post = await site.post({ body: BODY });
    const first = await anchored(site, post.id, FIGURE);
    await anchored(site, post.id, SECOND, 'Let them stand.');
    const { page } = await site.open(await pageOf(site, post));
    await untilMarked(page, FIGURE, SECOND);
    await page.getByText('Live').waitFor();
    // The mark lasts for some seconds, so the page itself watches for it from before the click.
    const reached = page.waitForFunction(
      `[...(CSS.highlights.get('colloquy-passage-active') ?? [])].some(
        (range) => String(range) === ${JSON.stringify(SECOND)})`,
      undefined,
      { polling: 50 },
    );
    await page.getByRole('article').getByRole('link', { name: SECOND }).click();
    await reached;
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
    await anchored(site, post.id, FIGURE, 'On the figure');
    await anchored(site, post.id, SECOND, 'On the drawings');
    await anchored(site, post.id, 'a valley that was flooded', 'On the valley');
    const first = await site.open(await pageOf(site, post));
    await untilMarked(first.page, 'a valley that was flooded', FIGURE, SECOND);
    await first.page.getByText('Live').waitFor();
    const reworded = 'A title card says that 1,140 farmsteads were moved.';
    const opening = 'It begins with a valley that was flooded.';
    await revise(post.id, `New above.\n\n${opening} ${reworded}`);
    const gone = 'the passage is no longer in the article';
    const on = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
    await on(first.page, 'On the drawings').getByText(gone).waitFor();
    const { page } = await site.open(await pageOf(site, post));
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
    const options = { path: `/${newName('ours')}`, article: article(BODY) };
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

  it('has the list and the counts where a browser can mark nothing', async () => {
    const post = await site.post({ body: BODY });
    await say(site.app, site.staff, post.id, 'About the whole review');
    await anchored(site, post.id, FIGURE, 'On the figure');
    const { page, complaints } = await site.open('about:blank');
    await page.addInitScript('delete globalThis.Highlight');
    await page.goto(await pageOf(site, post));
    await mark(page, 1).waitFor();
    await page.getByText('1 passage with comments').click();
    await page.locator('.passages').getByRole('button', { name: FIGURE }).click();
    await until('they stand alone', async () => (await page.getByRole('article').count()) === 1);
    expect(complaints).toEqual([]);
  });

  it('has dated updates, which say what led to them and what was written before', async () => {
    const reviewer = await register(site.app);
    const post = await site.post({ body: BODY, authorId: reviewer.id });
    const asked = await say(site.app, site.author, post.id, 'Households or farmsteads?');
    const fine = await say(site.app, site.staff, post.id, 'A fine film.');
    const address = await pageOf(site, post);
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
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const held = { times: 1 };
    await page.route(`**/comments/${asked.id}`, (one) => released.then(() => one.continue()), held);
    const credits = page.getByRole('button', { name: /^Take out: / });
    for (const { id } of [asked, fine]) {
      await link.fill(`${address}?comment=${id}`);
      await page.getByRole('button', { name: 'Add' }).click();
    }
    await credits.waitFor();
    await link.fill('Typed meanwhile');
    release();
    await until('neither answer has undone the other', async () => (await credits.count()) === 2);
    expect(await link.inputValue()).toBe('Typed meanwhile');
    await link.fill('');
    await credits.first().click();
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

  const looks = [
    ['light', ''],
    ['dark', DARK],
  ];

  it.each(sampleOf(looks, 2))(
    'passes axe, %s, with targets large enough, on a narrow screen, too',
    async (_, head) => {
      const post = await site.post({ body: BODY });
      await anchored(site, post.id, FIGURE);
      await anchored(site, post.id, FIGURE);
      await site.app.request
        .post(`/api/v1/posts/${post.id}/updates`)
        .set(site.staff.auth)
        .send({ text: 'News.' })
        .expect(201);
      const viewport = { width: 360, height: 700 };
      const { page } = await site.open(await pageOf(site, post, '', head), { viewport });
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
    },
  );
});
