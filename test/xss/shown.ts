import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ADMIN } from '../chaos/site.js';
import { atLeast, exactly, type Figure } from '../harness/figures.js';
import { launchBrowser } from '../support/browser.js';
import { signIn } from '../support/embed-acts.js';
import type { Cast } from './rounds.js';
import { PASSWORD } from './desk.js';
import type { Written } from './rounds.js';

/** Texts of a round that are previewed before they are sent. */
const PREVIEWS = 4;

/** Large enough that every comment of a round is on the screen at once. */
const SCREEN = { width: 1_000, height: 30_000 };

/** Forbidden actions of a page. */
interface Deeds {
  executions: number;
  requests: string[];
}

interface Visit extends Deeds {
  /** The number of visible texts. */
  shown: number;
}

interface Place {
  name: string;
  /** The kind of texts whose minimum applies. */
  what: 'texts' | 'previews' | 'titles';
  /**
   * Shows a round, and waits until all of it is visible.
   * @param look checks things that are on the page only for a moment
   * @returns the number of its visible texts
   */
  show(page: Page, written: Written, look: () => Promise<void>): Promise<number>;
  /** What the control changes: an answer of the API, or the page itself. */
  changed: RegExp;
}

/** A text that does run, to prove that the check would notice it. */
const CONTROL = '<img src=xss-probe onerror=xss(0)><img src=https://evil.test/control>';

