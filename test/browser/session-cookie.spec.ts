import type { Browser, BrowserContext, Page } from 'playwright-core';
import { HostSite, launchBrowser, PATIENCE_MS } from '../support/browser.js';
import { signIn } from '../support/embed-acts.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost } from '../support/threads.js';
import { TlsFront } from '../support/tls-front.js';

/** Host names that count as separate sites, all of them on this machine. */
const OUR_MACHINE = ['--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'];

describe('the cookie of a service that sites of others embed, over TLS', () => {
  let database: TestDatabase;
  let fronts: TlsFront[];
  let host: HostSite;
  let app: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let reader: Person;
  let service: string;
  let sites: string[];

  beforeAll(async () => {
    [database, host, browser, ...fronts] = await Promise.all([
      createTestDatabase(),
      HostSite.start(),
      launchBrowser(OUR_MACHINE),
      TlsFront.start(),
      TlsFront.start(),
    ]);
    const [before, beforeHost] = fronts;
    service = `https://talk.example:${before.port}`;
    sites = ['one', 'two'].map((name) => `https://${name}.example:${beforeHost.port}`);
    const env = { PUBLIC_URL: service, SITE_ORIGINS: sites.join(','), ...ADMIN };
    app = await createTestApp(database, env);
    before.target = Number(new URL(app.url).port);
    beforeHost.target = Number(new URL(host.origin).port);
    reader = await register(app);
    const { id } = await createPost(app, await admin(app));
    const script = `<script type="module" src="${service}/embed.js"></script>`;
    host.page('/review', `${script}<colloquy-thread post="${id}"></colloquy-thread>`);
    host.page('/blank', '');
  });
  beforeEach(async () => {
    context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await app.close();
    fronts.forEach((front) => front.stop());
    host.stop();
    await database.drop();
  });

  async function open(site: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${site}/review`);
    await page.getByText('Nobody has commented yet.').waitFor();
    return page;
  }

  const signedIn = (page: Page) => page.getByText(`Signed in as ${reader.username}`);

  it('is for secure connections, out of reach of scripts, and for the site around it', async () => {
    const page = await open(sites[0]);
    const answered = page.waitForResponse(`${service}/api/v1/auth/login`);
    await signIn(page, reader.username);
    const { 'set-cookie': cookie } = await (await answered).allHeaders();
    const [named, ...attributes] = cookie.split('; ');
    expect(named).toMatch(/^__Secure-colloquy=./);
    expect(attributes).toEqual(
      expect.arrayContaining(['Secure', 'HttpOnly', 'Partitioned', 'SameSite=None']),
    );
    expect(await context.cookies(`${service}/api/v1/auth/refresh`)).toMatchObject([
      { name: '__Secure-colloquy', httpOnly: true, secure: true, path: '/api/v1/auth' },
    ]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('keeps a reader signed in on that site, and on no other one', async () => {
    const page = await open(sites[0]);
    await signIn(page, reader.username);
    await signedIn(page).waitFor();
    const other = await context.newPage();
    // The mark makes the next page ask. It is set on a blank page; a discussion would ask at once.
    await other.goto(`${sites[1]}/blank`);
    await other.evaluate(`localStorage.setItem('colloquy:signed-in', '1')`);
    const refused = other.waitForResponse(`${service}/api/v1/auth/refresh`);
    await other.goto(`${sites[1]}/review`);
    expect((await refused).status()).toBe(401);
    await other.getByRole('button', { name: 'Write a comment' }).waitFor();
    expect(await signedIn(other).count()).toBe(0);
    await page.reload();
    await signedIn(page).waitFor();
    expect(await page.getByText('does not let the discussion remember you').count()).toBe(0);
  });
});
