import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { launchBrowser, openTab, type Tab } from '../support/browser.js';
import { sampleOf } from '../support/full-form.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';

/** The command behind `npm run embed:dev`. */
const VITE = ['node_modules/vite/bin/vite.js', '-c', 'test/embed-dev/vite.config.ts'];

describe('the page of `npm run embed:dev`', () => {
  let server: ChildProcess;
  let address: string;
  let browser: Browser;
  let tab: Tab | undefined;

  beforeAll(async () => {
    const port = String(await freePort());
    address = `http://localhost:${port}/`;
    server = spawn(process.execPath, [...VITE, '--port', port, '--strictPort'], {
      stdio: 'ignore',
    });
    browser = await launchBrowser();
    const answers = () =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('the page', answers, undefined, 110_000);
  });
  afterEach(() => tab?.close());
  afterAll(async () => {
    await browser.close();
    server.kill();
  });

  const states = [
    ['state=thread', 'По какому списку?'],
    ['state=thread', 'Live'],
    ['state=thread&lang=lv&theme=dark', 'Rakstīt komentāru'],
    ['state=empty', 'Nobody has commented yet.'],
    ['state=loading', 'Loading the discussion'],
    ['state=long', '300 comments'],
    ['state=held&who=reader', 'Awaiting review'],
    ['state=held&who=moderator', 'Approve'],
    ['state=removed', 'Removed by moderation'],
    ['state=removed&who=reader', 'Mine'],
    ['state=error', 'Try again'],
    ['state=offline', 'You are offline.'],
  ];

  it.each(sampleOf(states, 6))('shows %s', async (query, text) => {
    tab = await openTab(browser);
    await tab.page.goto(`${address}?${query}`);
    await tab.page.locator('colloquy-thread').getByText(text).first().waitFor();
  });
});
