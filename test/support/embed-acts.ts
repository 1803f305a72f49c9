import type { Page } from 'playwright-core';
import { ADMIN } from './people.js';

/** Signs in with the form that a first act opens, and continues to the editor. */
export async function signIn(
  page: Page,
  username: string,
  password = 'correct horse battery',
): Promise<void> {
  await page.getByRole('button', { name: 'Write a comment' }).click();
  await page.getByLabel('E-mail or user name').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.locator('.sign-in .main').click();
  await page.getByLabel('Write a comment').waitFor();
}

export function signInAsStaff(page: Page): Promise<void> {
  return signIn(page, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
}

/** Hides the tab until the discussion pauses. The page's clock must be installed. */
export async function leave(page: Page): Promise<void> {
  await see(page, 'hidden');
  await page.clock.fastForward(31_000);
  await page.getByRole('status').getByText('Paused').waitFor();
}

export function comeBack(page: Page): Promise<void> {
  return see(page, 'visible');
}

function see(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate(`(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    document.dispatchEvent(new Event('visibilitychange'));
  })()`);
}
