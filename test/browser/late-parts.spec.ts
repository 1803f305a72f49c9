import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull, oneOf } from '../support/full-form.js';
import { say } from '../support/threads.js';

const PASSAGE = 'A title card says that 1,140 households were moved.';
const BODY = `The film returns to a valley. ${PASSAGE} The source has no year.`;

describe('parts of a page that come late, or not at once', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** Matches the requests for a script by its source file, including retries. */
  function scriptOf(source: string): string {
    const manifest = JSON.parse(readFileSync('dist/web/manifest.json', 'utf8')) as Record<
      string,
      { file: string }
    >;
    return `**/${manifest[source].file}*`;
  }

  /** A tab without any request so far. */
  async function emptyTab(): Promise<Page> {
    const { page } = await site.open('about:blank');
    await page.clock.install();
    return page;
  }

  /** The first requests of a page for it fail. */
  async function fail(page: Page, url: string, times: number): Promise<void> {
    await page.route(url, (route) => route.abort(), { times });
  }

  /** Delays a script until it is released. */
  async function hold(page: Page, source: string) {
    const script = scriptOf(source);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(script, async (route) => {
      await released;
      await route.continue();
    });
    return { asked: page.waitForRequest(script), release };
  }

  async function select(page: Page): Promise<void> {
    await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(${JSON.stringify(PASSAGE)});
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + ${PASSAGE.length});
      }
    })()`);
  }

  const article = `<div id="text"><p>${BODY}</p></div>`;
  const pageOfHost = (path: string) => site.embed('article="#text" lang="en"', { path, article });

  async function pageWithPassage(): Promise<string> {
    const post = await site.post({ body: BODY });
    const { app, author } = site;
    await app.request
      .post(`/api/v1/posts/${post.id}/comments`)
      .set(author.auth)
      .send({
        body: 'About this.',
        anchor: { quote: { exact: PASSAGE }, position: { start: 0, end: 1 } },
      })
      .expect(201);
    const attributes = `post="${post.id}" article="#text" lang="en"`;
    return site.embed(attributes, { path: `/${post.id}`, article });
  }

  const offer = (page: Page, name = 'Comment on this passage') =>
    page.getByRole('button', { name, exact: true });
  const mark = (page: Page) => page.getByRole('button', { name: '1 comment on this passage' });

  inFull('offers what was selected before the part of the article had come', async () => {
    const page = await emptyTab();
    const { asked, release } = await hold(page, 'embed/article/article-of-thread.ts');
    await page.goto(pageOfHost('/late'));
    await asked;
    await select(page);
    release();
    await offer(page).waitFor();
  });

  inFull('asks again for the part of the article that could not be loaded', async () => {
    const page = await emptyTab();
    await fail(page, scriptOf('embed/article/article-of-thread.ts'), 2);
    await page.goto(await pageWithPassage());
    await page.getByText('About this.').waitFor();
    await page.clock.fastForward(5_000);
    await mark(page).waitFor();
  });

  inFull('reads the passages again when the service could not tell them', async () => {
    const page = await emptyTab();
    const answered = page.waitForResponse('**/anchors');
    await page.route('**/anchors', (route) => route.fulfill({ status: 500 }), { times: 1 });
    await page.goto(await pageWithPassage());
    expect((await answered).status()).toBe(500);
    await page.clock.fastForward(2_000);
    await mark(page).waitFor();
  });

  it('marks the words of a passage that has yet to be found in a new text', async () => {
    const page = await emptyTab();
    const address = await pageWithPassage();
    await page.route('**/anchors', async (route) => {
      const response = await route.fetch();
      const passages = (await response.json()) as { items: { place: object }[] };
      passages.items[0].place = { start: 4, end: 20 };
      await route.fulfill({ response, json: passages });
    });
    await page.goto(address);
    await mark(page).waitFor();
    const marked = await page.evaluate(`[...CSS.highlights.get('colloquy-passage')].map(String)`);
    expect(marked).toEqual([PASSAGE]);
  });

  inFull('goes on offering in the next language, once its words are there', async () => {
    const page = await emptyTab();
    await page.goto(pageOfHost('/languages'));
    await page.getByText('Nobody has commented yet.').waitFor();
    await select(page);
    await offer(page).waitFor();
    const { asked, release } = await hold(page, 'embed/words/article/ru.ts');
    await page.evaluate(`document.querySelector('colloquy-thread').lang = 'ru'`);
    await asked;
    await page.getByText('Комментариев пока нет.').waitFor();
    expect(await offer(page).count()).toBe(1);
    release();
    await offer(page, 'Комментировать этот фрагмент').waitFor();
  });

  it('speaks the language that is wanted last, whichever comes first', async () => {
    const page = await emptyTab();
    await page.goto(pageOfHost('/wanted'));
    await page.getByText('Nobody has commented yet.').waitFor();
    const { asked, release } = await hold(page, 'embed/words/ru.ts');
    const speak = (language: string) =>
      page.evaluate(`document.querySelector('colloquy-thread').lang = '${language}'`);
    await speak('ru');
    await asked;
    await speak('lv');
    await page.getByText('Vēl neviens nav komentējis.').waitFor();
    const came = page.waitForResponse(scriptOf('embed/words/ru.ts'));
    release();
    await (await came).finished();
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(await page.getByText('Vēl neviens nav komentējis.').count()).toBe(1);
  });

  it.each(
    oneOf([
      '../packages/client/dist/live.js',
      '../node_modules/socket.io-client/build/esm/index.js',
    ]),
  )('is live although %s could not be loaded at first', async (source) => {
    const page = await emptyTab();
    await fail(page, scriptOf(source), 1);
    await page.goto(await pageWithPassage());
    await page.getByText('Live').waitFor();
  });

  it('throws nothing where somebody signs in before it turns out that the socket cannot be had', async () => {
    const page = await emptyTab();
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    const script = scriptOf('../packages/client/dist/live.js');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const asked = page.waitForRequest(script);
    await page.route(script, (route) => released.then(() => route.abort()));
    await page.goto(await pageWithPassage());
    await asked;
    await signIn(page, site.author.username);
    const again = page.waitForEvent('requestfailed', (one) => one.url().includes('again='));
    release();
    await again;
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(thrown).toEqual([]);
  });

  it('says that a form could not be loaded, and opens it when it is asked again', async () => {
    const page = await emptyTab();
    await fail(page, scriptOf('embed/panels/panel-views.ts'), 2);
    await page.goto(pageOfHost('/forms'));
    const write = page.getByRole('button', { name: 'Write a comment' });
    await write.click();
    await page.getByText('The service does not answer.').waitFor();
    await write.click();
    await page.getByLabel('E-mail or user name').waitFor();
  });

  inFull('keeps the passage that was chosen while the form could not be loaded', async () => {
    const page = await emptyTab();
    await fail(page, scriptOf('embed/panels/panel-views.ts'), 2);
    await page.goto(pageOfHost('/chosen'));
    await page.getByText('Nobody has commented yet.').waitFor();
    await select(page);
    await offer(page).click();
    await page.getByText('The service does not answer.').waitFor();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill(site.author.username);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    await page.locator('.about').getByText(PASSAGE).waitFor();
  });

  it('moves no comment when the bar of a reader comes', async () => {
    const page = await emptyTab();
    const { asked, release } = await hold(page, 'embed/bell/bar-of-reader.ts');
    await page.goto(await pageWithPassage());
    await page.getByText('1 passage with comments').waitFor();
    await signIn(page, site.author.username);
    await asked;
    const top = () =>
      page.evaluate(
        `document.querySelector('colloquy-thread').shadowRoot.querySelector('.feed').offsetTop`,
      );
    const before = await top();
    expect(before).toBeGreaterThan(0);
    release();
    await page.getByText('Signed in as').waitFor();
    expect(await top()).toBe(before);
  });

  inFull('goes where a link led before the page was tied to it', async () => {
    const { app, author } = site;
    const post = await site.post();
    const { id } = await say(app, author, post.id, 'The one of the link');
    const page = await emptyTab();
    const { asked, release } = await hold(page, 'embed/element/page-ties.ts');
    const link = `<a href="#comment-${id}">that one</a>`;
    await page.goto(site.embed(`post="${post.id}"`, { path: '/ties', article: link }));
    await page.getByText('The one of the link').waitFor();
    await asked;
    await page.getByText('that one').click();
    release();
    await page.locator(`#c-${id}[data-focus]`).waitFor();
  });

  inFull('asks for the terms once the comment can be sent again', async () => {
    const terms = { termsVersion: '2026-11', termsUrl: 'https://reviews.example/terms' };
    const change = (settings: object) =>
      site.app.request
        .patch('/api/v1/moderation/settings')
        .set(site.staff.auth)
        .send(settings)
        .expect(200);
    await change(terms);
    const page = await emptyTab();
    const { asked, release } = await hold(page, 'embed/words/problems/en.ts');
    await page.goto(pageOfHost('/terms'));
    await signIn(page, site.author.username);
    await page.getByLabel('Write a comment').fill('By the terms');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await asked;
    const accept = page.getByRole('button', { name: 'I accept' });
    expect(await accept.count()).toBe(0);
    release();
    await accept.click();
    await page.getByRole('article').getByText('By the terms').waitFor();
    await change({ termsVersion: '', termsUrl: '' });
  });
});
