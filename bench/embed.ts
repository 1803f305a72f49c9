import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { embeddedServerHome } from '../src/database/embedded-server-home.js';
import { launchBrowser } from '../test/support/browser.js';
import { say } from './say.js';
import { startService } from './service.js';
import { temporaryDir } from './site.js';
import { fails, type Line, told } from './embed/goals.js';
import { HostPage } from './embed/host-page.js';
import { liveReplies } from './embed/live-replies.js';
import { open, openOften } from './embed/opening.js';
import { profiled } from './embed/profile.js';
import { scroll } from './embed/scrolling.js';

const { values: options } = parseArgs({
  options: {
    comments: { type: 'string', default: '10000' },
    /** Ends with 1 when a goal is missed. */
    assert: { type: 'boolean', default: false },
    /** A folder for CPU profiles. */
    profile: { type: 'string' },
  },
});
const profiles = options.profile === undefined ? null : resolve(options.profile);
if (profiles) mkdirSync(profiles, { recursive: true });

/** Measures the embedded discussion: load time, size, and lost live replies. */
async function main(): Promise<boolean> {
  const dataDir = temporaryDir();
  const host = await HostPage.open();
  const service = await startService(resolve('dist/main.js'), [], {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    SEED_DEMO: 'false',
    SITE_ORIGINS: host.origin,
  });
  const browser = await launchBrowser();
  try {
    const postId = await seed(dataDir);
    host.show(service.url, postId);
    const lines = await measure(browser, host.origin, service.url, postId);
    console.table(told(lines));
    return !lines.some(fails);
  } finally {
    await browser.close();
    await service.stop();
    host.close();
    const { cluster, socketDir } = embeddedServerHome(dataDir);
    for (const place of [cluster, socketDir, dataDir])
      rmSync(place, { recursive: true, force: true });
  }
}

async function seed(dataDir: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist-bench/bench/seed/main.js', '--comments', options.comments],
    { env: { PATH: process.env.PATH, DATA_DIR: dataDir } },
  );
  return (JSON.parse(stdout.trim().split('\n').at(-1)!) as { postId: string }).postId;
}

async function measure(
  browser: Browser,
  address: string,
  service: string,
  postId: string,
): Promise<Line[]> {
  const opened = await openOften(browser, address);
  const { page: reader } = await open(browser, address);
  const scrolled = await profiled(reader, profiles, 'scrolling', () => scroll(reader));
  await reader.context().close();
  const { page: onlooker } = await open(browser, address);
  const live = await profiled(onlooker, profiles, 'live', () =>
    liveReplies(onlooker, service, postId),
  );
  say(`The longest frame of the scrolling, ${scrolled.busiest}`);
  say(`The longest frame with live replies, ${live.busiest}`);
  return [
    { what: 'scripts until the first comment, kB', reached: opened.kilobytes, atMost: 35 },
    { what: 'first comment after the script, median, ms', reached: opened.first, atMost: 100 },
    { what: 'shift of the article', reached: opened.shift, atMost: 0 },
    { what: 'opening: longest task, ms', reached: opened.longest, atMost: 100 },
    { what: 'scrolling: the end not reached', reached: Number(!scrolled.reachedTheEnd), atMost: 0 },
    { what: 'scrolling: seconds', reached: scrolled.seconds },
    { what: 'scrolling: elements at most', reached: scrolled.elements, atMost: 2_000 },
    { what: 'scrolling: longest task, ms', reached: scrolled.longest, atMost: 100 },
    { what: 'scrolling: frames a second', reached: scrolled.framesPerSecond },
    { what: 'scrolling: longest time without a frame, ms', reached: scrolled.gap },
    { what: 'live replies sent', reached: live.sent },
    { what: 'live replies lost', reached: live.lost, atMost: 0 },
    { what: 'live replies: longest task, ms', reached: live.longest, atMost: 100 },
    { what: 'live replies: frames a second', reached: live.framesPerSecond },
    { what: 'live replies: longest time without a frame, ms', reached: live.gap },
  ];
}

const reached = await main();
process.exit(options.assert && !reached ? 1 : 0);
