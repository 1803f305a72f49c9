import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

const HALF_AN_HOUR_MS = 31 * 60_000;

describe('a session, when something goes wrong', () => {
  let site: EmbedSite;
  let postId: string;
  let address: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  beforeEach(async () => {
    site.author = await register(site.app);
    postId = (await site.post()).id;
    await say(site.app, site.staff, postId, 'The first word');
    address = site.embed(`post="${postId}"`);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const signedIn = (page: Page, { username } = site.author) =>
    page.getByText(`Signed in as ${username}`);
  const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click();
  const isGuest = (page: Page) =>
    until('they are signed out', async () => (await signedIn(page).count()) === 0);

  async function open(): Promise<Page> {
    const { page } = await site.open(address);
    await signIn(page, site.author.username);
    return page;
  }

  it('goes on where the service refuses to end it, and says so', async () => {
    const page = await open();
    const headers = {
      'access-control-allow-origin': site.host.origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'Retry-After',
      'retry-after': '30',
    };
    const refuse = { status: 429, headers, json: { type: 'about:blank', title: 'x', status: 429 } };
    await page.route('**/auth/logout', (route) => route.fulfill(refuse), { times: 1 });
    await signOut(page);
    await page.getByText('That was too often.').waitFor();
    await signedIn(page).waitFor();
    await signOut(page);
    await isGuest(page);
  });

  inFull('ends after a renewal that is under way, and stays ended', async () => {
    const page = await open();
    const order: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/auth/logout')) order.push('ended');
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/auth/refresh', async (route) => {
      const response = await route.fetch();
      await released;
      order.push('renewed');
      await route.fulfill({ response });
    });
    // Another request of the page may be the first to renew the token.
    const renewing = page.waitForRequest('**/auth/refresh');
    await page.clock.setSystemTime(Date.now() + HALF_AN_HOUR_MS);
    await page.getByRole('button', { name: /^Agree/ }).click();
    await renewing;
    await signOut(page);
    release();
    await isGuest(page);
    await until('the service has heard of it', async () => order.includes('ended'));
    expect(order).toEqual(['renewed', 'ended']);
    await page.reload();
    await page.getByText('The first word').waitFor();
    expect(await signedIn(page).count()).toBe(0);
  });

  inFull(
    'holds back no comments while the service does not answer, and is found again',
    async () => {
      const { page } = await site.open('about:blank');
      await page.clock.install();
      await page.goto(address);
      await signIn(page, site.author.username);
      await page.route('**/auth/refresh', () => new Promise(() => {}), { times: 1 });
      const asked = page.waitForRequest('**/auth/refresh');
      // The page may cancel the request before the comments are looked for.
      const givenUp = page.waitForEvent('requestfailed', (request) =>
        request.url().endsWith('/auth/refresh'),
      );
      await page.reload();
      await page.getByText('The first word').waitFor();
      await asked;
      await page.clock.fastForward(15_000);
      await givenUp;
      // The service is asked again after a pause.
      await page.clock.fastForward(10_000);
      await signedIn(page).waitFor();
    },
  );

  inFull('never sends a text again as somebody else', async () => {
    const page = await open();
    const other = await register(site.app);
    const login = { login: other.username, password: 'correct horse battery', session: 'cookie' };
    const url = `${site.app.url}/api/v1/auth/login`;
    await page.route(
      '**/comments',
      async (route) => {
        // Another tab signs in without this one noticing.
        await page.evaluate(`fetch('${url}', {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body: ${JSON.stringify(JSON.stringify(login))},
        }).then((answer) => answer.text())`);
        await site.app.request.delete('/api/v1/users/me/sessions').set(site.author.auth);
        await route.continue();
      },
      { times: 1 },
    );
    await page.getByLabel('Write a comment').fill('In my own name');
    await page.getByRole('button', { name: 'Send' }).click();
    await signedIn(page, other).waitFor();
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('In my own name');
    const { items } = await readPage(site.app, postId);
    expect(items.map(({ body }) => body)).not.toContain('In my own name');
  });

  const endSessions = () =>
    site.app.request.delete('/api/v1/users/me/sessions').set(site.author.auth);
  const agree = (page: Page) => page.getByRole('button', { name: /^Agree/ }).first();
  /** Signs in after an act was refused. */
  async function signInAgain(page: Page, { username } = site.author): Promise<void> {
    await page.getByLabel('E-mail or user name').fill(username);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
  }

  it('that ends while one writes asks to sign in there, and then it is sent', async () => {
    const page = await open();
    await page.getByLabel('Write a comment').fill('Not lost');
    // Ends the page's own session, too: the token below belongs to another one.
    await endSessions();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('You are not signed in any more.').waitFor();
    expect(await page.getByText('access token').count()).toBe(0);
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('Not lost');
    await signInAgain(page);
    await page.getByRole('article').getByText('Not lost').waitFor();
  });

  inFull(
    'that ends before the first act on a page asks to sign in there, and then it is done',
    async () => {
      const page = await open();
      await page.reload();
      await signedIn(page).waitFor();
      await endSessions();
      const counted = page.waitForResponse(
        (answer) => answer.url().endsWith('/vote') && answer.ok(),
      );
      await agree(page).click();
      await signInAgain(page);
      await counted;
    },
  );

  inFull(
    'that ends before a vote or a report asks to sign in there, and then it is done',
    async () => {
      const page = await open();
      const line = page.getByRole('article').filter({ hasText: 'The first word' });
      await endSessions();
      const counted = page.waitForResponse(
        (answer) => answer.url().endsWith('/vote') && answer.ok(),
      );
      await line.getByRole('button', { name: 'Agree', exact: true }).click();
      await signInAgain(page);
      await counted;
      await line.getByRole('button', { name: 'More…' }).click();
      await line.getByRole('button', { name: 'Report' }).click();
      await line.getByLabel('off topic').check();
      await line.getByLabel('In your own words').fill('Beside the film');
      await endSessions();
      await line.getByRole('button', { name: 'Send the report' }).click();
      await signInAgain(page);
      await line.getByText('Thank you. A moderator will look at it.').waitFor();
    },
  );

  inFull(
    'is not taken away by a refusal of the former one that another tab hears late',
    async () => {
      const one = await open();
      const two = await one.context().newPage();
      await two.goto(address);
      await signedIn(two).waitFor();
      const other = await register(site.app);
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      // The service tells both tabs of the end, and either may ask first.
      const tabs = one.context();
      await tabs.route(
        '**/auth/refresh',
        async (route) => {
          const response = await route.fetch();
          await released;
          await route.fulfill({ response });
        },
        { times: 1 },
      );
      const asked = tabs.waitForEvent('request', (request) =>
        request.url().endsWith('/auth/refresh'),
      );
      await endSessions();
      await agree(one).click();
      const late = (await asked).frame().page();
      const soon = late === one ? two : one;
      if (soon === two) await agree(two).click();
      await soon.getByLabel('E-mail or user name').waitFor();
      await signInAgain(soon, other);
      await until(
        'it signs in, or waits for its turn',
        async () =>
          (await signedIn(soon, other).count()) > 0 ||
          Boolean(
            await soon.evaluate('navigator.locks.query().then(({ pending }) => pending.length)'),
          ),
      );
      release();
      await signedIn(soon, other).waitFor();
      await soon.reload();
      await signedIn(soon, other).waitFor();
    },
  );

  inFull(
    'is that of who signed in last in all tabs, also where one had lost the former',
    async () => {
      const one = await open();
      const two = await one.context().newPage();
      await two.route('**/auth/refresh', (route) => route.abort());
      await two.goto(address);
      await two.getByText('The first word').waitFor();
      const other = await register(site.app);
      await signIn(two, other.username);
      await signedIn(two, other).waitFor();
      await signedIn(one, other).waitFor();
    },
  );

  describe('where the browser refuses the cookie', () => {
    let distant: TestApp;
    beforeAll(async () => {
      const origin = site.host.origin.replace('127.0.0.1', 'localhost');
      distant = await createTestApp(site.database, { SITE_ORIGINS: origin });
    });
    afterAll(() => distant.close());

    it('lasts at least as long as its token where the second sign-in fails', async () => {
      const script = `<script type="module" src="${distant.url}/embed.js"></script>`;
      const element = `<colloquy-thread post="${postId}"></colloquy-thread>`;
      const { page } = await site.open('about:blank');
      let logins = 0;
      await page.route('**/auth/login', (route) =>
        ++logins === 1 ? route.continue() : route.abort(),
      );
      await page.goto(site.host.page('/far', script + element).replace('127.0.0.1', 'localhost'));
      await signIn(page, site.author.username);
      await signedIn(page).waitFor();
      await page.getByLabel('Write a comment').fill('From afar');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('article').getByText('From afar').waitFor();
    });
  });
});
