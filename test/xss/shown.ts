import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ADMIN } from '../chaos/site.js';
import { atLeast, exactly, type Figure } from '../harness/figures.js';
import { HostSite, launchBrowser } from '../support/browser.js';
import { signIn } from '../support/embed-acts.js';
import type { Cast } from './rounds.js';
import { PASSWORD } from './desk.js';
import type { Written } from './rounds.js';

/** Long enough that every comment of a round is on the screen at once. */
const SCREEN = { width: 1_000, height: 30_000 };

/** What a page did that it should not have done. */
interface Deeds {
  executions: number;
  requests: string[];
}

interface Place {
  name: string;
  /** Shows a round, and waits until all of it is there. */
  show(page: Page, written: Written): Promise<void>;
  /** What the control changes: an answer of the API, or the page itself. */
  changed: RegExp;
}

/** A text that does run: what would be seen were the service to let it through. */
const CONTROL = '<img src=xss-probe onerror=xss(0)><img src=https://evil.test/control>';

/** Shows what was written in a real browser, without a policy that would stop what gets through. */
export class Showing {
  private readonly shown = new Map<string, number>();
  private executions = 0;
  private readonly requests: string[] = [];
  private readonly silentControls: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly host: HostSite,
    private readonly service: string,
    private readonly cast: Cast,
    /** How many texts each place must have shown. */
    private readonly wanted: number,
  ) {}

  static async open(host: HostSite, service: string, cast: Cast, wanted: number): Promise<Showing> {
    return new Showing(await launchBrowser(), host, service, cast, wanted);
  }

  async look(rounds: readonly Written[]): Promise<void> {
    for (const place of this.places()) {
      const control = await this.visit(place, rounds[0], true);
      if (control.executions === 0 || control.requests.length === 0)
        this.silentControls.push(place.name);
      for (const written of rounds) {
        const { executions, requests } = await this.visit(place, written, false);
        this.executions += executions;
        this.requests.push(...requests.map((url) => `${place.name}: ${url}`));
        this.shown.set(place.name, (this.shown.get(place.name) ?? 0) + written.comments);
      }
    }
  }

  figures(): Figure[] {
    return [
      ...[...this.shown].map(([name, count]) =>
        atLeast(`texts shown in ${name}`, count, this.wanted),
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
    const { author } = this.cast;
    const api = /\/comments(\?.*)?$/;
    const open = async (page: Page, { postId, comments }: Written) => {
      const body = `<h1>A review</h1><script type="module" src="${this.service}/embed.js"></script>
        <colloquy-thread post="${postId}" lang="en" sort="oldest"></colloquy-thread>`;
      await page.goto(this.host.page(`/${postId}`, body));
      await page.getByRole('heading', { level: 2 }).waitFor();
      await page
        .getByRole('article')
        .nth(Math.min(comments, 10) - 1)
        .waitFor();
    };
    return [
      { name: 'the embed, as a guest', show: open, changed: api },
      {
        name: 'the embed, as the author',
        show: async (page, written) => {
          await open(page, written);
          await signIn(page, author.username, PASSWORD);
          await preview(page);
        },
        changed: api,
      },
      {
        name: 'the embed, as an administrator',
        show: async (page, written) => {
          await open(page, written);
          await signIn(page, ADMIN.email, ADMIN.password);
          await page.getByRole('button', { name: 'More…' }).first().click();
        },
        changed: api,
      },
      {
        name: 'thread.html',
        show: async (page, { postId }) => {
          await page.goto(`${this.service}/api/v1/posts/${postId}/thread.html?limit=100`);
        },
        changed: /thread\.html/,
      },
      {
        name: 'article pages',
        show: async (page, { slug }) => {
          await page.goto(`${this.service}/posts/${slug}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
        },
        changed: /:\d+\/posts\/[a-z0-9-]+$/,
      },
      {
        name: 'the front page',
        show: async (page) => {
          await page.goto(`${this.service}/`);
          await page.getByRole('heading', { level: 1 }).waitFor();
        },
        changed: /:\d+\/$/,
      },
    ];
  }

  private async visit(place: Place, written: Written, isControl: boolean): Promise<Deeds> {
    const context = await this.browser.newContext({ viewport: SCREEN });
    context.setDefaultTimeout(60_000);
    const deeds: Deeds = { executions: 0, requests: [] };
    try {
      await watch(context, [this.service, this.host.origin], deeds);
      await this.unguard(context, isControl ? place.changed : null);
      const page = await context.newPage();
      await place.show(page, written);
      await page.waitForLoadState('networkidle');
      deeds.executions += (await page.evaluate(LIVE_HANDLERS)) as number;
      return deeds;
    } finally {
      await context.close();
    }
  }

  /** Takes the policy away from every document, and for a control lets a text through that runs. */
  private async unguard(context: BrowserContext, changed: RegExp | null): Promise<void> {
    await context.route(
      (url) => url.origin === this.service,
      async (route) => {
        const request = route.request();
        const isChanged = request.method() === 'GET' && changed?.test(request.url());
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

/** The first comment of an answer, or the end of a page, becomes what no filter has seen. */
function letThrough(text: string): string {
  if (!text.startsWith('{')) return text + CONTROL;
  const answer = JSON.parse(text) as { items: { html: string | null }[] };
  for (const item of answer.items) item.html &&= CONTROL;
  return JSON.stringify(answer);
}

/** Counts what runs, and what is asked of anybody but those who serve the page. */
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

/** As a reader would: begins a comment, and looks at it and at one's own. */
async function preview(page: Page): Promise<void> {
  await page.getByLabel('Write a comment').fill(CONTROL);
  await page.getByRole('button', { name: 'Preview' }).click();
  const edit = page.getByRole('button', { name: 'Edit' });
  if ((await edit.count()) > 0) await edit.first().click();
}

/**
 * Does what a reader may do to any element, in every shadow tree, and counts what would run by itself: handlers
 * in attributes, and addresses that are scripts.
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
