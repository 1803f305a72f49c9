import type { BrowserContext, Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { newName, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

/** All storage that scripts of the host page can read. */
const READABLE = `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`;
const HALF_AN_HOUR_MS = 31 * 60_000;

describe('who is signed in on the pages of a site', () => {
  let site: EmbedSite;
  let address: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  beforeEach(async () => {
    site.author = await register(site.app);
    const post = await site.post();
    address = site.embed(`post="${post.id}"`);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  async function openTab(context: BrowserContext, at = address): Promise<Page> {
    const page = await context.newPage();
    await page.goto(at);
    return page;
  }

  /** Two tabs of one browser. */
  async function openTwo(): Promise<[Page, Page]> {
    const { page: one } = await site.open(address);
    const other = await openTab(one.context());
    await other.getByRole('button', { name: 'Write a comment' }).waitFor();
    return [one, other];
  }

  const signedIn = (page: Page) => page.getByText(`Signed in as ${site.author.username}`);

  async function write(page: Page, text: string): Promise<void> {
    const open = page.getByRole('button', { name: 'Write a comment' });
    await open.or(page.getByLabel('Write a comment')).first().waitFor();
    if (await open.isVisible()) await open.click();
    await page.getByLabel('Write a comment').fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article').getByText(text).waitFor();
    // The event may come before the answer.
    await page.getByLabel('Write a comment').waitFor({ state: 'detached' });
  }

  const liveSessions = () =>
    site.database.query<{ id: string }>(
      'select id from sessions where user_id = $1 and revoked_at is null order by id',
      [site.author.id],
    );

  it('leaves nothing that a script of the page could take, and outlasts a reload', async () => {
    const { page } = await site.open(address);
    const secrets: string[] = [];
    page.on('response', async (answer) => {
      if (!/\/auth\/(login|refresh)$/.test(answer.url()) || !answer.ok()) return;
      // A page that is left before it has read an answer discards it.
      const body = (await answer.json().catch(() => null)) as Record<string, string> | null;
      if (!body) return;
      expect(body.refreshToken).toBeUndefined();
      secrets.push(body.accessToken);
    });
    await signIn(page, site.author.username);
    for (let reload = 0; reload < 3; reload++) {
      await signedIn(page).waitFor();
      const cookies = await page.context().cookies(`${site.app.url}/api/v1/auth/refresh`);
      expect(cookies).toMatchObject([{ name: 'colloquy', httpOnly: true, path: '/api/v1/auth' }]);
      await until('the answers to be read', async () => secrets.length >= 2 + reload);
      const readable = (await page.evaluate(READABLE)) as string;
      for (const secret of [...secrets, cookies[0].value]) expect(readable).not.toContain(secret);
      expect(readable).not.toMatch(/eyJ|[\w-]{70}/);
      await page.reload();
    }
    await write(page, 'After three reloads');
  });

  it('is so in all its tabs at once, and who signs out has ended the session', async () => {
    const [one, other] = await openTwo();
    await signIn(one, site.author.username);
    await signedIn(other).waitFor();
    expect(await liveSessions()).toHaveLength(2);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await until('it is so in the first tab', async () => (await signedIn(one).count()) === 0);
    expect(await liveSessions()).toHaveLength(1);
    expect(await one.context().cookies(`${site.app.url}/api/v1/auth/refresh`)).toEqual([]);
    await one.reload();
    await one.getByRole('button', { name: 'Write a comment' }).waitFor();
    expect(await signedIn(one).count()).toBe(0);
  });

  inFull('stays so where signing out was not heard by the service, and is told', async () => {
    const { page } = await site.open(address);
    await signIn(page, site.author.username);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('The service does not answer.').waitFor();
    await page.context().setOffline(false);
    await signedIn(page).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await until('they are signed out', async () => (await signedIn(page).count()) === 0);
  });

  inFull('goes on when the token ends during the visit, in each tab', async () => {
    const [one, other] = await openTwo();
    await signIn(one, site.author.username);
    await signedIn(other).waitFor();
    await site.database.query(`update sessions set rotated_at = now() - interval '1 day'`);
    for (const page of [one, other]) {
      // Another request of the page may be the first to renew the token.
      const renewed = page.waitForResponse((answer) => answer.url().endsWith('/auth/refresh'));
      await page.clock.setSystemTime(Date.now() + HALF_AN_HOUR_MS);
      await write(page, `After half an hour, in ${page === one ? 'one' : 'the other'}`);
      expect((await renewed).status()).toBe(200);
      await signedIn(page).waitFor();
    }
  });

  inFull(
    'outlasts many tabs that open at once, and pages that are left before they are there',
    async () => {
      const { page } = await site.open(address);
      await signIn(page, site.author.username);
      const context = page.context();
      const [rounds, many] = [3, 5];
      for (let round = 0; round < rounds; round++) {
        await site.database.query(`update sessions set rotated_at = now() - interval '1 day'`);
        // The protocol cannot reload a page that is still loading, but it can navigate again.
        for (let load = 0; load < many; load++) await page.goto(address, { waitUntil: 'commit' });
        const tabs = await Promise.all(Array.from({ length: many }, () => openTab(context)));
        for (const tab of [page, ...tabs]) await signedIn(tab).waitFor();
        for (const tab of tabs) await tab.close();
      }
      expect(await liveSessions()).toHaveLength(2);
    },
  );

  inFull('begins, renews and ends where the browser refuses locks', async () => {
    const { page } = await site.open('about:blank');
    await page.addInitScript(`LockManager.prototype.request = () =>
      Promise.reject(new DOMException('The request was denied.', 'SecurityError'))`);
    await page.goto(address);
    await signIn(page, site.author.username);
    await page.reload();
    await signedIn(page).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await until('they are signed out', async () => (await signedIn(page).count()) === 0);
  });

  inFull('outlasts a refresh of which the answer was lost', async () => {
    const { page } = await site.open(address);
    await signIn(page, site.author.username);
    await site.database.query(`update sessions set rotated_at = now() - interval '1 day'`);
    let lost = 0;
    await page.route('**/auth/refresh', async (route) => {
      // The service executes the request, but the browser gets no answer.
      const headers = await route.request().allHeaders();
      await fetch(route.request().url(), {
        method: 'POST',
        headers: { ...headers, origin: site.host.origin },
      });
      lost++;
      await route.abort();
    });
    await page.reload();
    await until('an answer to be lost', async () => lost > 0);
    await page.unroute('**/auth/refresh');
    await page.reload();
    await signedIn(page).waitFor();
  });

  it('is a guest again, with the text kept, when the session was ended elsewhere', async () => {
    const { page } = await site.open(address);
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('Still here');
    await site.app.request.delete('/api/v1/users/me/sessions').set(site.author.auth).expect(204);
    await page.getByRole('button', { name: 'Send' }).click();
    await until('they are signed out', async () => (await signedIn(page).count()) === 0);
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('Still here');
  });

  describe('with tokens that a version before had kept', () => {
    const FORMER = 'colloquy:session';

    /** A tab that starts with the tokens in its storage. */
    async function openWithTokens(at: string): Promise<Page> {
      const { id, username, token: accessToken, refreshToken } = site.author;
      const user = { id, username, displayName: username };
      const former = JSON.stringify({ user, accessToken, refreshToken, endsAt: 0 });
      site.host.page('/blank', '');
      const { page } = await site.open(new URL('/blank', at).href);
      await page.evaluate(`localStorage.setItem('${FORMER}', ${JSON.stringify(former)})`);
      await page.goto(at);
      await signedIn(page).waitFor();
      expect(await page.evaluate(`localStorage.getItem('${FORMER}')`)).toBeNull();
      return page;
    }

    it('goes on with them in the cookie, and deletes them', async () => {
      const page = await openWithTokens(address);
      await page.reload();
      await signedIn(page).waitFor();
      await write(page, 'As before');
      expect(await liveSessions()).toHaveLength(1);
    });

    inFull('and a broken entry is a guest', async () => {
      const { page } = await site.open(site.host.page('/blank', ''));
      await page.evaluate(`localStorage.setItem('${FORMER}', '{')`);
      await page.goto(address);
      await page.getByRole('button', { name: 'Write a comment' }).waitFor();
      expect(await signedIn(page).count()).toBe(0);
    });

    inFull('goes on with them until a reload where the browser refuses the cookie', async () => {
      const page = await openWithTokens(elsewhere);
      await page.getByText('This browser does not let the discussion remember you').waitFor();
      await write(page, 'Once more');
      expect(await liveSessions()).toHaveLength(1);
    });
  });

  /** The page is on another site than the service, where plain HTTP has no cookie. */
  let elsewhere: string;
  let distant: TestApp;
  beforeAll(async () => {
    const origin = site.host.origin.replace('127.0.0.1', 'localhost');
    distant = await createTestApp(site.database, { SITE_ORIGINS: origin });
  });
  beforeEach(async () => {
    const { id } = await site.post();
    const script = `<script type="module" src="${distant.url}/embed.js"></script>`;
    const page = site.host.page(
      '/far',
      `${script}<colloquy-thread post="${id}"></colloquy-thread>`,
    );
    elsewhere = page.replace('127.0.0.1', 'localhost');
  });
  afterAll(() => distant.close());

  describe('where the browser refuses the cookie', () => {
    it('is so until the page is loaded anew, and is told why', async () => {
      const { page } = await site.open(elsewhere);
      await signIn(page, site.author.username);
      await page.getByText('This browser does not let the discussion remember you').waitFor();
      expect(await page.evaluate(READABLE)).toBe('[{},{},""]');
      // The session that the cookie should have held has ended.
      await until('one session is left', async () => (await liveSessions()).length === 2);
      await write(page, 'From afar');
      await page.clock.setSystemTime(Date.now() + HALF_AN_HOUR_MS);
      await write(page, 'From afar, later');
      await page.reload();
      await page.getByRole('button', { name: 'Write a comment' }).waitFor();
      expect(await signedIn(page).count()).toBe(0);
    });

    inFull('makes one account of who registers, and signs out for good', async () => {
      const username = newName('far');
      const { page } = await site.open(elsewhere);
      await page.getByRole('button', { name: 'Write a comment' }).click();
      await page.getByRole('button', { name: 'Create an account' }).first().click();
      await page.getByLabel('E-mail').fill(`${username}@example.org`);
      await page.getByLabel('User name').fill(username);
      await page.getByLabel('Password').fill('correct horse battery');
      await page.locator('.sign-in .main').click();
      await page.getByText(`Signed in as ${username}`).waitFor();
      const [{ id }] = await site.database.query<{ id: string }>(
        'select id from users where username = $1',
        [username],
      );
      site.author = { ...site.author, id, username };
      await until('one session is left', async () => (await liveSessions()).length === 1);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await until('they are signed out', async () => (await signedIn(page).count()) === 0);
      expect(await liveSessions()).toEqual([]);
    });
  });
});
