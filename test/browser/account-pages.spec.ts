import type { Page } from 'playwright-core';
import { UnsubscribeTokens } from '../../src/notifications/mailing/unsubscribe-tokens.js';
import { violationsIn } from '../support/axe.js';
import { openTab, type Tab } from '../support/browser.js';
import { EmbedSite } from '../support/embed-site.js';
import { CodeApp } from '../support/factors.js';
import { oneOf } from '../support/full-form.js';
import { mailTo, SUBJECTS } from '../support/mails.js';
import { logIn, newName, type Person, register } from '../support/people.js';

const PASSWORD = 'correct horse battery';
const NEW_PASSWORD = 'quite another horse';

describe('the pages that links of mails open', () => {
  let site: EmbedSite;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    // In development every page of this machine may call the API, also pages on the service's port.
    site = await EmbedSite.start({ SITE_ORIGINS: '' });
  });
  afterEach(async () => {
    await Promise.all([...tabs.splice(0).map((tab) => tab.close()), site.closeTabs()]);
  });
  afterAll(() => site.stop());

  const addressOf = ({ username }: Person) => `${username}@example.org`;
  const post = (path: string, body: object) =>
    site.app.request.post(`/api/v1/auth/${path}`).send(body);

  async function open(path: string, options: Parameters<typeof openTab>[1] = {}): Promise<Tab> {
    const tab = await openTab(site.browser, { locale: 'en-GB', ...options });
    tabs.push(tab);
    await tab.page.goto(site.app.url + path);
    return tab;
  }

  /** The link of a mail, pointed at the service of this test. */
  async function linkTo(email: string, subject: string): Promise<string> {
    const { text } = await mailTo(site.app, email, subject);
    return /\/account\/\S+/.exec(text)![0];
  }

  const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const focusIn = (page: Page) => page.evaluate('document.activeElement.id');

  async function askForReset(reader: Person): Promise<string> {
    await post('forgot-password', { email: addressOf(reader) }).expect(202);
    return linkTo(addressOf(reader), SUBJECTS.reset);
  }

  it('confirm an address by one press, and once', async () => {
    const reader = await register(site.app);
    const link = await linkTo(addressOf(reader), SUBJECTS.confirm);
    const { page, complaints } = await open(link);
    await page.getByRole('button', { name: 'Confirm the address' }).waitFor();
    expect(page.url()).toBe(`${site.app.url}/account/confirm`);
    const me = () => site.app.request.get('/api/v1/users/me').set(reader.auth).expect(200);
    expect((await me()).body.emailVerified).toBe(false);
    await press(page, 'Confirm the address');
    await said(page, `The address of @${reader.username} is confirmed.`);
    expect(await focusIn(page)).toBe('said');
    expect(await page.getByRole('button').count()).toBe(0);
    expect((await me()).body.emailVerified).toBe(true);
    expect(complaints).toEqual([]);
    // Opens the same link in the same tab.
    await page.goto(site.app.url + link);
    await press(page, 'Confirm the address');
    await said(page, 'This link is not valid any more.');
    await page.getByRole('link', { name: 'Ask for another mail' }).click();
    await page.getByLabel('E-mail').fill(addressOf(reader));
    await press(page, 'Send the link');
    await said(page, 'If an account waits for this address');
  });

  it('lead from a forgotten password to a new one, by the keyboard alone', async () => {
    const reader = await register(site.app);
    const { page, complaints } = await open('/account/forgot?lang=en');
    expect(await focusIn(page)).toBe('field');
    await page.keyboard.type(addressOf(reader));
    await page.keyboard.press('Enter');
    await said(page, 'If an account has this address');
    await page.goto(site.app.url + (await linkTo(addressOf(reader), SUBJECTS.reset)));
    await page.getByLabel('New password').waitFor();
    expect(page.url()).not.toContain('token');
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(page, `The new password of @${reader.username} is saved.`);
    await logIn(site.app, reader.username, NEW_PASSWORD);
    await post('login', { login: reader.username, password: PASSWORD }).expect(401);
    expect(complaints).toEqual([]);
  });

  it('offer to take away what was added in the last week', async () => {
    const reader = await register(site.app);
    const call = (path: string, body: object) => post(path, body).set(reader.auth).expect(200);
    const { secret } = (await call('totp/begin', {})).body;
    await call('totp/confirm', { code: new CodeApp(secret).code() });
    const { page, complaints } = await open(await askForReset(reader));
    const mark = page.getByRole('checkbox', { name: /^App for codes/ });
    expect(await mark.isChecked()).toBe(true);
    expect(await violationsIn(page, 'main')).toEqual([]);
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await press(page, 'Save the password');
    await said(page, 'is saved.');
    await logIn(site.app, reader.username, NEW_PASSWORD);
    expect(complaints).toEqual([]);
  });

  it('say nothing of a link in the place of another one', async () => {
    const [reader, other] = [await register(site.app), await register(site.app)];
    const [link, next] = [await askForReset(reader), await askForReset(other)];
    const { page } = await open(link);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/reset-password', (one) => released.then(() => one.continue()));
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    const saved = page.waitForResponse('**/reset-password');
    await press(page, 'Save the password');
    await page.evaluate(`location.hash = '${next.split('#')[1]}'`);
    await page.waitForFunction(`location.hash === ''`);
    release();
    await (await saved).finished();
    await page.getByRole('button', { name: 'Save the password' }).waitFor();
    expect(await page.getByText('is saved.').count()).toBe(0);
    expect(await page.getByLabel('New password').isVisible()).toBe(true);
  });

  it('say the same whatever address they are given, and what is none', async () => {
    const { page } = await open('/account/forgot');
    await page.getByLabel('E-mail').fill('nobody');
    await press(page, 'Send the link');
    await page.getByRole('alert').getByText('This is no e-mail address.').waitFor();
    expect(await focusIn(page)).toBe('field');
    await page.getByLabel('E-mail').fill('nobody@example.org');
    await press(page, 'Send the link');
    await said(page, 'If an account has this address');
  });

  it('end the mails that a link names by one press, and not by being opened', async () => {
    const reader = await register(site.app);
    const tokens = site.app.app.get(UnsubscribeTokens, { strict: false });
    const emailKey = addressOf(reader);
    const token = tokens.derive({ userId: reader.id, emailKey }, { kinds: ['reply'] });
    const mailOf = async () => {
      const path = '/api/v1/users/me/preferences';
      return (await site.app.request.get(path).set(reader.auth).expect(200)).body.reply.mail;
    };
    const { page } = await open(`/api/v1/auth/unsubscribe?token=${token}`);
    await page.getByRole('button', { name: 'Unsubscribe' }).waitFor();
    expect(page.url()).toBe(`${site.app.url}/account/unsubscribe`);
    expect(await mailOf()).toBe('at_once');
    await press(page, 'Unsubscribe');
    await said(page, 'Done.');
    expect(await mailOf()).toBe('off');
  });

  it('say at the field why a password is refused, and take another one by the same link', async () => {
    const reader = await register(site.app);
    const { page } = await open(await askForReset(reader));
    const field = page.getByLabel('New password');
    for (const [password, reason] of [
      ['short', 'A password has 8 to 1,000 characters.'],
      ['password1', 'Very many people have this password.'],
      [reader.username, 'A password must not be your own name or address.'],
    ]) {
      await field.fill(password);
      await press(page, 'Save the password');
      await page.getByRole('alert').getByText(reason).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await focusIn(page)).toBe('field');
    }
    await field.fill(NEW_PASSWORD);
    await press(page, 'Save the password');
    await said(page, 'is saved.');
  });

  it('take an address back after a change, and mail a link to a new password', async () => {
    const reader = await register(site.app);
    const email = `other-${reader.username}@example.org`;
    await site.app.request
      .put('/api/v1/users/me/email')
      .set(reader.auth)
      .send({ email, current: PASSWORD })
      .expect(202);
    const { page } = await open(await linkTo(email, SUBJECTS.change));
    await press(page, 'Confirm the address');
    await said(page, 'is confirmed.');
    await page.goto(site.app.url + (await linkTo(addressOf(reader), SUBJECTS.takeBack)));
    await press(page, 'Take the address back');
    await said(page, `The account @${reader.username} has its former address back.`);
    expect(page.url()).not.toContain('token');
    await page.goto(site.app.url + (await linkTo(addressOf(reader), SUBJECTS.reset)));
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await press(page, 'Save the password');
    await said(page, 'is saved.');
    await logIn(site.app, addressOf(reader), NEW_PASSWORD);
  });

  it('let one try again where the network was away', async () => {
    const reader = await register(site.app);
    const { page } = await open(await askForReset(reader));
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.context().setOffline(true);
    await press(page, 'Save the password');
    await said(page, 'The service does not answer.');
    await page.context().setOffline(false);
    await press(page, 'Try again');
    await said(page, 'is saved.');
  });

  it('say what to do without a link, and without a script', async () => {
    const { page } = await open('/account/reset');
    await said(page, 'Open this page by the link of the mail');
    await page.getByRole('link', { name: 'Ask for a link to a new password' }).waitFor();
    const bare = await open('/account/reset#token=x', { javaScriptEnabled: false });
    // Selects by element, since `getByText` ignores the text of a `noscript`.
    const told = bare.page.locator('noscript p');
    await told.waitFor();
    expect(await told.textContent()).toContain('This page needs JavaScript.');
    expect(await bare.page.getByRole('button').count()).toBe(0);
  });

  it('speak the language of the reader, and ask for mails in it', async () => {
    const reader = await register(site.app);
    const { page } = await open('/account/forgot', { locale: 'ru-RU' });
    await page.getByLabel('Электронная почта').fill(addressOf(reader));
    await press(page, 'Отправить ссылку');
    await said(page, 'письмо со ссылкой уже в пути');
    await linkTo(addressOf(reader), 'Выберите новый пароль');
  });

  it.each(oneOf(['light', 'dark'] as const))(
    'can be read and used by all, in %s',
    async (colorScheme) => {
      const reader = await register(site.app);
      const viewport = { width: 320, height: 700 };
      const { page } = await open(await askForReset(reader), { colorScheme, viewport });
      await page.getByLabel('New password').fill('short');
      await press(page, 'Save the password');
      await page.getByRole('alert').getByText('A password has').waitFor();
      expect(await violationsIn(page, 'body')).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.goto(`${site.app.url}/account/confirm#token=none`);
      await press(page, 'Confirm the address');
      await said(page, 'This link is not valid any more.');
      expect(await violationsIn(page, 'body')).toEqual([]);
    },
  );

  it('are where the sign-in of a discussion leads, in a tab of their own', async () => {
    const { id } = await site.post();
    const { page } = await site.open(site.embed(`post="${id}" lang="lv"`));
    await page.getByRole('button', { name: 'Rakstīt komentāru' }).click();
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Aizmirsāt paroli?' }).click();
    const other = await opened;
    await other.getByRole('heading', { name: 'Aizmirsāt paroli?' }).waitFor();
    expect(new URL(other.url()).pathname).toBe('/account/forgot');
  });

  it('come before the first sign-in where addresses are confirmed, as the discussion says', async () => {
    const set = (confirmEmails: boolean) =>
      site.app.request
        .patch('/api/v1/moderation/settings')
        .set(site.staff.auth)
        .send({ confirmEmails })
        .expect(200);
    const name = newName('vera');
    const email = `${name}@example.org`;
    await set(true);
    const { id } = await site.post();
    const { page } = await site.open(site.embed(`post="${id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('E-mail', { exact: true }).fill(email);
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.locator('.sign-in .main').click();
    await page.getByText(`A mail is on its way to ${email}.`).waitFor();
    await page.locator('.sign-in .main').click();
    await page.getByText('Your e-mail address is not confirmed yet.').waitFor();
    const link = await open(await linkTo(email, SUBJECTS.confirm));
    await press(link.page, 'Confirm the address');
    await said(link.page, `The address of @${name} is confirmed.`);
    await page.locator('.sign-in .main').click();
    await page.getByText(`Signed in as ${name}`).waitFor();
    await set(false);
  });
});
