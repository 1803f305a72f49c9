import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { HostSite, launchBrowser, PATIENCE_MS } from './browser.js';
import { ADMIN, admin, type Person } from './people.js';
import { createTestApp, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createPost } from './threads.js';
import { TlsFront } from './tls-front.js';

/** Host names that count as separate sites, all of them on this machine. */
const OUR_MACHINE = ['--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'];
export const PASSWORD = 'correct horse battery';
/** The folder for screenshots; none without it. */
const PICTURES = process.env.SECURITY_PICTURES;

/** An authenticator that verifies its user, who always agrees. */
const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** The service and a site that embeds it, each behind TLS on its own name; a narrow window. */
interface Served {
  database: TestDatabase;
  host: HostSite;
  app: TestApp;
  /** The origin of the service. */
  service: string;
  /** The origin of the site. */
  site: string;
  post: string;
  /** The browser context of the current test. */
  context: BrowserContext;
}

/** Starts it before the tests of a `describe`, and closes it after them. */
export function useSecurityStage() {
  const served = {} as Served;
  let stop: () => Promise<void>;
  let newContext: () => Promise<BrowserContext>;

  beforeAll(async () => {
    const [database, host, browser, ...fronts] = await Promise.all([
      createTestDatabase(),
      HostSite.start(),
      launchBrowser(OUR_MACHINE),
      TlsFront.start(),
      TlsFront.start(),
    ]);
    const service = `https://talk.example:${fronts[0].port}`;
    const site = `https://reviews.example:${fronts[1].port}`;
    const app = await createTestApp(database, {
      PUBLIC_URL: service,
      SITE_ORIGINS: site,
      ...ADMIN,
    });
    fronts[0].target = Number(new URL(app.url).port);
    fronts[1].target = Number(new URL(host.origin).port);
    const { id: post } = await createPost(app, await admin(app));
    Object.assign(served, { database, host, app, service, site, post });
    newContext = () =>
      browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
    stop = async () => {
      await browser.close();
      await app.close();
      fronts.forEach((front) => front.stop());
      host.stop();
      await database.drop();
    };
  });
  beforeEach(async () => {
    served.context = await newContext();
    served.context.setDefaultTimeout(PATIENCE_MS);
  });
  afterEach(() => served.context.close());
  afterAll(() => stop());

  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  return Object.assign(served, {
    press,
    open: async (path: string): Promise<{ page: Page; complaints: string[] }> => {
      const page = await served.context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(served.service + path);
      return { page, complaints };
    },
    said: (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor(),
    signIn: async (page: Page, { username }: Person): Promise<void> => {
      await page.getByLabel('User name or e-mail').fill(username);
      await page.getByLabel('Password').first().fill(PASSWORD);
      await press(page, 'Sign in');
    },
    fits: (page: Page) =>
      page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'),
    show: (page: Page, name: string) =>
      PICTURES && page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true }),
    authenticator: async (page: Page): Promise<[CDPSession, string]> => {
      const session = await served.context.newCDPSession(page);
      await session.send('WebAuthn.enable');
      const added = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: AUTHENTICATOR,
      });
      return [session, added.authenticatorId];
    },
  });
}