/** Shows written texts in a real browser, without the CSP that would stop a breach. */
export class Showing {
  private readonly shown = new Map<Place, number>();
  private rounds = 0;
  private executions = 0;
  private readonly requests: string[] = [];
  private readonly silentControls: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly service: string,
    private readonly cast: Cast,
    /** The minimum number of texts that each place must show. */
    private readonly wanted: number,
  ) {}

  static async open(service: string, cast: Cast, wanted: number): Promise<Showing> {
    return new Showing(await launchBrowser(), service, cast, wanted);
  }

  async look(rounds: readonly Written[]): Promise<void> {
    this.rounds = rounds.length;
    for (const place of this.places()) {
      const control = await this.visit(place, rounds[0], true);
      if (control.executions === 0 || control.requests.length === 0)
        this.silentControls.push(place.name);
      for (const written of rounds) {
        const { executions, requests, shown } = await this.visit(place, written, false);
        this.executions += executions;
        this.requests.push(...requests.map((url) => `${place.name}: ${url}`));
        this.shown.set(place, (this.shown.get(place) ?? 0) + shown);
      }
    }
  }

  figures(): Figure[] {
    return [
      ...[...this.shown].map(([{ name, what }, count]) =>
        atLeast(`${what} shown in ${name}`, count, what === 'texts' ? this.wanted : this.rounds),
      ),
      exactly('executions', this.executions, 0),
      exactly('foreign requests', this.requests.length, 0),
      exactly('controls that did not fire', this.silentControls.length, 0),
    ];
  }

  get told(): string[] {
    return [...this.requests, ...this.silentControls.map((name) => `no control in ${name}`)].slice(
      0,
      10,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private places(): Place[] {
    const { author, host } = this.cast;
    const api = /\/comments(\?.*)?$/;
    const open = async (page: Page, { postId, comments }: Written) => {
      const body = `<h1>A review</h1><script type="module" src="${this.service}/embed.js"></script>
        <colloquy-thread post="${postId}" lang="en" sort="oldest"></colloquy-thread>`;
      await page.goto(host.page(`/${postId}`, body));
      return countBodies(page, comments);
    };
    const openAs = async (page: Page, written: Written, login: string, password: string) => {
      await open(page, written);
      await signIn(page, login, password);
    };
    return [
      { name: 'the embed, as a guest', what: 'texts', show: open, changed: api },
      {
        name: 'the embed, as the author',
        what: 'texts',
        show: async (page, written) => {
          await openAs(page, written, author.username, PASSWORD);
          const shown = await countBodies(page, written.comments);
          await page.getByRole('button', { name: 'More…' }).first().click();
          await page.getByRole('button', { name: 'Edit' }).click();
          await page.getByLabel('Edit your comment').waitFor();
          return shown;
        },
        changed: api,
      },
      {
        name: 'the embed, as an administrator',
        what: 'texts',
        show: async (page, written) => {
          await openAs(page, written, ADMIN.email, ADMIN.password);
          await page.getByRole('button', { name: 'More…' }).first().click();
          return countBodies(page, written.comments);
        },
        changed: api,
      },
      {
        name: 'the form of a comment',
        what: 'previews',
        show: async (page, written, look) => {
          await openAs(page, written, author.username, PASSWORD);
          for (const text of written.texts.slice(0, PREVIEWS)) await preview(page, text, look);
          return Math.min(written.texts.length, PREVIEWS);
        },
        changed: /\/previews$/,
      },
      {
        name: 'thread.html',
        what: 'texts',
        show: async (page, { postId }) => {
          await page.goto(`${this.service}/api/v1/posts/${postId}/thread.html?limit=100`);
          return page.locator('article .colloquy-text').count();
        },
        changed: /thread\.html/,
      },
      {
        name: 'article pages',
        what: 'texts',
        show: async (page, { slug, comments }) => {
          await page.goto(`${this.service}/posts/${slug}`);
          return countBodies(page, comments);
        },
        changed: /:\d+\/posts\/[a-z0-9-]+$/,
      },
      {
        name: 'the front page',
        what: 'titles',
        show: async (page) => {
          await page.goto(`${this.service}/`);
          return page.locator('h1, nav.others a').filter({ hasText: /[<>]/ }).count();
        },
        changed: /:\d+\/$/,
      },
    ];
  }

  private async visit(place: Place, written: Written, isControl: boolean): Promise<Visit> {
    const context = await this.browser.newContext({ viewport: SCREEN });
    context.setDefaultTimeout(60_000);
    const deeds: Deeds = { executions: 0, requests: [] };
    try {
      await watch(context, [this.service, this.cast.host.origin], deeds);
      await this.unguard(context, isControl ? place.changed : null);
      const page = await context.newPage();
      const look = async () => {
        deeds.executions += (await page.evaluate(LIVE_HANDLERS)) as number;
      };
      const shown = await place.show(page, written, look);
      await page.waitForLoadState('networkidle');
      await look();
      return { ...deeds, shown };
    } finally {
      await context.close();
    }
  }

  /** Removes the CSP from every document; for a control it also lets a harmful text through. */
  private async unguard(context: BrowserContext, changed: RegExp | null): Promise<void> {
    await context.route(
      (url) => url.origin === this.service,
      async (route) => {
        const request = route.request();
        const isChanged = request.method() !== 'OPTIONS' && changed?.test(request.url());
        if (request.resourceType() !== 'document' && !isChanged) return route.fallback();
        const response = await route.fetch();
        const headers = response.headers();
        delete headers['content-security-policy'];
        delete headers['content-length'];
        const body = isChanged ? letThrough(await response.text()) : await response.body();
        await route.fulfill({ response, headers, body });
      },
    );
  }
}

/** Replaces each text of an answer, or the end of a page, by unfiltered markup. */
function letThrough(text: string): string {
  if (!text.startsWith('{')) return text + CONTROL;
  const unfiltered = (name: string, held: unknown) => (name === 'html' && held ? CONTROL : held);
  return JSON.stringify(JSON.parse(text, unfiltered));
}

/** Counts scripts that run, and requests to other hosts than those that serve the page. */
async function watch(context: BrowserContext, own: readonly string[], deeds: Deeds): Promise<void> {
  await context.exposeBinding('xss', () => {
    deeds.executions += 1;
  });
  context.on('dialog', (dialog) => {
    deeds.executions += 1;
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    const isOwn = own.some(
      (origin) =>
        url.startsWith(`${origin}/`) || url.startsWith(`${origin.replace('http', 'ws')}/`),
    );
    const isData = url.startsWith('data:image/') || url === 'data:,' || url.startsWith('blob:');
    if ((!isOwn && !isData) || url.includes('xss-probe')) deeds.requests.push(url.slice(0, 200));
  });
  await context.route(
    (url) => !own.includes(url.origin) && url.protocol.startsWith('http'),
    (route) => route.abort(),
  );
}

/** Counts comment texts, once `least` are there: the embed loads what would be on the screen. */
async function countBodies(page: Page, least: number): Promise<number> {
  const bodies = page.locator('article > .body');
  await bodies.nth(least - 1).waitFor({ state: 'attached' });
  return bodies.count();
}

/** Previews a text as a writer would, and returns to it. */
async function preview(page: Page, text: string, look: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name: 'Preview' });
  await page.getByLabel('Write a comment').fill(text);
  await button.click();
  await page.locator('.preview').waitFor({ state: 'attached' });
  await look();
  await button.click();
  await page.locator('.preview').waitFor({ state: 'detached' });
}

/**
 * Performs a reader's actions on each element, in every shadow tree. Counts what would run without
 * any: handlers in attributes, and script addresses.
 */
const LIVE_HANDLERS = `(() => {
  let found = 0;
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const type of ['mouseover', 'focus', 'pointerenter', 'toggle', 'animationend', 'error', 'load'])
        element.dispatchEvent(new Event(type));
      for (const { name } of element.attributes) if (/^on/i.test(name)) found += 1;
      if (/^(javascript|vbscript|data|blob):/i.test(element.protocol ?? '')) found += 1;
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return found;
})()`;
