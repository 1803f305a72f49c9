import type { Page } from 'playwright-core';
import { violationsIn } from '../support/axe.js';
import { comeBack, leave, signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { passGrace } from '../support/decisions.js';
import { inFull } from '../support/full-form.js';
import { holdAnswer } from '../support/held-answers.js';
import { decide } from '../support/moderation.js';
import { passUndo, readBell, tellSoon } from '../support/notifications.js';
import { type Person, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('the bell of a reader', () => {
  let site: EmbedSite;
  let reader: Person;
  let other: Person;
  let post: { id: string; slug: string };
  let address: string;

  beforeAll(async () => {
    site = await EmbedSite.start({}, tellSoon);
  });
  beforeEach(async () => {
    [reader, other] = [await register(site.app), await register(site.app)];
    post = await site.post({ language: 'en', title: 'A review of rivers' });
    address = site.embed(`post="${post.id}" lang="en"`);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const bell = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true });
  /** Replies to a comment of the reader, and skips the time until the notification. */
  const answer = async (text: string, to = post) => {
    const mine = await say(site.app, reader, to.id, 'What I wrote');
    const reply = await say(site.app, other, to.id, text, mine.id);
    await passUndo(site.database);
    return reply;
  };
  const level = async () => {
    const viewer = `/api/v1/posts/${post.id}/viewer`;
    return (await site.app.request.get(viewer).set(reader.auth).expect(200)).body.subscription;
  };
  const openAs = async (person: Person, options = {}, at = address) => {
    const tab = await site.open(at, options);
    await signIn(tab.page, person.username);
    return tab;
  };
  const untilFocused = (page: Page, id: string) =>
    until('it to have the focus', async () =>
      page.evaluate(
        `document.querySelector('colloquy-thread').shadowRoot.activeElement?.id === '${id}'`,
      ),
    );
  const list = (page: Page) => page.getByRole('region', { name: 'Notifications' });
  /** The refusal that the list of the page runs into. */
  const refusal = () => ({
    status: 403,
    contentType: 'application/problem+json',
    headers: { 'access-control-allow-origin': site.host.origin },
    body: '{"type":"/problems/x","title":"No","status":403}',
  });

  it('counts what comes while the page is open, and leads there', async () => {
    const { page, complaints } = await openAs(reader);
    await bell(page, 'Notifications').waitFor();
    const reply = await answer('It flows **north**');
    await bell(page, 'Notifications, 1 unread').click();
    const entry = list(page).getByRole('listitem');
    await entry.getByText(`${other.username} replied to you`).waitFor();
    expect(await entry.innerText()).toContain('It flows north');
    expect(await entry.innerText()).toContain('A review of rivers');
    await entry.getByRole('link').click();
    await bell(page, 'Notifications').waitFor();
    await untilFocused(page, `c-${reply.id}`);
    await until('the service to know', async () => (await readBell(site.app, reader)).unread === 0);
    expect(complaints).toEqual([]);
  });

  inFull('leads into a branch that is closed, to a reply that has just come', async () => {
    const mine = await say(site.app, reader, post.id, 'Mine');
    await say(site.app, other, post.id, 'The first answer', mine.id);
    const { page } = await openAs(reader);
    await page.locator('[data-status=live]').waitFor();
    await page.getByRole('button', { name: /^Close the branch/ }).click();
    await page.getByText('The first answer').waitFor({ state: 'detached' });
    const reply = await say(site.app, other, post.id, 'The second answer', mine.id);
    await passUndo(site.database);
    await bell(page, 'Notifications, 2 unread').click();
    await list(page).getByRole('link').filter({ hasText: 'The second answer' }).click();
    await untilFocused(page, `c-${reply.id}`);
    await page.getByRole('article').filter({ hasText: 'The first answer' }).waitFor();
  });

  it('counts decisions live, and what came while nobody saw the page', async () => {
    const mine = await say(site.app, reader, post.id, 'Mine');
    const { page } = await site.open('about:blank');
    await page.clock.install();
    await page.goto(address);
    await signIn(page, reader.username);
    await page.locator('[data-status=live]').waitFor();
    await bell(page, 'Notifications').waitFor();
    const decision = { action: 'remove', reason: 'off_topic', version: 1 };
    const { status } = await decide(site.app, site.staff, `comments/${mine.id}`, decision);
    expect(status).toBe(201);
    await passGrace(site.database);
    await bell(page, 'Notifications, 1 unread').waitFor();
    await leave(page);
    await answer('While nobody looked');
    await comeBack(page);
    await bell(page, 'Notifications, 2 unread').waitFor();
  });

  inFull('asks to sign in again where one branch is shown, and the choice is kept', async () => {
    const comment = await say(site.app, other, post.id, 'A branch');
    const { page } = await openAs(reader);
    await page.goto(`${address}?comment=${comment.id}`);
    const choice = page.getByLabel('What you are told of this discussion');
    await choice.waitFor();
    // Ends the sessions in transit: a page that knew of it earlier would offer no choice.
    await page.route(
      '**/subscription',
      async (route) => {
        await site.app.request.delete('/api/v1/users/me/sessions').set(reader.auth).expect(204);
        await route.continue();
      },
      { times: 1 },
    );
    await choice.selectOption('Tell me of every comment');
    await page.getByLabel('E-mail or user name').fill(reader.username);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    await until('the service to know', async () => (await level()) === 'all');
  });

  inFull('leads to other discussions of the site, on their own pages', async () => {
    const url = `${site.host.origin}/rivers?page=2#top`;
    const elsewhere = await site.post({ title: 'Elsewhere', url });
    const first = await answer('On a page of the site', elsewhere);
    const second = await answer('Of the service itself', await site.post({ title: 'Own' }));
    const { page } = await openAs(reader);
    await bell(page, 'Notifications, 2 unread').click();
    const links = list(page).getByRole('link');
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(hrefs).toEqual([
      expect.stringMatching(new RegExp(`^${site.app.url}/posts/.+comment=${second.id}$`)),
      `${site.host.origin}/rivers?page=2&comment=${first.id}`,
    ]);
  });

  it('marks all as read, goes on to older ones, and says when there is nothing', async () => {
    const { page } = await openAs(other);
    await bell(page, 'Notifications').click();
    await list(page).getByText('Nothing yet.').waitFor();
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'detached' });
    expect(await bell(page, 'Notifications').getAttribute('aria-expanded')).toBe('false');
    const mine = await say(site.app, reader, post.id, 'Mine');
    for (let nth = 0; nth < 23; nth++) await say(site.app, other, post.id, `No. ${nth}`, mine.id);
    await passUndo(site.database);
    await site.closeTabs();
    const { page: own } = await openAs(reader);
    await bell(own, 'Notifications, 23 unread').click();
    const entries = list(own).getByRole('listitem');
    await entries.nth(19).waitFor();
    await list(own).getByRole('button', { name: 'Older ones' }).click();
    await entries.nth(22).waitFor();
    await say(site.app, other, post.id, 'One more', mine.id);
    await passUndo(site.database);
    await bell(own, 'Notifications, 24 unread').waitFor();
    await list(own).getByText('One more').waitFor();
    expect(await entries.count()).toBe(24);
    expect(await list(own).getByRole('button', { name: 'Older ones' }).count()).toBe(0);
    await list(own).getByRole('button', { name: 'Mark all as read' }).click();
    await bell(own, 'Notifications').waitFor();
    expect(await own.locator('[data-unread=true]').count()).toBe(0);
    expect(
      await own.evaluate(
        `document.querySelector('colloquy-thread').shadowRoot.activeElement.className`,
      ),
    ).toBe('told-list');
    expect((await readBell(site.app, reader)).unread).toBe(0);
  });

  inFull(
    'counts nothing as unread that was read, though an answer of before comes late',
    async () => {
      await answer('A reply');
      const { page } = await openAs(reader);
      await bell(page, 'Notifications, 1 unread').click();
      await list(page).getByText('replied to you').waitFor();
      const news = await holdAnswer(page, '**/users/me/notifications?*');
      await page.evaluate(`void document.dispatchEvent(new Event('visibilitychange'))`);
      await news.isMade;
      await list(page).getByRole('button', { name: 'Mark all as read' }).click();
      await bell(page, 'Notifications').waitFor();
      await news.release();
      expect(await bell(page, 'Notifications').count()).toBe(1);
    },
  );

  inFull('says that the list could not be loaded, and loads it again', async () => {
    await answer('A reply');
    const { page } = await site.open('about:blank');
    // With a socket the page would reload the list by itself, which removes the fault.
    await page.routeWebSocket(/socket\.io/, () => undefined);
    await page.goto(address);
    await signIn(page, reader.username);
    await bell(page, 'Notifications, 1 unread').waitFor();
    await page.route('**/users/me/notifications?*', (route) => route.fulfill(refusal()));
    await bell(page, 'Notifications, 1 unread').click();
    await list(page).getByRole('alert').getByText('could not be loaded').waitFor();
    await page.unrouteAll();
    await list(page).getByRole('button', { name: 'Try again' }).click();
    await list(page).getByText('replied to you').waitFor();
  });

  inFull('goes on saying so when a count that was asked for before comes late', async () => {
    await answer('A reply');
    const { page } = await openAs(reader);
    await bell(page, 'Notifications, 1 unread').waitFor();
    let asked!: () => void;
    let release!: () => void;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/users/me/notifications?*', async (route) => {
      const isCount = new URL(route.request().url()).searchParams.get('limit') === '1';
      if (!isCount) return route.fulfill(refusal());
      const response = await route.fetch();
      asked();
      await isReleased;
      await route.fulfill({ response });
    });
    await answer('Another reply');
    await isAsked;
    await bell(page, 'Notifications, 1 unread').click();
    const alert = list(page).getByRole('alert').getByText('could not be loaded');
    await alert.waitFor();
    release();
    await bell(page, 'Notifications, 2 unread').waitFor();
    expect(await alert.count()).toBe(1);
  });

  it('is told of this discussion what the reader has chosen', async () => {
    const { page } = await openAs(reader);
    const choice = page.getByLabel('What you are told of this discussion');
    expect(await choice.inputValue()).toBe('replies');
    await choice.selectOption('Tell me of every comment');
    await until('the service to know', async () => (await level()) === 'all');
    await say(site.app, other, post.id, 'At the top');
    await passUndo(site.database);
    await bell(page, 'Notifications, 1 unread').click();
    await list(page).getByText(`${other.username} commented`).waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
    expect(await choice.inputValue()).toBe('all');
    await page.reload();
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('all');
  });

  it('is for who is signed in alone, and nothing of them stays', async () => {
    await answer('A reply');
    const { page } = await openAs(reader);
    await bell(page, 'Notifications, 1 unread').click();
    await list(page).getByText('replied to you').waitFor();
    // Notifications from before the page load are not announced.
    const news = page.getByText('A notification has come.');
    expect(await news.count()).toBe(0);
    await answer('Another reply');
    await news.waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await list(page).waitFor({ state: 'detached' });
    expect(await bell(page, /Notifications/).count()).toBe(0);
    await signIn(page, other.username);
    await bell(page, 'Notifications').click();
    await list(page).getByText('Nothing yet.').waitFor();
  });

  it('can be used by all, in a narrow dark page as well', async () => {
    await answer(`A long reply ${'with many words '.repeat(20)}`);
    const head = '<style>:root{color-scheme:dark}body{background:#14110f;color:#eee}</style>';
    const dark = site.embed(`post="${post.id}" lang="ru"`, { path: '/dark', head });
    const { page } = await site.open(dark, { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Написать комментарий' }).click();
    await page.getByLabel('Почта или имя пользователя').fill(reader.username);
    await page.getByLabel('Пароль').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    await bell(page, 'Уведомления, 1 непрочитанное').click();
    await page.getByText(`${other.username} отвечает вам`).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
