import chromium from '@sparticuz/chromium';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium as playwright, type Page } from 'playwright-core';
import { startService } from './service.js';

const COMMENTS = 10_000;
const LOADS = 5;
const REPLIES_A_SECOND = 50;
const SECONDS = 30;

/** What the page itself notes: when the first comment stood there, long tasks, shifts of the article. */
const OBSERVE = `
  window.noted = { first: null, longest: 0, shift: 0, most: 0, frames: 0 };
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries())
    noted.longest = Math.max(noted.longest, duration); }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries())
    if (entry.sources.some(({ node }) => node && node.closest && node.closest('#article')))
      noted.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    noted.frames++;
    const root = document.querySelector('colloquy-thread')?.shadowRoot;
    if (root) {
      if (noted.first === null && root.querySelector('article'))
        noted.first = performance.now() - performance.getEntriesByType('resource')
          .find(({ name }) => name.includes('/main-')).responseEnd;
      if (noted.frames % 10 === 0)
        noted.most = Math.max(noted.most, root.querySelectorAll('*').length);
    }
    requestAnimationFrame(look);
  };
  look();`;

interface Noted {
  first: number | null;
  longest: number;
  shift: number;
  most: number;
  frames: number;
}

const noted = (page: Page) => page.evaluate('noted') as Promise<Noted>;

/** The discussion in a page: how soon it is there, how large it gets, whether live replies are lost. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-embed-'));
  let html = '';
  const host = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(html),
  );
  await once(host.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const service = await startService(resolve('dist/main.js'), [], {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    SEED_DEMO: 'false',
    SITE_ORIGINS: origin,
  });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !/single-process|disable-web-security/.test(arg)),
  });
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist-bench/bench/seed/main.js', '--comments', String(COMMENTS)],
      { env: { PATH: process.env.PATH, DATA_DIR: dataDir } },
    );
    const { postId } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { postId: string };
    html = `<!doctype html><html lang="en"><title>Bench</title><div id="article"><h1>A review</h1>
      <p>${'Text. '.repeat(50)}</p></div><script type="module" src="${service.url}/embed.js"></script>
      <colloquy-thread post="${postId}" sort="oldest"></colloquy-thread>`;
    const open = async () => {
      const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
      await page.addInitScript(OBSERVE);
      await page.goto(origin);
      await page.waitForFunction('noted.first !== null');
      return page;
    };

    const firsts: number[] = [];
    let shift = 0;
    for (let load = 0; load < LOADS; load++) {
      const page = await open();
      const { first, shift: moved } = await noted(page);
      firsts.push(first!);
      shift = Math.max(shift, moved);
      await page.close();
    }
    const page = await open();
    const scrolled = performance.now();
    const isMore = `!!document.querySelector('colloquy-thread').shadowRoot.querySelector('.wide')`;
    while (performance.now() - scrolled < 120_000 && (await page.evaluate(isMore))) {
      await page.mouse.wheel(0, 4_000);
      await delay(60);
    }
    const reached = !(await page.evaluate(isMore));
    const scrolling = await noted(page);
    await page.close();

    const live = await replies(await open(), service.url, postId);
    console.table({
      'first comment after the script, median ms': firsts.sort((a, b) => a - b)[2],
      'shift of the article': shift,
      'scrolled to the end': reached,
      'elements at most, scrolling': scrolling.most,
      'longest task, scrolling, ms': scrolling.longest,
      ...live,
    });
  } finally {
    await browser.close();
    await service.stop();
    host.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Replies at a steady pace while a page looks on; what it counts must be what was acknowledged. */
async function replies(page: Page, url: string, postId: string): Promise<object> {
  const call = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { accessToken: string };
  };
  const account = { email: 'w@example.org', username: 'writer', password: 'correct horse battery' };
  const { accessToken } = await call('/auth/register', account);
  await page.waitForFunction(
    `document.querySelector('colloquy-thread').shadowRoot.querySelector('[data-status=live]')`,
  );
  const count = async () =>
    Number(
      String(
        await page.evaluate(
          `document.querySelector('colloquy-thread').shadowRoot.querySelector('#title').textContent`,
        ),
      ).replace(/\D/g, ''),
    );
  const before = await count();
  const begun = await noted(page);
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let nth = 0; nth < REPLIES_A_SECOND * SECONDS; nth++) {
    const wait = start + (nth * 1_000) / REPLIES_A_SECOND - performance.now();
    if (wait > 0) await delay(wait);
    sent.push(call(`/posts/${postId}/comments`, { body: `Live ${nth}` }, accessToken));
  }
  await Promise.all(sent);
  const seconds = (performance.now() - start) / 1_000;
  const { frames, longest } = await noted(page);
  const end = Date.now() + 10_000;
  while ((await count()) < before + sent.length && Date.now() < end) await delay(100);
  return {
    'live replies sent': sent.length,
    'live replies lost': before + sent.length - (await count()),
    'frames a second meanwhile': Math.round((frames - begun.frames) / seconds),
    'longest task meanwhile, ms': longest,
  };
}

await main();
process.exit(0);
