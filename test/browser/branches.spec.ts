import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { type Comment, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a long or deep thread in a page', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start({ RATE_LIMITS: 'off' });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** A chain in which each comment replies to the previous one. */
  async function chain(post: string, length: number): Promise<Comment> {
    let last = await say(site.app, site.author, post, 'The root');
    for (let nth = 1; nth < length; nth++)
      last = await say(site.app, site.author, post, `Answer ${nth}`, last.id);
    return last;
  }

  it('opens at the comment that the address names, deep in a branch, and shows all when asked', async () => {
    const post = await site.post();
    const last = await chain(post.id, 60);
    await say(site.app, site.author, post.id, 'Another branch');
    const address = site.embed(`post="${post.id}"`, {
      article: '<p style="height:2000px">Long</p>',
    });
    const { page } = await site.open(`${address}?comment=${last.id}`);
    const comment = page.getByRole('article').filter({ hasText: 'Answer 59' });
    await comment.waitFor();
    await until('it is on the screen', async () => {
      const box = await comment.boundingBox();
      return box !== null && box.y >= -1 && box.y + box.height <= 801;
    });
    expect(await page.getByText('Another branch').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the whole discussion' }).click();
    await page.getByText('Another branch').waitFor();
  });

  it('closes and opens a branch, and loads more of it', async () => {
    const post = await site.post();
    const root = await say(site.app, site.author, post.id, 'The root');
    for (let nth = 1; nth <= 6; nth++)
      await say(site.app, site.author, post.id, `Answer ${nth}`, root.id);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByText('Answer 3').waitFor();
    expect(await page.getByText('Answer 4').count()).toBe(0);
    await page.getByRole('button', { name: '3 more replies' }).click();
    await page.getByText('Answer 6').waitFor();
    await page.getByRole('button', { name: /^Close the branch/ }).click();
    await page.getByText('6 comments hidden').waitFor();
    expect(await page.getByText('Answer 1').count()).toBe(0);
    await page.getByRole('button', { name: /^Open the branch/ }).click();
    await page.getByText('Answer 1').waitFor();
  });

  inFull('keeps few nodes however far one scrolls, and prints all that is loaded', async () => {
    const post = await site.post();
    for (let nth = 1; nth <= 130; nth++) await say(site.app, site.author, post.id, `Word ${nth}`);
    const { page } = await site.open(site.embed(`post="${post.id}" sort="oldest"`));
    await page.getByText('Word 1', { exact: true }).waitFor();
    const last = page.getByText('Word 130', { exact: true });
    await until('the end is reached', async () => {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      return (await last.count()) > 0;
    });
    const articles = () => page.getByRole('article').count();
    expect(await articles()).toBeLessThanOrEqual(60);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await articles()).toBe(130);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await articles()).toBeLessThanOrEqual(60);
  });

  it('lets a moderator remove with a reason, and take it back', async () => {
    const post = await site.post();
    await say(site.app, site.author, post.id, 'Beside the point');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill('admin@example.org');
    await page.getByLabel('Password').fill('a long enough password');
    await page.locator('.sign-in .main').click();
    await page.getByLabel('Write a comment').waitFor();
    const article = page.getByRole('article').filter({ hasText: 'Beside the point' });
    await article.getByRole('button', { name: 'More…' }).click();
    await article.getByRole('button', { name: 'Remove' }).click();
    await article.getByLabel('off topic').check();
    await article.locator('.main').click();
    await page.getByText('The comment is removed.').waitFor();
    await page.getByRole('heading', { name: '0 comments' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await article.waitFor();
    await page.getByRole('heading', { name: '1 comment' }).waitFor();
  });
});
