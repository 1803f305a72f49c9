import type { Browser } from 'playwright-core';
import supertest from 'supertest';
import { launchBrowser, openTab, type Tab } from '../support/browser.js';
import { newName, register } from '../support/people.js';
import { type Service, startService } from '../support/service.js';
import type { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { say } from '../support/threads.js';

describe('the demo page', () => {
  let database: TestDatabase;
  let service: Service;
  let browser: Browser;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const env = { DATABASE_URL: database.url, LOG_LEVEL: 'error', AUTH_SECRET: 'x'.repeat(40) };
    [service, browser] = await Promise.all([startService(env), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(tabs.splice(0).map((tab) => tab.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop('SIGTERM');
    await database?.drop();
  });

  const open = async (options: Parameters<typeof openTab>[1] = {}) => {
    const tab = await openTab(browser, options);
    tabs.push(tab);
    await tab.page.goto(service.url);
    return tab;
  };

  it('is complete without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('The Other Bank');
    expect(await page.getByText('The producers have written').isVisible()).toBe(true);
    expect(await page.getByText('My grandmother was on that list').isVisible()).toBe(true);
  });

  it('comes to life within its own strict policy, and fits a small screen', async () => {
    const viewport = { width: 360, height: 700 };
    const { page, complaints } = await open({ viewport });
    await page.getByText('Live').waitFor();
    expect(await page.getByRole('heading', { name: '9 comments' }).count()).toBe(1);
    const reply = page.getByText('I had the same wish').last();
    const above = page.getByText('Мой отец').last();
    expect((await reply.boundingBox())!.x).toBeGreaterThan((await above.boundingBox())!.x);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
  });

  it('lets nothing turn text into HTML but what its policy names', async () => {
    const { page } = await open();
    await page.getByText('Live').waitFor();
    for (const act of [
      "document.body.innerHTML = '<b>bold</b>'",
      "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
    ])
      await expect(page.evaluate(act)).rejects.toThrow(/TypeError/);
  });

  it('shows at once which passages have comments, and what was added when', async () => {
    const { page, complaints } = await open();
    const marks = page.getByRole('button', { name: '1 comment on this passage' });
    await marks.first().waitFor();
    expect(await marks.count()).toBe(2);
    expect(await page.evaluate(`[...CSS.highlights.get('colloquy-passage')].map(String)`)).toEqual([
      'The two drawings do not agree, and the film lets them stand next to each other.',
      '1,140 households',
    ]);
    await page.getByText('1 update of this review').click();
    await page.getByRole('link', { name: 'Marta Liepiņa' }).waitFor();
    await page.getByText('led to the update of').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows the thread that was served with it until its own is there, and if it never is', async () => {
    const tab = await openTab(browser);
    tabs.push(tab);
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await tab.page.route('**/api/v1/posts/**', async (route) => {
      await held;
      await route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/forbidden', title: 'Away', status: 403 }),
      });
    });
    const asked = tab.page.waitForRequest('**/api/v1/posts/**');
    await tab.page.goto(service.url);
    await asked;
    const served = tab.page.locator('#discussion .colloquy').getByText('My grandmother was');
    expect(await served.isVisible()).toBe(true);
    answer();
    await tab.page.getByRole('alert').waitFor();
    expect(await served.isVisible()).toBe(true);
    await tab.page.unroute('**/api/v1/posts/**');
    await tab.page.getByRole('alert').getByRole('button').click();
    await served.waitFor({ state: 'hidden' });
    expect(await tab.page.getByText('My grandmother was').filter({ visible: true }).count()).toBe(
      1,
    );
  });

  it('is live in two windows', async () => {
    const [one, two] = [await open(), await open()];
    for (const { page } of [one, two]) await page.getByText('2 readers now').waitFor();
    const app = { request: supertest(service.url) } as TestApp;
    const text = `Seen in both windows, ${newName()}`;
    await say(app, await register(app), 'the-other-bank', text);
    for (const { page } of [one, two]) {
      await page.getByRole('button', { name: /1 new/ }).click();
      await page.getByText(text).waitFor();
    }
  });
});
