import type { Page } from 'playwright-core';
import { anchored, BODY, FIGURE, mark, pageOf, untilMarked } from '../support/article-page.js';
import { comeBack, leave, signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { register } from '../support/people.js';
import { ShakyFront } from '../support/shaky-front.js';
import { say } from '../support/threads.js';

describe('a discussion that ends while somebody reads it', () => {
  let site: EmbedSite;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const live = (page: Page) => page.locator('[part="status"][data-status="live"]').waitFor();
  const open = async (address: string) => {
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(address);
    await live(page);
    return page;
  };
  const remove = (id: string) =>
    site.app.request.delete(`/api/v1/posts/${id}`).set(site.staff.auth).expect(204);
  const merge = (from: string, into: string) =>
    site.app.request
      .post(`/api/v1/posts/${from}/merge`)
      .set(site.staff.auth)
      .send({ into })
      .expect(201);

  it('says that it was deleted, then and to those who come later', async () => {
    const { id } = await site.post();
    await say(site.app, site.author, id, 'Soon gone');
    const page = await open(site.embed(`post="${id}"`));
    await page.getByText('Soon gone').waitFor();
    await remove(id);
    await page.getByText('The moderators have deleted this discussion.').waitFor();
    expect(await page.getByText('Soon gone').count()).toBe(0);
    const { page: later } = await site.open(site.embed(`post="${id}"`));
    await later.getByText('The moderators have deleted this discussion.').waitFor();
  });

  inFull('says so to who was away then, and takes its marks off the article', async () => {
    const post = await site.post({ body: BODY });
    await anchored(site, post.id, FIGURE);
    const page = await open(await pageOf(site, post));
    await mark(page, 1).waitFor();
    await leave(page);
    await remove(post.id);
    await comeBack(page);
    await page.getByText('The moderators have deleted this discussion.').waitFor();
    await mark(page, 1).waitFor({ state: 'detached' });
    await untilMarked(page);
    expect(await page.locator('[part="status"]').textContent()).not.toContain('connect');
    expect(await page.getByRole('heading', { name: 'Discussion' }).count()).toBe(1);
  });

  it('says so in place of the comments that the page had included', async () => {
    const { id } = await site.post();
    await remove(id);
    const element = `<colloquy-thread post="${id}"><p>Included before</p></colloquy-thread>`;
    const script = `<script type="module" src="${site.app.url}/embed.js"></script>`;
    const { page } = await site.open(site.host.page('/included', script + element));
    await page.getByText('The moderators have deleted this discussion.').waitFor();
    expect(await page.getByText('Included before').isVisible()).toBe(false);
  });

  it('goes on in the one that it went into', async () => {
    const from = await site.post();
    const into = await site.post();
    await say(site.app, site.author, from.id, 'It moves');
    const { id } = await say(site.app, site.staff, into.id, 'It was there');
    const vote = site.app.request.put(`/api/v1/comments/${id}/vote`).set(site.author.auth);
    await vote.send({ value: 1 }).expect(200);
    const page = await open(site.embed(`post="${from.slug}"`));
    await signIn(page, site.author.username);
    await page.getByText('It moves').waitFor();
    await merge(from.id, into.id);
    const there = page.getByRole('article').filter({ hasText: 'It was there' });
    await there.getByRole('button', { name: 'Agree', pressed: true }).waitFor();
    await say(site.app, site.staff, into.id, 'Said after it');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('Said after it').waitFor();
  });
  inFull('leads who was away then into the one that it went into', async () => {
    const [from, into] = [await site.post(), await site.post()];
    await say(site.app, site.author, from.id, 'It moves');
    await say(site.app, site.author, into.id, 'It was there');
    const page = await open(site.embed(`post="${from.id}"`));
    await leave(page);
    await merge(from.id, into.id);
    await comeBack(page);
    await page.getByText('It was there').waitFor();
    await live(page);
    await say(site.app, site.staff, into.id, 'Said after it');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('Said after it').waitFor();
  });

  inFull('leads there, too, where sockets do not get through', async () => {
    const front = await ShakyFront.before(site.app.url);
    front.blocksSockets = true;
    const [from, into] = [await site.post(), await site.post()];
    for (const number of [1, 2, 3]) await say(site.app, site.author, into.id, `There ${number}`);
    const address = site.host.page(
      '/behind',
      `<script type="module" src="${front.url}/embed.js"></script>
       <colloquy-thread post="${from.id}"></colloquy-thread>`,
    );
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(address);
    await page.getByText('Updated every few seconds').waitFor();
    await leave(page);
    await merge(from.id, into.id);
    await comeBack(page);
    await page.getByText('There 1').waitFor();
    await page.getByRole('heading', { name: '3 comments' }).waitFor();
    expect(await page.locator('article.comment').count()).toBe(3);
    await page.close();
    await front.close();
  });

  inFull('goes on for who is signed out from elsewhere', async () => {
    const { id } = await site.post();
    const reader = await register(site.app);
    const page = await open(site.embed(`post="${id}"`));
    await signIn(page, reader.username);
    await page.getByText(`Signed in as ${reader.username}`).waitFor();
    await site.app.request.delete('/api/v1/users/me/sessions').set(reader.auth).expect(204);
    await page.getByText(`Signed in as ${reader.username}`).waitFor({ state: 'detached' });
    await live(page);
    await say(site.app, site.author, id, 'Said to a guest');
    await page.getByRole('button', { name: '1 new comment' }).click();
    await page.getByText('Said to a guest').waitFor();
  });
});
