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
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('writing about a passage of an article', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('takes a comment on a selected passage, marks it with a count, and shows its comments apart', async () => {
    const post = await site.post({ body: BODY });
    await say(site.app, site.staff, post.id, 'About the whole review');
    const address = await pageOf(site, post);
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
    await anchored(site, post.id, '1,140 households', 'I doubt it, too.');
    await other.getByText('I doubt it, too.').waitFor();
    for (const each of [page, other]) await mark(each, 2).waitFor();
    // While the page loads the whole thread, its last comment must not ask for a next page.
    const pages: string[] = [];
    other.on('request', (request) => void pages.push(new URL(request.url()).search));
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await other.route(/comments\?sort=/, async (route) => {
      await released;
      await route.continue();
    });
    const whole = other.waitForRequest(/comments\?sort=/);
    await other.getByRole('button', { name: 'Show the whole discussion' }).click();
    await whole;
    await other.evaluate(`dispatchEvent(new Event('resize'));
      new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))`);
    release();
    await other.getByText('About the whole review').waitFor();
    expect(pages.filter((query) => query.includes('cursor'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is reached by keyboard, dismissed by Escape, and never takes the selection', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(site, post));
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
    const { page } = await site.open(await pageOf(site, post), { viewport, hasTouch: true });
    await select(page, FIGURE);
    await offer(page).tap();
    await page.getByLabel('E-mail or user name').waitFor();
    expect(await marked(page, 'colloquy-passage-active')).toEqual([FIGURE]);
  });

  inFull('keeps the passage with the draft, and drops it with the draft', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(site, post));
    await select(page, FIGURE);
    await offer(page).click();
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('Half of a thou');
    await page.reload();
    await page.getByRole('button', { name: 'Draft saved' }).click();
    await page.getByText('About this passage').waitFor();
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('Half of a thou');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('Write a comment').waitFor();
    expect(await page.getByText('About this passage').count()).toBe(0);
  });

  it('refuses a passage that the article has lost meanwhile, and says what to do', async () => {
    const post = await site.post({ body: BODY });
    const { page } = await site.open(await pageOf(site, post));
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
});
