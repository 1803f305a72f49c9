import type { Page } from 'playwright-core';
import type { EmbedSite } from './embed-site.js';
import { until } from './until.js';

export const FIGURE = 'A title card says that 1,140 households were moved.';
const FIRST = `The film returns to a valley that was flooded. ${FIGURE} The source has no year.`;
export const SECOND =
  'Two drawings of one street do not agree, and the film lets both of them stand.';
export const BODY = `${FIRST}\n\n${SECOND}`;

/** A page of the site with the current text of a post. */
export async function pageOf(
  site: EmbedSite,
  post: { id: string },
  attributes = '',
  head = '',
): Promise<string> {
  const { body } = await site.app.request.get(`/api/v1/posts/${post.id}`).expect(200);
  const article = `<main style="max-width:36rem;margin:0 auto;padding:1rem 2rem">
    <div id="text"><h1>${body.title}</h1>${body.html}</div>`;
  return site.embed(`post="${post.id}" article="#text" lang="en" ${attributes}`, {
    article,
    head,
    path: `/${post.id}`,
  });
}

/** Selects words of the article, as a mouse or a keyboard would. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate(`(() => {
    const words = ${JSON.stringify(words)};
    const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }
  })()`);
}

export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('E-mail or user name').fill(username);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.locator('.sign-in .main').click();
}

/** The button beside a selection. */
export const offer = (page: Page) =>
  page.getByRole('button', { name: 'Comment on this passage', exact: true });

/** The margin button of a passage with `n` comments. */
export const mark = (page: Page, n: number) =>
  page.getByRole('button', { name: `${n} comment${n === 1 ? '' : 's'} on this passage` });

/** The highlighted parts of the text, in document order. */
export const marked = (page: Page, name = 'colloquy-passage') =>
  page.evaluate(`[...(CSS.highlights.get('${name}') ?? [])].map(String)`) as Promise<string[]>;

export const untilMarked = (page: Page, ...texts: string[]) =>
  until(`the marks of ${texts.join(' and ') || 'nothing'}`, async () => {
    const now = await marked(page);
    return JSON.stringify(now) === JSON.stringify(texts);
  });

/** Writes a comment on a passage. */
export const anchored = (site: EmbedSite, post: string, exact: string, text = 'About this.') =>
  site.app.request
    .post(`/api/v1/posts/${post}/comments`)
    .set(site.author.auth)
    .send({ body: text, anchor: { quote: { exact }, position: { start: 0, end: 1 } } })
    .expect(201)
    .then(({ body }) => body as { id: string; version: number });
