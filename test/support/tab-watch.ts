import type { Page, Request } from 'playwright-core';

const MOST = 15;
const MOST_OF_BODY = 200;
const LOOKS_FOR_MS = 5_000;

/** The activity of open tabs, for the log of a failed test. */
const open = new Map<Page, TabWatch>();

/** Tracks the requests of a tab, to report what it waits for. */
class TabWatch {
  private readonly pending = new Map<Request, number>();
  private readonly done: string[] = [];

  constructor(private readonly page: Page) {
    page.on('request', (request) => this.pending.set(request, Date.now()));
    page.on('requestfinished', (request) => void this.finished(request));
    page.on('requestfailed', (request) =>
      this.end(request, request.failure()?.errorText ?? 'failed'),
    );
  }

  async describe(): Promise<string> {
    const now = Date.now();
    const lines = [...this.pending].map(
      ([request, at]) => `asked for ${now - at} ms ago: ${nameOf(request)}`,
    );
    const seen = await Promise.race([
      this.page.evaluate(LOOK).catch(String),
      new Promise<string>((resolve) => setTimeout(resolve, LOOKS_FOR_MS, 'it does not answer')),
    ]);
    return [this.page.url(), ...lines, ...this.done.slice(-MOST), String(seen)].join('\n  ');
  }

  private async finished(request: Request): Promise<void> {
    const status = (await request.response().catch(() => null))?.status() ?? 0;
    const tells = status >= 400 || request.method() !== 'GET';
    this.end(request, tells ? String(status) : null);
  }

  /** @param outcome how it ended; null where that is irrelevant */
  private end(request: Request, outcome: string | null): void {
    this.pending.delete(request);
    if (outcome) this.done.push(`${outcome}: ${nameOf(request)}`);
  }
}

export function watchTab(page: Page): void {
  open.set(page, new TabWatch(page));
  page.on('close', () => open.delete(page));
}

/** Whether frames are rendered, and the current text and last announcement. */
const LOOK = `new Promise((resolve) => {
  const began = performance.now();
  const tell = (frame) => resolve([
    frame, document.visibilityState, ...[...document.querySelectorAll('colloquy-thread, colloquy-margin')]
      .map((one) => one.localName + ': ' +
        [one.shadowRoot, ...one.shadowRoot?.querySelectorAll('[role=alert], .toast') ?? []]
          .map((part) => part?.textContent.replace(/\\s+/g, ' ').slice(0, 1500)).join('\\n    ')),
  ].join('\\n  '));
  setTimeout(tell, 3000, 'no frame in 3 s');
  requestAnimationFrame(() => tell('a frame after ' + Math.round(performance.now() - began) + ' ms'));
})`;

function nameOf(request: Request): string {
  const body = request.postData()?.slice(0, MOST_OF_BODY) ?? '';
  return `${request.method()} ${request.url()} ${body}`;
}

/** The environment of the browser tests calls it after a failed test. */
Object.assign(globalThis, {
  describeTabs: async () =>
    (await Promise.all([...open.values()].map((tab) => tab.describe()))).join('\n'),
});
