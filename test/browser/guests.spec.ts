import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { HOST, HOST_SECRET, hostToken } from '../support/host-tokens.js';
import { newName, register } from '../support/people.js';
import { say } from '../support/threads.js';

describe('a guest with a name', () => {
  let site: EmbedSite;
  let post: string;
  beforeAll(async () => {
    site = await EmbedSite.start({
      GUESTS: 'held',
      SSO_ISSUER: HOST,
      SSO_KEYS: `old:hs256:${HOST_SECRET}`,
      SSO_AUDIENCE: 'talk',
    });
  });
  beforeEach(async () => {
    ({ id: post } = await site.post());
    await say(site.app, site.author, post, 'A comment of an account');
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const enter = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByRole('button', { name: 'Write as a guest' }).click();
    await page.getByText('A moderator reads comments of guests before they appear.').waitFor();
    await page.getByLabel('Display name').fill(name);
    await page.getByLabel('Display name').press('Enter');
  };
  const write = async (page: Page, text: string) => {
    await page.getByLabel('Write a comment').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };

  it('comes back by Escape to what was open before the sign-in', async () => {
    const { page } = await site.open(site.embed(`post="${post}"`));
    const line = page.getByRole('article').filter({ hasText: 'A comment of an account' });
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Report' }).click();
    await page.getByRole('button', { name: 'Write as a guest' }).click();
    await page.locator('colloquy-guest-entry input').press('Escape');
    await line.getByRole('button', { name: 'Report' }).waitFor();
    expect(await page.locator('.sign-in').count()).toBe(0);
  });

  it('writes without an account, and is told that it waits; the account made later keeps it', async () => {
    const name = newName('katrina');
    const text = `Written without an account, before ${name}`;
    const { page } = await site.open(site.embed(`post="${post}"`));
    await enter(page, 'Moderator');
    await page.getByText('This name is kept for the site').waitFor();
    await page.getByLabel('Display name').fill('Vera of the hills');
    await page.getByLabel('Display name').press('Enter');
    await page.getByText('Signed in as Vera of the hills').waitFor();
    await write(page, text);
    await page.getByText('Your comment waits for a moderator').first().waitFor();
    await page.reload();
    await page.getByText('Signed in as Vera of the hills').waitFor();
    await page.getByText(text).waitFor();
    // An act that needs an account opens the sign-in.
    await page.getByRole('button', { name: /^Agree/ }).click();
    const form = page.locator('.sign-in');
    await form.getByRole('button', { name: 'Create an account' }).click();
    expect(await form.getByRole('button', { name: 'Write as a guest' }).count()).toBe(0);
    await form.getByLabel('E-mail', { exact: true }).fill(`${name}@example.org`);
    await form.getByLabel('User name', { exact: true }).fill(name);
    await form.getByLabel('Password').fill('correct horse battery');
    await form.locator('.main').click();
    await page.getByText(`Signed in as ${name}`).waitFor();
    await page.getByText(text).waitFor();
    const [written] = await site.database.query(
      `select u.username, c.status from comments c join users u on u.id = c.author_id
       where c.body = $1`,
      [text],
    );
    expect(written).toEqual({ username: name, status: 'held' });
  });

  inFull('keeps what they wrote long ago when the site signs them in', async () => {
    const { page } = await site.open(site.embed(`post="${post}"`));
    await enter(page, 'Ilga of the lake');
    await write(page, 'Written half an hour before');
    await page.getByText('Your comment waits for a moderator').first().waitFor();
    const paths: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') paths.push(new URL(request.url()).pathname);
    });
    await page.clock.setSystemTime(Date.now() + 31 * 60_000);
    const user = { id: 'ilga', displayName: 'Ilga of the site' };
    const token = await hostToken({ aud: 'talk', user });
    await page.evaluate(`document.querySelector('colloquy-thread').sso = '${token}'`);
    await page.getByText('Signed in as Ilga of the site').waitFor();
    await page.getByText('Written half an hour before').waitFor();
    // After the sign-in the cookie is the account's, so the guest's token is renewed first.
    expect(paths.slice(0, 2)).toEqual(['/api/v1/auth/refresh', '/api/v1/auth/sso']);
  });

  it('is marked as one where the comment is read', async () => {
    const guest = await site.app.request
      .post('/api/v1/auth/guest')
      .send({ displayName: 'Petr' })
      .expect(201);
    const held = await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set({ authorization: `Bearer ${guest.body.accessToken}` })
      .send({ body: 'Approved of a guest' })
      .expect(202);
    await site.app.request
      .post(`/api/v1/moderation/comments/${held.body.id}/decisions`)
      .set(site.staff.auth)
      .send({ action: 'approve', version: 1 })
      .expect(201);
    const { page } = await site.open(site.embed(`post="${post}"`));
    const row = page.locator(`#c-${held.body.id}`);
    await row.locator('.badge').getByText('Guest').waitFor();
    const { text } = await site.app.request.get(`/posts/${post}/thread.html`);
    const plain = await site.app.request.get(`/api/v1/posts/${post}/thread.html`);
    expect(`${text}${plain.text}`).toContain('(guest)');
  });

  it('is not offered where the site takes none', async () => {
    const page = (await site.open(site.embed(`post="${post}"`))).page;
    await page.route('**/api/v1/auth/ways', (route) =>
      route.fulfill({ json: { guests: 'off', terms: null } }),
    );
    const ways = page.waitForResponse('**/api/v1/auth/ways');
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await (await ways).finished();
    await page.getByLabel('E-mail or user name').waitFor();
    expect(await page.getByRole('button', { name: 'Write as a guest' }).count()).toBe(0);
  });
});

