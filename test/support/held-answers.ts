import type { Page } from 'playwright-core';

/** Delays the answer to the next such read: the service answers at once, the page gets it later. */
export async function holdAnswer(page: Page, url: string) {
  let made = (): void => undefined;
  let release = (): void => undefined;
  let readAgain = (): void => undefined;
  const isMade = new Promise<void>((resolve) => (made = resolve));
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const isReadAgain = new Promise<void>((resolve) => (readAgain = resolve));
  let readings = 0;
  await page.route(url, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const nth = ++readings;
    const response = await route.fetch();
    if (nth === 1) {
      made();
      await isReleased;
    }
    await route.fulfill({ response });
    if (nth === 2) readAgain();
  });
  return {
    isMade,
    /** Resolves after the page's follow-up request has been answered. */
    async release(): Promise<void> {
      release();
      await isReadAgain;
      await page.evaluate('new Promise((done) => setTimeout(done))');
    },
  };
}
