import { chromium as playwright } from 'playwright-core';
import globalSetup from './global-setup.js';

/** Starts one browser for all files: a start costs more than most tests. */
export default async function browserSetup() {
  globalSetup();
  // Jest loads this file without the hooks that read TypeScript, and what it loads then with them.
  const { launchOptions } = await import('./browser.js');
  const server = await playwright.launchServer(await launchOptions());
  process.env.TEST_BROWSER = server.wsEndpoint();
  globalThis.testBrowser = server;
}