/** The name of the field that has the focus. */
const IN_FOCUS = `document.querySelector('colloquy-thread').shadowRoot.activeElement?.name`;

describe('the terms of the site', () => {
  let site: EmbedSite;
  let post: string;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  beforeEach(async () => {
    ({ id: post } = await site.post());
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const setTerms = (termsVersion: string) =>
    site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.staff.auth)
      .send({ termsVersion, termsUrl: 'https://reviews.example/terms' })
      .expect(200);

  it('are shown when a comment is sent, which goes on when they are accepted', async () => {
    await setTerms('2026-11');
    const reader = await register(site.app);
    const { page } = await site.open(site.embed(`post="${post}"`));
    await signIn(page, reader.username);
    await page.getByLabel('Write a comment').fill('By the terms');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const ask = page.getByRole('group', { name: 'Terms of this site' });
    const link = ask.getByRole('link', { name: 'Terms of this site' });
    expect(await link.getAttribute('href')).toBe('https://reviews.example/terms');
    // The terms change again while they are read.
    await setTerms('2026-12');
    await ask.getByRole('button', { name: 'I accept' }).click();
    await ask.getByRole('alert').getByText('The terms have changed again meanwhile.').waitFor();
    // Whatever happens meanwhile, the page asks for the current terms.
    await page.evaluate(`(async (thread) => {
      thread.requestUpdate();
      await thread.updateComplete;
    })(document.querySelector('colloquy-thread'))`);
    await ask.getByRole('button', { name: 'I accept' }).click();
    await page.getByRole('article').getByText('By the terms').waitFor();
    expect(
      await site.database.query('select terms_version from users where id = $1', [reader.id]),
    ).toEqual([{ terms_version: '2026-12' }]);
  });

  const acceptedBy = (name: string) =>
    site.database.query(
      'select terms_version as version from users where coalesce(username, display_name) = $1',
      [name],
    );

  inFull('are accepted with a new account, as they are shown', async () => {
    const name = newName('nora');
    await setTerms('2027-01');
    const { page } = await site.open(site.embed(`post="${post}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    const panel = page.locator('.sign-in');
    await panel.getByRole('button', { name: 'Create an account' }).first().click();
    const box = panel.getByLabel('I accept: Terms of this site');
    await box.waitFor();
    const link = panel.getByRole('link', { name: 'Terms of this site' });
    expect(await link.getAttribute('href')).toBe('https://reviews.example/terms');
    const filled = {
      email: `${name}@example.org`,
      username: name,
      password: 'correct horse battery',
    };
    for (const [name, value] of Object.entries(filled))
      await panel.locator(`input[name=${name}]`).fill(value);
    await panel.locator('.main').click();
    expect(await page.evaluate(IN_FOCUS)).toBe('termsVersion');
    expect(await acceptedBy(name)).toEqual([]);
    await box.check();
    await setTerms('2027-02');
    await panel.locator('.main').click();
    await panel.getByRole('alert').getByText('The terms have changed again meanwhile.').waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await panel.locator('.main').click();
    await page.getByLabel('Write a comment').fill('From the first day');
    expect(await acceptedBy(name)).toEqual([{ version: '2027-02' }]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('article').getByText('From the first day').waitFor();
  });

  inFull('are accepted by a guest who begins, and do not hold a sign-in up', async () => {
    const name = newName('zoe');
    await setTerms('2027-03');
    await site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.staff.auth)
      .send({ guests: 'open' })
      .expect(200);
    const { page } = await site.open(site.embed(`post="${post}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    const begin = page.getByRole('button', { name: 'Write as a guest' });
    await begin.click();
    await page.getByLabel('Display name').fill(name);
    await begin.click();
    expect(await page.evaluate(IN_FOCUS)).toBe('termsVersion');
    expect(await acceptedBy(name)).toEqual([]);
    await page.getByLabel('E-mail or user name').fill('nobody');
    await page.getByLabel('Password').fill('wrong password');
    await page.locator('.sign-in .main').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('I accept: Terms of this site').check();
    await begin.click();
    await page.getByLabel('Write a comment').waitFor();
    expect(await acceptedBy(name)).toEqual([{ version: '2027-03' }]);
  });
});
