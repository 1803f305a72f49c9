import type { Page } from 'playwright-core';
import { signInAsStaff } from '../support/embed-acts.js';
import { inFull } from '../support/full-form.js';
import { ADMIN, newName } from '../support/people.js';
import { EmbedSite } from '../support/embed-site.js';
import { decide } from '../support/moderation.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('somebody who writes in an embedded thread', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** Signs in with the form that a first act opens. */
  async function signIn(page: Page, username: string, password = 'correct horse battery') {
    await page.getByLabel('E-mail or user name').fill(username);
    await page.getByLabel('Password').fill(password);
    await page.locator('form').getByRole('button', { name: 'Sign in' }).last().click();
  }

  it('makes an account in place, writes, edits, and deletes with a way back', async () => {
    const post = await site.post();
    const name = newName('ilze');
    const { page, complaints } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByRole('button', { name: 'Create an account' }).first().click();
    await page.getByLabel('E-mail').fill(`${name}@example.org`);
    await page.getByLabel('User name', { exact: true }).fill(name);
    await page.getByLabel('Display name').fill('Ilze K.');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    await page.getByLabel('Write a comment').fill('My **first** comment');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview strong').waitFor();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    const article = page.getByRole('article');
    await article.getByText('comment').waitFor();
    await page.getByRole('heading', { name: '1 comment' }).waitFor();

    await article.getByRole('button', { name: 'More…' }).click();
    await article.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Edit your comment').fill('Said better');
    await page.getByRole('button', { name: 'Save' }).click();
    await article.getByText('Said better').waitFor();

    await article.getByRole('button', { name: 'More…' }).click();
    // The undo period of eight seconds cannot end while the clock is paused.
    await page.clock.pauseAt(Date.now() + 18_000);
    await article.getByRole('button', { name: 'Delete' }).click();
    await until('it is out of sight', async () => (await article.count()) === 0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await article.getByText('Said better').waitFor();
    expect(await focused(page, 'dataset.id')).toBeTruthy();
    expect(complaints).toEqual([]);
  });

  const kept = (page: Page) => page.getByRole('button', { name: 'Draft saved – continue' });
  const focused = (page: Page, what: string): Promise<unknown> =>
    page.evaluate(`document.querySelector('colloquy-thread').shadowRoot.activeElement?.${what}`);

  it('is told at the field what is wrong with a new account, in the language of the page', async () => {
    const post = await site.post();
    const { page } = await site.open(site.embed(`post="${post.id}" lang="lv"`));
    await page.getByRole('button', { name: 'Rakstīt komentāru' }).click();
    await page.getByLabel('E-pasts vai lietotājvārds').fill('nobody');
    await page.getByLabel('Parole').fill('wrong');
    await page.locator('.sign-in .main').click();
    await page.getByText('Konta ar šādu vārdu un paroli nav.').waitFor();
    expect(await focused(page, 'name')).toBe('password');
    await page.getByRole('button', { name: 'Izveidot kontu' }).first().click();
    expect(await page.locator('.fault').count()).toBe(0);
    expect(await page.getByLabel('Parole').inputValue()).toBe('');
    const filled = {
      email: 'janis@example.org',
      username: 'janis',
      displayName: 'Jānis',
      password: 'correct horse battery',
    };
    const wrong: [keyof typeof filled, string, RegExp][] = [
      ['email', `a@${`${'b'.repeat(60)}.`.repeat(5)}lv`, /par garu/],
      ['username', 'jā', /3 līdz 30 latīņu burti/],
      ['username', site.author.username, /Šis vārds ir aizņemts/],
      ['displayName', site.author.username.toUpperCase(), /Šis vārds ir aizņemts/],
      ['displayName', '--', /burtam vai ciparam/],
      ['password', 'īss', /8 līdz/],
      ['password', 'password', /ļoti daudziem/],
      ['password', 'janis1234', /jūsu vārds/],
    ];
    for (const [field, value, told] of wrong) {
      for (const [name, good] of Object.entries({ ...filled, [field]: value }))
        await page.locator(`.sign-in input[name=${name}]`).fill(good);
      await page.locator('.sign-in .main').click();
      const input = page.locator(`.sign-in input[name=${field}][aria-invalid=true]`);
      await input.waitFor();
      await page.locator('.sign-in .field .fault').getByText(told).waitFor();
      expect(await focused(page, 'name')).toBe(field);
      expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    }
    expect(await page.getByText(/Must|must|password/).count()).toBe(0);
  });

  it('keeps a draft, which neither scrolls nor takes the focus, for its account alone', async () => {
    const post = await site.post();
    const article = '<h1>A review</h1><p style="height: 3000px">Long</p>';
    const { page } = await site.open(site.embed(`post="${post.id}"`, { article }));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, site.author.username);
    const text = page.getByLabel('Write a comment');
    await text.fill('Half of a thou');
    await page.evaluate('scrollTo(0, 0)');
    await page.reload();
    await kept(page).waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await focused(page, 'tagName')).toBeUndefined();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await until('nothing of it is seen', async () => (await kept(page).count()) === 0);
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
    await text.waitFor();
    expect(await text.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, site.author.username);
    await text.waitFor();
    expect(await text.inputValue()).toBe('Half of a thou');

    // The page words the refusal itself, and promises nothing about text that is not at risk.
    await text.fill('a'.repeat(10_001));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.fault').getByText('This is too long.', { exact: true }).waitFor();
    expect(await focused(page, 'className')).toBe('main');
    await text.fill('Half of a thou');

    // Escape keeps the draft; Cancel discards it, with an undo.
    await text.press('Escape');
    await text.waitFor({ state: 'detached' });
    expect(await focused(page, 'className')).toBe('write');
    await kept(page).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await text.waitFor({ state: 'detached' });
    expect(await focused(page, 'className')).toBe('write');
    expect(await kept(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await text.inputValue()).toBe('Half of a thou');
  });

  inFull(
    'asks a guest to sign in before an edit that was begun, and goes on with its text',
    async () => {
      const post = await site.post();
      await say(site.app, site.author, post.id, 'Said in a hurry');
      const { page } = await site.open(site.embed(`post="${post.id}"`));
      await page.getByRole('button', { name: 'Write a comment' }).click();
      await signIn(page, site.author.username);
      await page.getByLabel('Write a comment').waitFor();
      await page.getByRole('article').getByRole('button', { name: 'More…' }).click();
      await page.getByRole('article').getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Edit your comment').fill('Said with care');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('Edit your comment').waitFor({ state: 'detached' });
      await page.reload();
      await page.getByRole('button', { name: 'Write a comment' }).click();
      await signIn(page, site.author.username);
      await page.getByRole('article').getByRole('button', { name: 'Draft saved' }).click();
      await page.getByLabel('Edit your comment').waitFor();
      expect(await page.getByLabel('Edit your comment').inputValue()).toBe('Said with care');
    },
  );

  it('sends again what got no answer, under the same key, and so once', async () => {
    const post = await site.post();
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, site.author.username);
    const keys: (string | undefined)[] = [];
    let broken = true;
    await page.route('**/comments', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      keys.push(route.request().headers()['idempotency-key']);
      if (!broken) return route.continue();
      // The request arrives, but its answer is lost.
      await route.fetch();
      broken = false;
      await route.abort();
    });
    await page.getByLabel('Write a comment').fill('Only once');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article').getByText('Only once').waitFor();
    await until('it was sent again', async () => keys.length === 2);
    expect(new Set(keys).size).toBe(1);
    await page.reload();
    await page.getByRole('heading', { name: '1 comment' }).waitFor();
  });

  it('votes, and sees that it counts', async () => {
    const post = await site.post();
    await say(site.app, site.staff, post.id, 'A claim');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Disagree' }).click();
    const counted = page.waitForResponse((answer) => answer.url().endsWith('/vote') && answer.ok());
    await signIn(page, site.author.username);
    await counted;
    const disagree = page.getByRole('button', { name: 'Disagree' });
    await until(
      'the vote is there',
      async () => (await disagree.getAttribute('aria-pressed')) === 'true',
    );
    await page.reload();
    await until(
      'it is known again',
      async () => (await disagree.getAttribute('aria-pressed')) === 'true',
    );
  });

  it('makes the post of a page with its first comment', async () => {
    const address = site.embed('page-title="A page of ours"', { path: `/${newName('page')}` });
    const { page } = await site.open(address);
    await page.getByText('Nobody has commented yet.').waitFor();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('The first of all');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: '1 comment' }).waitFor();
    const found = await site.app.request
      .get('/api/v1/posts/by-page')
      .query({ url: address })
      .expect(200);
    expect(found.body).toMatchObject({ title: 'A page of ours', commentCount: 1 });
  });

  inFull('may do there at once what it may in any other discussion', async () => {
    const { page } = await site.open(site.embed('', { path: `/${newName('page')}` }));
    await signInAsStaff(page);
    await page.getByLabel('Write a comment').fill('The first of all');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Lock the discussion' }).click();
    await page.getByText('The discussion is locked.').waitFor();
  });

  inFull('says why a comment could not be deleted', async () => {
    const post = await site.post();
    const { id, version } = await say(site.app, site.author, post.id, 'To be deleted');
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await signIn(page, site.author.username);
    await page.getByRole('article').getByRole('button', { name: 'More…' }).click();
    // The deletion is sent after eight seconds; the clock stops until the moderator has decided.
    await page.clock.pauseAt(Date.now() + 18_000);
    await page.getByRole('article').getByRole('button', { name: 'Delete' }).click();
    await decide(site.app, site.staff, `comments/${id}`, {
      action: 'remove',
      reason: 'spam',
      version,
    });
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.clock.fastForward(9_000);
    await page.clock.resume();
    await page.getByText('The comment is not there any more.').waitFor();
    // A sent deletion can no longer be undone.
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });
});
