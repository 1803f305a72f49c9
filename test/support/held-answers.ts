import type { Page } from 'playwright-core';

/** Holds the answer to the next such reading: it is made at once, and reaches the page when it is released. */
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
    /** Ends when the page has asked once more because of it, and has had that answer. */
    async release(): Promise<void> {
      release();
      await isReadAgain;
      await page.evaluate('new Promise((done) => setTimeout(done))');
    },
  };
}
