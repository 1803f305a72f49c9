import type { Browser, BrowserContext } from 'playwright-core';
import { HostSite, launchBrowser, PATIENCE_MS } from '../support/browser.js';
import { inFull } from '../support/full-form.js';
import { HOST, hostToken, SSO_ENV } from '../support/host-tokens.js';
import { OidcSite } from '../support/oidc-site.js';
import { ADMIN, admin, type Person } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost } from '../support/threads.js';
import { TlsFront } from '../support/tls-front.js';
import { until } from '../support/until.js';

/** Host names that count as separate sites, all of them on this machine. */
const OUR_MACHINE = ['--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'];

describe('a reader of another site', () => {
  let database: TestDatabase;
  let host: HostSite;
  let browser: Browser;
  let context: BrowserContext;
  let fronts: TlsFront[];
  let provider: OidcSite;
  let app: TestApp;
  let editor: Person;
  let service: string;
  let site: string;

  beforeAll(async () => {
    [database, host, browser, ...fronts] = await Promise.all([
      createTestDatabase(),
      HostSite.start(),
      launchBrowser(OUR_MACHINE),
      TlsFront.start(),
      TlsFront.start(),
    ]);
    service = `https://talk.example:${fronts[0].port}`;
    site = `https://reviews.example:${fronts[1].port}`;
    provider = await OidcSite.start(`${service}/api/v1/auth/oidc/club/callback`);
    provider.claims.set('alice', { name: 'Alise B.', preferred_username: 'alise' });
    app = await createTestApp(database, {
      PUBLIC_URL: service,
      SITE_ORIGINS: site,
      OIDC_PROVIDERS: provider.entry('club', 'Club'),
      SSO_ISSUER: HOST,
      SSO_KEYS: SSO_ENV.SSO_KEYS,
      ...ADMIN,
    });
    fronts[0].target = Number(new URL(app.url).port);
    fronts[1].target = Number(new URL(host.origin).port);
    editor = await admin(app);
  });
  beforeEach(async () => {
    const { id } = await createPost(app, editor);
    const script = `<script type="module" src="${service}/embed.js"></script>`;
    host.page('/review', `${script}<colloquy-thread post="${id}"></colloquy-thread>`);
    Object.assign(provider, { account: 'alice', gate: Promise.resolve() });
    provider.asked.splice(0);
    context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await app.close();
    provider.stop();
    fronts.forEach((front) => front.stop());
    host.stop();
    await database.drop();
  });

  it('signs in by a window of the service, and takes no word from another one', async () => {
    const page = await context.newPage();
    await page.goto(`${site}/review`);
    await page.getByRole('button', { name: 'Write a comment' }).click();
    const button = page.getByRole('button', { name: 'Club', exact: true });
    await button.waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    let openGate = () => undefined as void;
    provider.gate = new Promise((resolve) => (openGate = resolve));
    const opened = page.waitForEvent('popup');
    await button.click();
    await until('the provider', async () =>
      provider.asked.some((path) => /interaction/.test(path)),
    );
    // While the window is open, the page sends this to itself: wrong source and wrong origin.
    await page.evaluate(`new Promise((heard) => {
      addEventListener('message', heard, { once: true });
      postMessage({ type: 'colloquy:signed-in', refreshToken: 'forged' }, location.origin);
    })`);
    openGate();
    const popup = await opened;
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await page.getByText('Signed in as Alise B.').waitFor();
    expect(sent.some((body) => body.includes('refreshToken'))).toBe(true);
    expect(sent.filter((body) => body.includes('forged'))).toEqual([]);
    await page.getByLabel('Write a comment').fill('I came by the club');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('I came by the club').waitFor();
    expect(provider.asked).toEqual(expect.arrayContaining(['/auth', '/token', '/me']));
    await page.reload();
    await page.getByText('Signed in as Alise B.').waitFor();
  });

  it('is told that the provider refused, or that the browser opened no window', async () => {
    const page = await context.newPage();
    await page.goto(`${site}/review`);
    await page.getByRole('button', { name: 'Write a comment' }).click();
    const button = page.getByRole('button', { name: 'Club', exact: true });
    provider.account = null;
    await button.click();
    const fault = page.locator('.sign-in [role=alert]');
    await fault.getByText('Club did not sign you in.').waitFor();
    // A new attempt must not show the previous outcome.
    let openGate = () => undefined as void;
    provider.gate = new Promise((resolve) => (openGate = resolve));
    await button.click();
    await fault.waitFor({ state: 'detached' });
    openGate();
    await fault.getByText('Club did not sign you in.').waitFor();
    await page.evaluate('window.open = () => null');
    await button.click();
    await fault.getByText('The browser blocked a window: Club.').waitFor();
  });

  inFull(
    'signs in on the page of how one signs in, by the window and by a link of the host site',
    async () => {
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(`${service}/account/security`);
      expect(await page.getByRole('link', { name: 'www.example.org' }).getAttribute('href')).toBe(
        `${HOST}/`,
      );
      provider.account = 'carol';
      await page.getByRole('button', { name: 'Sign in with Club' }).click();
      await page.getByText('Signed in as @').waitFor();
      await page.getByRole('listitem').getByText('Club').waitFor();
      // The account was created through it, so it cannot be unlinked.
      expect(await page.getByRole('button', { name: 'Unlink' }).count()).toBe(0);
      await page.getByText('The account has no e-mail address.').waitFor();
      await page.getByText('Add or change the address').click();
      const address = page.locator('form[data-form=address]');
      expect(await address.getByLabel('Password').isVisible()).toBe(false);
      const status = page.getByRole('status');
      const asks = async (email: string, sentence: string) => {
        await address.getByLabel('New e-mail address').fill(email);
        await address.getByRole('button').click();
        await status.getByText(sentence).waitFor();
      };
      await asks('nobody', 'This is no e-mail address.');
      await asks('carol@example.org', 'A mail is on its way.');
      expect(await page.getByRole('link', { name: 'Choose a password' }).getAttribute('href')).toBe(
        '/account/forgot?lang=en',
      );
      const token = await hostToken({ sub: 'reader-9', aud: service, user: { username: 'niner' } });
      await page.goto(`${service}/account/security#sso=${token}`);
      const goOn = page.locator('[data-part=by-site]').getByRole('button', { name: 'Go on' });
      await goOn.waitFor();
      expect(page.url()).toBe(`${service}/account/security`);
      await goOn.click();
      await page.getByText('Signed in as @niner').waitFor();
      await page.getByText('niner, Member, by another site').waitFor();
      await page.getByRole('listitem').getByText('www.example.org').waitFor();
      await page.goto(`${service}/account/security#sso=${token}x`);
      await goOn.click();
      await page.getByRole('status').getByText('The link of the site is too old.').waitFor();
      await page.context().close();
    },
  );
});
