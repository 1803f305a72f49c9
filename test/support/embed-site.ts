import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Environment } from '../../src/config/app-config.js';
import { HostSite, launchBrowser, openTab, type Tab } from './browser.js';
import { ADMIN, admin, type Person, register } from './people.js';
import { createTestApp, type Prepare, type TestApp } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createPost } from './threads.js';

/** The service, a site that embeds it, and a browser. */
export class EmbedSite {
  author: Person;
  staff: Person;
  private readonly tabs: Tab[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly app: TestApp,
    readonly host: HostSite,
    readonly browser: Browser,
  ) {}

  /** @param prepare is called with the application before it starts */
  static async start(env: Environment = {}, prepare?: Prepare): Promise<EmbedSite> {
    const [database, host, browser] = await Promise.all([
      createTestDatabase(),
      HostSite.start(),
      launchBrowser(),
    ]);
    const whole = { SITE_ORIGINS: host.origin, ...ADMIN, ...env };
    const app = await createTestApp(database, whole, prepare);
    const site = new EmbedSite(database, app, host, browser);
    site.author = await register(app);
    site.staff = await admin(app);
    return site;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.app.close();
    this.host.stop();
    await this.database.drop();
  }

  post(fields: object = {}): Promise<{ id: string; slug: string }> {
    return createPost(this.app, this.staff, fields);
  }

  /** @returns the address of a page that embeds a discussion, as site owners do */
  embed(
    attributes: string,
    { path = '/review', article = '<h1>A review</h1>', head = '' } = {},
  ): string {
    const body = `${article}
      <script type="module" src="${this.app.url}/embed.js"></script>
      <colloquy-thread ${attributes}></colloquy-thread>`;
    return this.host.page(path, body, head);
  }

  async open(address: string, options?: BrowserContextOptions): Promise<Tab> {
    const tab = await openTab(this.browser, options);
    this.tabs.push(tab);
    await tab.page.goto(address);
    return tab;
  }

  async closeTabs(): Promise<void> {
    await Promise.all(this.tabs.splice(0).map((tab) => tab.close()));
  }
}
