import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { moderator, type Person, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

const PASSAGE = 'A title card says that 1,140 households were moved.';
const BODY = `The film returns to a valley. ${PASSAGE} The source has no year.`;

describe('a comment that waits', () => {
  let site: EmbedSite;
  let judge: Person;
  let post: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
    judge = await moderator(site.app, site.staff);
    post = (await site.post({ body: BODY, mode: 'premoderated' })).id;
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.author.auth)
      .send({
        body: 'Farmsteads, and not households.',
        anchor: { quote: { exact: PASSAGE }, position: { start: 0, end: 1 } },
      })
      .expect(202);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const addressIn = (language: string) =>
    site.embed(`post="${post}" lang="${language}"`, { path: `/${language}` });

  it('is corrected and deleted by its author, who sees what it answers', async () => {
    const { id } = await site.post({ mode: 'premoderated' });
    const first = await say(site.app, site.staff, id, 'A claim');
    const reader = await register(site.app);
    for (const body of ['An answer', 'A remark'])
      await site.app.request
        .post(`/api/v1/posts/${id}/comments`)
        .set(reader.auth)
        .send({ body, ...(body === 'An answer' && { parentId: first.id }) })
        .expect(202);
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(site.embed(`post="${id}"`, { path: '/own' }));
    await signIn(page, reader.username);
    const own = page.locator('.own-comment').filter({ hasText: 'An answer' });
    await own.getByRole('link', { name: /^answering / }).waitFor();
    await own.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Edit your comment').fill('An answer, put better');
    await page.getByRole('button', { name: 'Save' }).click();
    await own.getByText('An answer, put better').waitFor();
    // The undo period of eight seconds cannot end while the clock is paused.
    await page.clock.pauseAt(Date.now() + 18_000);
    await own.getByRole('button', { name: 'Delete' }).click();
    await own.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await own.waitFor();
    await own.getByRole('button', { name: 'Delete' }).click();
    // Signing out sends the pending deletion.
    await page.getByRole('button', { name: 'Sign out' }).click();
    const left = () =>
      site.database.query(`select 1 from comments where author_id = $1 and status = 'held'`, [
        reader.id,
      ]);
    await until('the other one is left', async () => (await left()).length === 1);
  });

  it('is not nobody’s, where it is the only one', async () => {
    const { page } = await site.open(addressIn('en'));
    await signIn(page, site.author.username);
    await page.getByRole('region', { name: 'Only you see this' }).waitFor();
    expect(await page.getByText('Nobody has commented yet.').count()).toBe(0);
  });

  it('is nowhere in the page of who has signed out', async () => {
    const { page } = await site.open(addressIn('en'));
    await signIn(page, site.author.username);
    const own = page.getByRole('region', { name: 'Only you see this' });
    await own.getByText('Farmsteads').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await own.waitFor({ state: 'detached' });
    expect(await page.getByText('Farmsteads').count()).toBe(0);
    const stored = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
    );
    expect(stored).not.toContain('Farmsteads');
  });

  it.each([
    ['its author', () => site.author.username, 'Only you see this', 'Это видите только вы'],
    ['a moderator', () => judge.username, '1 comment waits', '1 комментарий ждёт'],
  ])('shows %s what it is about, and why it waits', async (_, username, place, inRussian) => {
    const { page } = await site.open(addressIn('en'));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill(username());
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    const region = page.getByRole('region', { name: place });
    await region.getByText('Farmsteads, and not households.').waitFor();
    await region.locator('.passage').getByText(PASSAGE).waitFor();
    await region.getByText('A moderator reads comments here before they appear.').waitFor();
    await page.goto(addressIn('ru'));
    const russian = page.getByRole('region', { name: inRussian });
    await russian.getByText('Здесь комментарии сначала читает модератор.').waitFor();
  });
});
