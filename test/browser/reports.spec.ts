import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { readQueue } from '../support/moderation.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('what is behind a comment in a page', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const menu = async (page: Page, item: string) => {
    await page.getByRole('article').getByRole('button', { name: 'More…' }).click();
    await page.getByRole('article').getByRole('button', { name: item }).click();
  };

  it('a report is sent, and told; a second one is not needed', async () => {
    const post = await site.post();
    const { id } = await say(site.app, site.staff, post.id, 'Something to report');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    for (const told of [
      'Thank you. A moderator will look at it.',
      'You have reported this comment already.',
    ]) {
      await menu(page, 'Report');
      await page.getByLabel('off topic').check();
      await page.getByLabel('In your own words').fill('Beside the film');
      await page.getByRole('button', { name: 'Send the report' }).click();
      await page.getByRole('article').getByText(told).waitFor();
    }
    const { items } = await readQueue(site.app, site.staff, { kind: 'reported' });
    const flags = items.find((item) => item.id === id)!.flags;
    expect(flags).toMatchObject([{ reason: 'off_topic', detail: 'Beside the film' }]);
  });

  it('what it said before an edit is shown to everyone', async () => {
    const post = await site.post();
    const { id, version } = await say(site.app, site.author, post.id, 'What it said at *first*');
    await say(site.app, site.staff, post.id, 'An answer makes the edit a marked one', id);
    await site.app.request
      .patch(`/api/v1/comments/${id}`)
      .set({ ...site.author.auth, 'if-match': `"${version}"` })
      .send({ body: 'What it says now' })
      .expect(200);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const line = page.getByRole('article').filter({ hasText: 'What it says now' });
    await line.getByText('edited').waitFor();
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Earlier versions' }).click();
    const earlier = line.getByText('What it said at first');
    await earlier.waitFor();
    await line.getByText(/From .+ to .+/).waitFor();
    await line.getByRole('button', { name: 'Close', exact: true }).click();
    await until('it is closed', async () => (await earlier.count()) === 0);
  });

  it('votes that are not shown yet are told with the hour from which they are', async () => {
    const post = await site.post();
    const { id } = await say(site.app, site.author, post.id, 'A claim');
    await site.app.request
      .put(`/api/v1/comments/${id}/vote`)
      .set(site.staff.auth)
      .send({ value: 1 })
      .expect(200);
    const { body } = await site.app.request.get(`/api/v1/posts/${post.id}`).expect(200);
    const { page } = await site.open(site.embed(`post="${post.id}" lang="en"`));
    const hour: string = await page.evaluate(
      `new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' })
        .format(new Date('${body.scoresHiddenUntil}'))`,
    );
    expect(Date.parse(body.scoresHiddenUntil)).toBeGreaterThan(Date.now());
    await page.getByText(`Votes are counted, and shown from ${hour} on.`).waitFor();
    const agree = page.getByRole('button', { name: 'Agree', exact: true });
    expect(await agree.getAttribute('title')).toContain(hour);
    expect(await agree.locator('.count').innerText()).toBe('');
  });
});
