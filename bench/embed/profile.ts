import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Profiles the page's CPU during some work, as `.cpuprofile` for browser tools. Profiling slows the
 * page down, so its other figures do not count.
 */
export async function profiled<T>(
  page: Page,
  directory: string | null,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (directory === null) return work();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Profiler.enable');
  await tools.send('Profiler.setSamplingInterval', { interval: 500 });
  await tools.send('Profiler.start');
  const outcome = await work();
  const { profile } = await tools.send('Profiler.stop');
  await tools.detach();
  writeFileSync(join(directory, `${name}.cpuprofile`), JSON.stringify(profile));
  return outcome;
}
