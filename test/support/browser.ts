import chromium from '@sparticuz/chromium';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  type Browser,
  type BrowserContextOptions,
  chromium as playwright,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { watchTab } from './tab-watch.js';

/**
 * Replaces the flags that the package supplies: those are for crawlers, and disable features that
 * readers have. No screen is needed, so no GPU is emulated.
 */
const ARGS = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
  '--font-render-hinting=none',
];

/** The address of the shared browser of a test run; see `browser-setup.js`. */
const SHARED = process.env.TEST_BROWSER;

/**
 * A Chromium from the packages, so nothing needs installing. A test run shares one browser, with a
 * context per test; with arguments a separate one starts.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  if (SHARED && args.length === 0) return playwright.connect(SHARED);
  return playwright.launch(await launchOptions(args));
}

export async function launchOptions(args: readonly string[] = []): Promise<LaunchOptions> {
  return { executablePath: await chromium.executablePath(), args: [...ARGS, ...args] };
}

/** A site on its own origin, whose pages embed the discussion. */
export class HostSite {
  private readonly pages = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<HostSite> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const site = new HostSite(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      const html = site.pages.get(new URL(request.url!, site.origin).pathname);
      response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html ?? '');
    });
    return site;
  }

  /**
   * @param title as HTML
   * @returns the address of a page with this body
   */
  page(path: string, body: string, head = '', title = 'A review'): string {
    this.pages.set(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    );
    return this.origin + path;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Timeout for a page: a shared machine may be ten times as slow. */
export const PATIENCE_MS = 40_000;

/** A tab whose test fails when the page reports an error. */
export interface Tab {
  page: Page;
  /** Exceptions and console errors of the page. */
  complaints: string[];
  close(): Promise<void>;
}

export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  watchTab(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return { page, complaints, close: () => context.close() };
}
