import type { Page } from 'playwright-core';
import { signInAsStaff } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { readQueue } from '../support/moderation.js';
import { register } from '../support/people.js';
import { readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a moderator who reads an embedded thread', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const lineOf = (page: Page, text: string) =>
    page.getByRole('article').filter({ has: page.getByText(text, { exact: true }) });

  async function open(post: string, staff = true): Promise<Page> {
    const { page } = await site.open(site.embed(`post="${post}" sort="oldest"`));
    await page.getByRole('heading', { level: 2 }).waitFor();
    if (staff) await signInAsStaff(page);
    return page;
  }

  async function hold(post: string, body: string, parentId?: string): Promise<void> {
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.author.auth)
      .send({ body, ...(parentId ? { parentId } : {}) })
      .expect(202);
  }

  it('pins a comment: all see it at the head, and in its place; and takes that back', async () => {
    const post = await site.post();
    for (let nth = 1; nth <= 25; nth++) await say(site.app, site.author, post.id, `Word ${nth}`);
    const reader = await open(post.id, false);
    const page = await open(post.id);
    await lineOf(page, 'Word 3').getByRole('button', { name: 'More…' }).click();
    await lineOf(page, 'Word 3').getByRole('button', { name: 'Pin to the top' }).click();
    for (const seen of [page, reader]) {
      const head = seen.getByRole('region', { name: 'Pinned comments' });
      await head.getByText('Word 3', { exact: true }).waitFor();
      await head.getByText('Pinned', { exact: true }).waitFor();
      await lineOf(seen, 'Word 3').getByText('Pinned', { exact: true }).waitFor();
    }
    await reader.getByRole('link', { name: 'Go to comment' }).click();
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.textContent`;
    await until('it has the focus', async () =>
      String(await reader.evaluate(focused)).includes('Word 3'),
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    for (const seen of [page, reader]) {
      const head = seen.getByRole('region', { name: 'Pinned comments' });
      await until('it is pinned no more', async () => (await head.count()) === 0);
      expect(await lineOf(seen, 'Word 3').count()).toBe(1);
    }
  });

  inFull('shows what is pinned from the first, also where its place is not loaded', async () => {
    const post = await site.post();
    const words = [];
    for (let nth = 1; nth <= 25; nth++)
      words.push(await say(site.app, site.author, post.id, `Word ${nth}`));
    const { id, version } = words[24];
    await site.app.request
      .post(`/api/v1/moderation/comments/${id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'pin', version })
      .expect(201);
    const page = await open(post.id, false);
    const head = page.getByRole('region', { name: 'Pinned comments' });
    await head.getByText('Word 25').waitFor();
    await head.getByRole('link', { name: 'Go to comment' }).click();
    await page.locator(`#c-${id}[data-focus]`).waitFor();
  });

  it('sees in place what waits, with the reason; approves, and takes it back', async () => {
    const post = await site.post({ mode: 'premoderated' });
    const first = await say(site.app, site.staff, post.id, 'The first word');
    await say(site.app, site.staff, post.id, 'The last word');
    await hold(post.id, 'A held answer', first.id);
    await hold(post.id, 'A held remark');
    const reader = await open(post.id, false);
    // Otherwise the approved comment would come with the thread, not as a new reply.
    await lineOf(reader, 'The first word').waitFor();
    const page = await open(post.id);
    await page.getByText('2 comments wait for a moderator').waitFor();
    const order = await page.getByRole('feed').getByRole('article').allInnerTexts();
    expect(order.findIndex((text) => text.includes('A held answer'))).toBe(1);
    expect(await page.getByRole('region').getByText('A held remark').count()).toBe(1);
    await lineOf(page, 'A held answer').locator('.reason').first().waitFor();
    expect(await reader.getByText('A held').count()).toBe(0);

    await lineOf(page, 'A held answer').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('The comment is approved.').waitFor();
    await page.getByText('1 comment waits for a moderator').waitFor();
    await lineOf(page, 'A held answer').getByRole('button', { name: 'Reply' }).waitFor();
    await reader.getByRole('button', { name: '1 new comment' }).click();
    await lineOf(reader, 'A held answer').waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 comments wait for a moderator').waitFor();
    await lineOf(page, 'A held answer').getByRole('button', { name: 'Approve' }).waitFor();
    await until(
      'readers see it no more',
      async () => (await lineOf(reader, 'A held answer').count()) === 0,
    );
    const queue = await readQueue(site.app, site.staff, { kind: 'held', post: post.id });
    expect(queue.items).toHaveLength(2);
  });

  it('sees what was reported, goes to what waits, and restores what it removed', async () => {
    const post = await site.post();
    const { id } = await say(site.app, site.author, post.id, 'A reported word');
    const first = await say(site.app, site.staff, post.id, 'The first word');
    const reader = await register(site.app);
    await site.app.request
      .post(`/api/v1/comments/${id}/flags`)
      .set(reader.auth)
      .send({ reason: 'spam' })
      .expect(201);
    await site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.staff.auth)
      .send({ mode: 'premoderated' })
      .expect(200);
    await hold(post.id, 'A held answer', first.id);
    const page = await open(post.id);
    const line = lineOf(page, 'A reported word');
    await line.locator('.badge').getByText('Reported', { exact: true }).waitFor();
    const waiting = page.getByRole('region', { name: '1 comment waits' });
    await waiting.getByRole('button', { name: 'Show' }).click();
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.textContent`;
    expect(await page.evaluate(focused)).toContain('A held answer');

    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Remove' }).click();
    await line.getByLabel('spam').check();
    await line.locator('.panel .main').click();
    await page.getByText('The comment is removed.').waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
    await until('readers see it no more', async () => {
      const { items } = await readPage(site.app, post.id);
      return items.every(({ body }) => body !== 'A reported word');
    });
    await line.getByText('Removed by moderation: spam').waitFor();
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Restore' }).click();
    await line.getByRole('button', { name: 'Reply' }).waitFor();
    expect(await line.count()).toBe(1);
  });

  inFull('removes what waits, with a reason', async () => {
    const post = await site.post({ mode: 'premoderated' });
    await hold(post.id, 'Buy this');
    const page = await open(post.id);
    const line = lineOf(page, 'Buy this');
    await line.getByRole('button', { name: 'Remove' }).click();
    await line.getByLabel('spam').check();
    await line.locator('.panel .main').click();
    await page.getByText('The comment is removed.').waitFor();
    await until('it waits no more', async () => (await line.count()) === 0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await line.getByRole('button', { name: 'Approve' }).waitFor();
    expect((await readPage(site.app, post.id)).items).toEqual([]);
  });

  it('locks the discussion, and takes it back', async () => {
    const post = await site.post();
    await say(site.app, site.author, post.id, 'Something');
    const page = await open(post.id);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Lock the discussion' }).click();
    await page.getByText('A moderator has locked this discussion.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Lock the discussion' }).waitFor();
    await until(
      'it is open',
      async () => (await page.getByText('A moderator has locked this discussion.').count()) === 0,
    );
    await say(site.app, site.author, post.id, 'Open again');
  });
});
