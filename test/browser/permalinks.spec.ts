import type { Page } from 'playwright-core';
import { DemoSeed } from '../../src/site/demo-seed.js';
import { EmbedSite } from '../support/embed-site.js';
import { type LongBranch, writeLongBranch } from '../support/long-branch.js';
import { decide } from '../support/moderation.js';
import { newName } from '../support/people.js';
import { readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

const CHAIN = 7_000;
const ANSWERS = 3_000;
const ARTICLE = '<p style="height:2000px">Long</p>';

describe('a link to a comment', () => {
  let site: EmbedSite;
  let post: { id: string };
  let branch: LongBranch;
  /** The demo review, which has imported comments. */
  let slug: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
    slug = (await site.app.app.get(DemoSeed).ensure())!;
    post = await site.post();
    branch = await writeLongBranch(site.database, post.id, site.author.id, CHAIN, ANSWERS);
    await say(site.app, site.author, post.id, 'Another branch');
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  async function isOnScreen(page: Page, text: string): Promise<void> {
    const comment = page
      .getByRole('article')
      .filter({ has: page.getByText(text, { exact: true }) });
    await comment.waitFor();
    await until('it is on the screen', async () => {
      const box = await comment.boundingBox();
      return box !== null && box.y >= -1 && box.y + box.height <= 801;
    });
    expect(await comment.getAttribute('data-focus')).not.toBeNull();
  }

  it.each([
    ['at the end of a chain of 7,000', () => branch.chain[CHAIN - 1], `Link ${CHAIN - 1}`],
    ['in the middle of it', () => branch.chain[5_000], 'Link 5000'],
    ['among 3,000 answers to one', () => branch.answers[2_700], 'Answer 2700'],
  ])('opens its branch there: %s', async (_, id, text) => {
    const address = site.embed(`post="${post.id}"`, { article: ARTICLE });
    const { page, complaints } = await site.open(`${address}?comment=${id()}`);
    await isOnScreen(page, text);
    expect(await page.getByText('Another branch').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBeLessThanOrEqual(70);
    await page.getByRole('button', { name: 'Show the whole discussion' }).click();
    await page.getByText('Another branch').waitFor();
    expect(complaints).toEqual([]);
  });

  it('goes on from there, to what answers and to what was left out', async () => {
    const address = site.embed(`post="${post.id}"`, { article: ARTICLE });
    const { page } = await site.open(`${address}?comment=${branch.chain[5_000]}`);
    await isOnScreen(page, 'Link 5000');
    await page.getByText('4,949 comments in between are left out').waitFor();
    const text = `A live answer, ${newName()}`;
    await say(site.app, site.author, post.id, text, branch.chain[5_000]);
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText(text).waitFor();
  });

  it('of an older system opens the comment that was imported', async () => {
    const { items } = await readPage(site.app, slug, { sort: 'oldest', depth: 0 });
    const address = site.embed(`post="${slug}"`, { article: ARTICLE });
    const { page } = await site.open(`${address}#comment-1`);
    await page.locator(`#c-${items[0].id}[data-focus]`).waitFor();
    await page.evaluate(`location.hash = '#comment-${items[1].id}'`);
    await page.locator(`#c-${items[1].id}[data-focus]`).waitFor();
  });

  it.each([
    ['of an older system that was not imported', async () => '#comment-31337'],
    [
      'that was removed',
      async () => {
        const { id, version } = await say(site.app, site.author, post.id, 'Off the point');
        const removal = { action: 'remove', reason: 'off_topic', version };
        await decide(site.app, site.staff, `comments/${id}`, removal);
        return `?comment=${id}`;
      },
    ],
  ])('shows the whole discussion and says so: %s', async (_, link) => {
    const address = site.embed(`post="${post.id}"`, { article: ARTICLE });
    const { page } = await site.open(`${address}${await link()}`);
    await page.getByText('The comment of this link is not here.').waitFor();
    await page.getByText('Another branch').waitFor();
  });
});
