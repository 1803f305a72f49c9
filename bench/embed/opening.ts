import type { Browser, Page, Request } from 'playwright-core';
import { OBSERVE, noted } from './noted.js';

const LOADS = 7;

export interface Opened {
  /** Medians over several loads, each in a browser context without a cache. */
  first: number;
  longest: number;
  shift: number;
  /** Transfer size of the scripts that were loaded before the first comment was shown. */
  kilobytes: number;
}

/** Opens a page and waits for its first comment. @returns the page with the bytes of its scripts */
export async function open(browser: Browser, url: string): Promise<{ page: Page; bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 } });
  const page = await context.newPage();
  const scripts: Request[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request);
  });
  await page.addInitScript(OBSERVE);
  await page.goto(url);
  await page.waitForFunction('noted.first !== null');
  // Counts only scripts that were loaded by then; the socket comes later.
  const shownAt = (await page.evaluate('performance.timeOrigin + noted.shownAt')) as number;
  const before = scripts.filter((request) => {
    const { startTime, responseEnd } = request.timing();
    return startTime + responseEnd <= shownAt;
  });
  const sizes = await Promise.all(before.map((request) => request.sizes()));
  return { page, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) };
}

export async function openOften(browser: Browser, url: string): Promise<Opened> {
  const firsts: number[] = [];
  let [longest, shift, most] = [0, 0, 0];
  for (let load = 0; load < LOADS; load++) {
    const { page, bytes } = await open(browser, url);
    const seen = await noted(page);
    firsts.push(seen.first!);
    longest = Math.max(longest, seen.longest);
    shift = Math.max(shift, seen.shift);
    most = Math.max(most, bytes);
    await page.context().close();
  }
  const first = firsts.sort((a, b) => a - b)[LOADS >> 1]!;
  return { first, longest, shift, kilobytes: most / 1_000 };
}
