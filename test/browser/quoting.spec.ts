import type { Page, Request } from 'playwright-core';
import { made } from '../support/decisions.js';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { type Comment, readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

const TEXT =
  'The *figure* of 15,424 people\nis **disputed** ([source](https://example.org/a)). Why?';

describe('somebody who quotes a comment', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  async function open(): Promise<{ page: Page; post: string }> {
    const post = await site.post();
    await say(site.app, site.staff, post.id, TEXT);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    await page.getByRole('button', { name: 'Cancel' }).click();
    return { page, post: post.id };
  }

  const quoteOf = async (post: string, { id, version }: Comment): Promise<Comment> => {
    const quotes = [{ commentId: id, version, start: 0, end: 10 }];
    const sent = site.app.request.post(`/api/v1/posts/${post}/comments`).set(site.author.auth);
    return (await sent.send({ body: 'Is it?', quotes }).expect(201)).body;
  };

  const decideOn = ({ id, version }: Comment, decision: object) =>
    made(site.app, site.staff, `comments/${id}`, { version, ...decision });

  const line = (page: Page) => page.getByRole('article').filter({ hasText: 'The figure of' });
  const card = (page: Page) => page.getByRole('list', { name: 'Quotes of your comment' });

  /** Selects text as a mouse or the keyboard would. */
  const select = (page: Page, from: string, to: string) =>
    page.evaluate(`(() => {
      const body = document.querySelector('colloquy-thread').shadowRoot.querySelector('.comment > .body');
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const find = (text) => { walker.currentNode = body;
        while (walker.nextNode()) { const at = walker.currentNode.data.indexOf(text);
          if (at >= 0) return [walker.currentNode, at]; } };
      const [start, at] = find(${JSON.stringify(from)});
      const [end, until] = find(${JSON.stringify(to)});
      getSelection().setBaseAndExtent(start, at, end, until + ${to.length});
    })()`);

  it('takes what is selected, over its marks, as a card; and sends it as a reference', async () => {
    const { page, post } = await open();
    expect(await line(page).getByRole('button', { name: 'Quote' }).count()).toBe(0);
    await select(page, 'figure', 'disputed');
    await line(page).getByRole('button', { name: 'Quote' }).click();
    await card(page).getByText('figure* of 15,424 people is **disputed').waitFor();
    await page.getByLabel('Reply to').fill('By whom?');
    await page.reload();
    await line(page).getByRole('button', { name: 'Draft saved' }).click();
    await card(page).getByText('figure* of').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article').getByText('By whom?').waitFor();
    // The quoted text keeps its line breaks. The template's own line breaks are not shown.
    const lines = await page.evaluate(`(() => {
      const box = document.querySelector('colloquy-thread').shadowRoot.querySelector('.quote');
      return [box, box.querySelector('p')].map((one) => getComputedStyle(one).whiteSpace);
    })()`);
    expect(lines).toEqual(['normal', 'pre-line']);
    const { items } = await readPage(site.app, post);
    const [quote] = (items[1] as unknown as { quotes: { start: number; end: number }[] }).quotes;
    expect(TEXT.slice(quote.start, quote.end)).toBe('figure* of 15,424 people\nis **disputed');
  });

  inFull('quotes all of a comment by the keyboard alone, and takes it out again', async () => {
    const { page, post } = await open();
    await line(page).getByRole('button', { name: 'More…' }).focus();
    await page.keyboard.press('Enter');
    await line(page).getByRole('button', { name: 'Quote' }).focus();
    await page.keyboard.press('Enter');
    await card(page).getByText('Why?').waitFor();
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.localName`;
    await until('one can write at once', async () => (await page.evaluate(focused)) === 'textarea');
    await page.getByRole('button', { name: /^Take out the quote of/ }).focus();
    await page.keyboard.press('Enter');
    await until('it is out', async () => (await card(page).count()) === 0);
    await page.keyboard.type('Without it');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText('Without it').waitFor();
    const { items } = await readPage(site.app, post);
    expect(items[1]).toMatchObject({ body: 'Without it', quotes: [] });
  });

  it('takes a link without its target, and the end of a sentence', async () => {
    const { page } = await open();
    await select(page, 'source', 'Why?');
    await line(page).getByRole('button', { name: 'Quote' }).click();
    await card(page).getByText('source](https://example.org/a)). Why?').waitFor();
  });

  it('leads from a quote to its comment in the page, and by a key to another tab', async () => {
    const post = await site.post();
    const source = await say(site.app, site.author, post.id, 'The figure is disputed');
    await quoteOf(post.id, source);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const link = page.getByRole('blockquote').getByRole('link', { name: 'Quoted from' });
    await link.waitFor();
    const before = page.url();
    const opened = page.context().waitForEvent('page');
    await link.click({ modifiers: ['ControlOrMeta'] });
    await opened;
    const focused = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.id`;
    expect(await page.evaluate(focused)).not.toBe(`c-${source.id}`);
    await link.click();
    await until(
      'the reader is there',
      async () => (await page.evaluate(focused)) === `c-${source.id}`,
    );
    expect(page.url()).toBe(before);
  });

  inFull('shows nothing of a removed comment because an answer of before comes late', async () => {
    const post = await site.post();
    const source = await say(site.app, site.author, post.id, 'The figure is disputed');
    const { id: quoting } = await quoteOf(post.id, source);
    await decideOn(source, { action: 'remove', reason: 'spam' });
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByRole('status').getByText('Live').waitFor();
    const quoted = page.getByRole('article').getByRole('blockquote');
    await quoted.getByText('Quoted comment removed').waitFor();

    let release = (): void => undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    const answers: (string | null)[] = [];
    let open = 0;
    const isAsked = (request: Request) => request.url().endsWith(quoting);
    page.on('request', (request) => (open += Number(isAsked(request))));
    page.on('requestfinished', (request) => (open -= Number(isAsked(request))));
    await page.route(`**/comments/${quoting}`, async (route) => {
      const response = await route.fetch();
      const { quotes } = (await response.json()) as { quotes: { text: string | null }[] };
      answers.push(quotes[0].text);
      if (answers.length === 1) await late;
      await route.fulfill({ response });
    });
    await decideOn({ ...source, version: 2 }, { action: 'restore' });
    await until('it is read again', async () => answers.length === 1);
    await decideOn({ ...source, version: 3 }, { action: 'remove', reason: 'spam' });
    await say(site.app, site.author, post.id, 'What comes after it');
    await page.getByRole('button', { name: '1 new comment' }).waitFor();
    await until('only the first answer is on its way', async () => open === 1);
    release();
    await until('it is read once more', async () => answers.length > 1);
    await say(site.app, site.author, post.id, 'What comes after that');
    await page.getByRole('button', { name: '2 new comments' }).waitFor();
    expect(answers[0]).toBe('The figure');
    expect((await quoted.innerText()).trim()).toBe('Quoted comment removed');
  });
});
