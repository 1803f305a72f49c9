import type { Page } from 'playwright-core';
import { violationsIn } from '../support/axe.js';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { type Person, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a reader who ignores another one', () => {
  let site: EmbedSite;
  let reader: Person;
  let noisy: Person;
  let page: Page;
  let post: { id: string };

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  beforeEach(async () => {
    [reader, noisy] = [await register(site.app), await register(site.app)];
    post = await site.post({ language: 'en' });
    const top = await say(site.app, noisy, post.id, 'What nobody wants to read');
    await say(site.app, site.author, post.id, 'A reply that stays', top.id);
    await say(site.app, noisy, post.id, 'Noise again');
    ({ page } = await site.open(site.embed(`post="${post.id}" sort="oldest" lang="en"`)));
    await signIn(page, reader.username);
    await comment('What nobody wants to read').getByRole('button', { name: 'More…' }).click();
    await page.getByRole('button', { name: 'Ignore this reader' }).click();
    await comment('What nobody wants to read').waitFor({ state: 'detached' });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const comment = (text: string) => page.getByRole('article').filter({ hasText: text });
  const placeholders = () => comment('You ignore this reader.');
  const ignored = async () => {
    const answer = await site.app.request.get('/api/v1/users/me/ignored').set(reader.auth);
    return (answer.body.items as { username: string }[]).map(({ username }) => username);
  };

  it('does not see the comments, and all else stands where it stood', async () => {
    expect(await placeholders().count()).toBe(2);
    expect(await page.getByRole('article').allInnerTexts()).toEqual([
      expect.stringContaining('You ignore this reader.'),
      expect.stringContaining('A reply that stays'),
      expect.stringContaining('You ignore this reader.'),
    ]);
    expect(await comment('A reply that stays').getAttribute('style')).toContain('--level: 1');
    expect(await page.getByText('Noise again').count()).toBe(0);
    expect(await ignored()).toEqual([noisy.username]);
    expect(await violationsIn(page)).toEqual([]);
    await page.reload();
    await placeholders().first().waitFor();
    const guest = await site.open(page.url());
    await guest.page.getByText('Noise again').waitFor();
  });

  it('sees one of them all the same, and takes it back from its menu', async () => {
    await placeholders().first().getByRole('button', { name: 'Show' }).click();
    const shown = comment('What nobody wants to read');
    await shown.waitFor();
    expect(await placeholders().count()).toBe(1);
    await shown.getByRole('button', { name: 'More…' }).click();
    await shown.getByRole('button', { name: 'Stop ignoring' }).click();
    await comment('Noise again').waitFor();
    await until('the service to know', async () => (await ignored()).length === 0);
  });

  inFull('takes it back at once', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await comment('Noise again').waitFor();
    expect(await placeholders().count()).toBe(0);
  });

  inFull('finds everybody whom they ignore in one list', async () => {
    await page.getByRole('button', { name: 'Notifications', exact: true }).click();
    await page.getByText('Readers whom you ignore (1)').click();
    await page.getByRole('button', { name: `Stop ignoring ${noisy.username}` }).click();
    await comment('Noise again').waitFor();
    expect(await ignored()).toEqual([]);
  });

  inFull('does not see what comes while the page is open, nor what is pinned', async () => {
    const late = await say(site.app, noisy, post.id, 'Late noise');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await until('the third one', async () => (await placeholders().count()) === 3);
    await site.app.request
      .post(`/api/v1/moderation/comments/${late.id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'pin', version: late.version })
      .expect(201);
    await say(site.app, site.author, post.id, 'After the pin');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await comment('After the pin').waitFor();
    expect(await page.getByText('Late noise').count()).toBe(0);
  });

  inFull('is somebody else after a sign-out, who sees all', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await comment('Noise again').waitFor();
    expect(await placeholders().count()).toBe(0);
  });
});
