import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { PassingAddress } from '../../src/transfer/formats/passing-address.js';
import { ImportWriter } from '../../src/transfer/import/import-writer.js';
import { violationsIn } from '../support/axe.js';
import { HostSite, launchBrowser } from '../support/browser.js';
import { CodeApp } from '../support/factors.js';
import { ADMIN, admin, type Person, register } from '../support/people.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { createPost } from '../support/threads.js';
import { TlsFront } from '../support/tls-front.js';

/** Names that are sites of their own, all of them on this machine. */
const OUR_MACHINE = ['--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors'];
const PASSWORD = 'correct horse battery';
/** Where pictures go to be looked at; nowhere without. */
const PICTURES = process.env.SECURITY_PICTURES;

/** A device that asks for its person, who always agrees. */
const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

describe('the page of how one signs in', () => {
  let database: TestDatabase;
  let host: HostSite;
  let browser: Browser;
  let context: BrowserContext;
  let fronts: TlsFront[];
  let app: TestApp;
  let service: string;
  let site: string;
  let post: string;

  beforeAll(async () => {
    [database, host, browser, ...fronts] = await Promise.all([
      createTestDatabase(),
      HostSite.start(),
      launchBrowser(OUR_MACHINE),
      TlsFront.start(),
      TlsFront.start(),
    ]);
    service = `https://talk.example:${fronts[0].port}`;
    site = `https://reviews.example:${fronts[1].port}`;
    app = await createTestApp(database, { PUBLIC_URL: service, SITE_ORIGINS: site, ...ADMIN });
    fronts[0].target = Number(new URL(app.url).port);
    fronts[1].target = Number(new URL(host.origin).port);
    post = (await createPost(app, await admin(app))).id;
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await app.close();
    fronts.forEach((front) => front.stop());
    host.stop();
    await database.drop();
  });

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(service + path);
    return { page, complaints };
  }
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
  const signIn = async (page: Page, { username }: Person) => {
    await page.getByLabel('User name or e-mail').fill(username);
    await page.getByLabel('Password').first().fill(PASSWORD);
    await press(page, 'Sign in');
  };
  const fits = (page: Page) =>
    page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth');
  const show = (page: Page, name: string) =>
    PICTURES && page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  const authenticator = async (page: Page): Promise<[CDPSession, string]> => {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const added = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: AUTHENTICATOR,
    });
    return [session, added.authenticatorId];
  };

  it('gives its holder their data, closes the account, and keeps it', async () => {
    const reader = await register(app);
    const { page, complaints } = await open('/account/security');
    await signIn(page, reader);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Download your data'),
    ]);
    expect(file.suggestedFilename()).toBe('my-comments.zip');
    await said(page, 'Your data is in the file that was saved.');
    await page.getByText('Erase the account').click();
    const erase = page.locator('form[data-form=erase]');
    await erase.getByLabel('go, too').check();
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await fits(page)).toBe(true);
    await erase.getByLabel('Password').fill(PASSWORD);
    await press(page, 'Erase my account');
    await said(page, 'The account is closed, and is erased in a day.');
    await signIn(page, reader);
    await page.getByText('This account is erased after').waitFor();
    expect(await violationsIn(page, 'main')).toEqual([]);
    await press(page, 'Keep the account');
    await said(page, 'The account stays.');
    await erase.waitFor({ state: 'attached' });
    expect(await page.getByText('This account is erased after').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('turns codes of an app on, asks for them, and turns them off', async () => {
    const reader = await register(app);
    const { page, complaints } = await open('/account/security');
    await show(page, 'sign-in');
    await signIn(page, { ...reader, username: 'nobody' });
    await said(page, 'The login or the password is wrong.');
    await signIn(page, reader);
    await page.getByText(`Signed in as @${reader.username}`).waitFor();
    await press(page, 'Set up an app');
    await page.getByRole('link', { name: 'Open the app on this device' }).waitFor();
    const secret = (await page.locator('[data-part=secret]').textContent())!.replace(/\s/g, '');
    const codes = new CodeApp(secret);
    const width = await page.evaluate<number>(
      `(async (image) => { await image.decode(); return image.naturalWidth; })(document.querySelector('[data-part=qr]'))`,
    );
    expect(width).toBeGreaterThan(100);
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await fits(page)).toBe(true);
    await show(page, 'enrol');
    const confirm = page.locator('form[data-form=confirm]');
    await confirm.getByLabel('Code').fill(codes.wrongCode());
    await press(page, 'Turn codes on');
    await said(page, 'This code is wrong, or was used before.');
    await confirm.getByLabel('Code').fill(codes.code());
    await press(page, 'Turn codes on');
    await said(page, 'Codes are on.');
    expect(await page.locator('[data-part=codes] li').count()).toBe(10);
    const [recovery] = await page.locator('[data-part=codes] li').allTextContents();
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await fits(page)).toBe(true);
    await show(page, 'account');
    await page.getByText('Turn codes off').first().click();
    const remove = page.locator('form[data-form=remove]');
    await remove.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Name of the passkey').fill('Typed and left');
    await press(page, 'Sign out of this page');
    await said(page, 'You are signed out of this page.');
    const left = await page.evaluate<string>(`(() => {
      const inputs = [...document.querySelectorAll('input')].map(({ value }) => value);
      return inputs.join('') + document.querySelector('main').outerHTML;
    })()`);
    for (const word of [PASSWORD, secret, recovery, reader.username, 'Typed', 'otpauth', 'data:'])
      expect(left).not.toContain(word);
    expect(await page.evaluate(`document.querySelector('[data-part=secret]').textContent`)).toBe(
      '',
    );
    await signIn(page, reader);
    await page.locator('form[data-form=verify]').waitFor();
    expect(await page.locator('form[data-form=login] [name=password]').inputValue()).toBe('');
    await page.getByLabel('Code').first().fill(recovery);
    await press(page, 'Go on');
    await page.getByText('Recovery codes that are left: 9').waitFor();
    await remove.getByLabel('Password').fill(PASSWORD);
    await remove.getByLabel('Code').fill(codes.code(1));
    await press(page, 'Turn codes off');
    await said(page, 'Codes are off.');
    expect(complaints).toEqual([]);
  });

  it('ends a session whose account cannot be shown', async () => {
    const reader = await register(app);
    const { page } = await open('/account/security');
    await page.route('**/users/me/sessions?*', (route) => route.fulfill({ status: 500 }));
    const ended = page.waitForResponse('**/auth/logout');
    await signIn(page, reader);
    expect((await ended).status()).toBeLessThan(300);
    await page.locator('form[data-form=login]').waitFor();
    expect(await page.locator('[name=password]').first().inputValue()).toBe('');
  });

  it('changes the language of mails', async () => {
    const reader = await register(app);
    const { page, complaints } = await open('/account/security');
    await signIn(page, reader);
    const choice = page.getByLabel('Language of the mails that you get');
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('en');
    await choice.selectOption('Latviešu');
    await press(page, 'Save');
    await said(page, 'Saved.');
    expect(await choice.inputValue()).toBe('lv');
    const me = await app.request.get('/api/v1/users/me').set(reader.auth).expect(200);
    expect(me.body.language).toBe('lv');
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('offers comments that were imported under the confirmed address, as the embed does', async () => {
    const reader = await register(app);
    const address = `${reader.username}@example.org`;
    await database.query('update users set email_verified_at = now() where id = $1', [reader.id]);
    const author = {
      foreignKey: 'user:former',
      name: 'Former',
      address: new PassingAddress(address),
    };
    const createdAt = new Date('2020-01-01T00:00:00Z');
    const old = { foreignId: 'old', key: 'old', url: null, title: 'Old', closed: false, createdAt };
    const comment = (foreignId: string) => ({
      foreignId,
      pageForeignId: 'old',
      parentForeignId: null,
      state: 'published' as const,
      author,
      body: 'An old word',
      line: 1,
      createdAt,
    });
    const write = async (id: string) =>
      app.app.get(ImportWriter, { strict: false }).writePage('wordpress', old, [comment(id)]);
    await write('1');
    const { page, complaints } = await open('/account/security');
    await signIn(page, reader);
    await page.getByText('written under your address: 1').waitFor();
    await press(page, 'Take them over');
    await said(page, 'They are yours now.');
    expect(await page.getByText('Comments of before').isVisible()).toBe(false);
    expect(await violationsIn(page, 'main')).toEqual([]);
    await write('2');
    const script = `<script type="module" src="${service}/embed.js"></script>`;
    host.page('/former', `${script}<colloquy-thread post="${post}"></colloquy-thread>`);
    const embedded = await context.newPage();
    await embedded.goto(`${site}/former`);
    await embedded.getByRole('button', { name: 'Write a comment' }).click();
    await embedded.locator('colloquy-sign-in [name=login]').fill(reader.username);
    await embedded.locator('colloquy-sign-in [name=password]').fill(PASSWORD);
    await embedded.locator('colloquy-sign-in button.main').click();
    const offer = embedded.getByText('1 comment was written here under your address before.');
    await offer.waitFor();
    await embedded.getByRole('button', { name: 'Take over' }).click();
    await offer.waitFor({ state: 'detached' });
    const mine = 'select count(*)::integer as count from comments where author_id = $1';
    expect(await database.query(mine, [reader.id])).toEqual([{ count: 2 }]);
    expect(complaints).toEqual([]);
  });

  it('adds a passkey, signs in by it, and removes it', async () => {
    const reader = await register(app);
    const { page, complaints } = await open('/account/security?lang=en');
    await authenticator(page);
    await signIn(page, reader);
    await page.getByLabel('Name of the passkey').fill('My phone');
    await press(page, 'Add a passkey');
    await said(page, 'The passkey was added.');
    await page.getByRole('listitem').getByText('My phone').waitFor();
    await press(page, 'Sign out of this page');
    await press(page, 'Sign in with a passkey');
    await page.getByText(`Signed in as @${reader.username}`).waitFor();
    await page.getByText('this page, by two factors').waitFor();
    await show(page, 'passkeys');
    await press(page, 'Remove');
    await said(page, 'The passkey was removed.');
    await press(page, 'Sign out of this page');
    await press(page, 'Sign in with a passkey');
    await said(page, 'The passkey was not taken.');
    expect(complaints).toEqual([]);
  });

  it('hands the session to the exact page that opened a window for it, and to no other', async () => {
    const reader = await register(app);
    const { page: own } = await open('/account/security');
    const [first, id] = await authenticator(own);
    await signIn(own, reader);
    await own.getByLabel('Name of the passkey').fill('My phone');
    await press(own, 'Add a passkey');
    await said(own, 'The passkey was added.');
    const { credentials } = await first.send('WebAuthn.getCredentials', { authenticatorId: id });
    host.page('/review', '<p>A review</p>');
    const page = await context.newPage();
    await page.goto(`${site}/review`);
    const visit = async (origin: string) => {
      const opened = page.waitForEvent('popup');
      await page.evaluate(`window.told = new Promise((tell) =>
        addEventListener('message', ({ data, origin }) => tell({ ...data, origin }), { once: true }));
        open('${service}/account/passkey?lang=en&origin=${encodeURIComponent(origin)}', '', 'popup'); 0`);
      return opened;
    };
    const window = await visit(site);
    const [second, other] = await authenticator(window);
    for (const credential of credentials)
      await second.send('WebAuthn.addCredential', { authenticatorId: other, credential });
    await show(window, 'window');
    await press(window, 'Sign in with a passkey');
    const told = await page.evaluate<{ type: string; refreshToken: string; origin: string }>(
      'told',
    );
    expect(told).toMatchObject({ type: 'colloquy:signed-in', origin: service });
    const { body } = await app.request
      .post('/api/v1/auth/refresh')
      .send({ refreshToken: told.refreshToken })
      .expect(200);
    expect(body.user.id).toBe(reader.id);
    const foreign = await visit('https://evil.example');
    await said(foreign, 'This window belongs to a page that may not ask.');
    expect(await foreign.getByRole('button').count()).toBe(0);
  });

  it('is behind the sign-in of the embed, which asks for a code or for a passkey', async () => {
    const reader = await register(app);
    const { page: own } = await open('/account/security');
    const [first, id] = await authenticator(own);
    await signIn(own, reader);
    await own.getByLabel('Name of the passkey').fill('My phone');
    await press(own, 'Add a passkey');
    await said(own, 'The passkey was added.');
    await press(own, 'Set up an app');
    await own.locator('[data-part=enrol]').waitFor();
    const secret = (await own.locator('[data-part=secret]').textContent())!.replace(/\s/g, '');
    const codes = new CodeApp(secret);
    await own.locator('form[data-form=confirm]').getByLabel('Code').fill(codes.code());
    await press(own, 'Turn codes on');
    await said(own, 'Codes are on.');
    const { credentials } = await first.send('WebAuthn.getCredentials', { authenticatorId: id });
    const script = `<script type="module" src="${service}/embed.js"></script>`;
    host.page('/embedded', `${script}<colloquy-thread post="${post}"></colloquy-thread>`);
    const page = await context.newPage();
    await page.goto(`${site}/embedded`);
    const begin = () => page.getByRole('button', { name: 'Write a comment' }).click();
    await begin();
    const panel = page.locator('colloquy-sign-in');
    await panel.locator('[name=login]').fill(reader.username);
    await panel.locator('[name=password]').fill(PASSWORD);
    await panel.locator('button.main').click();
    await panel.getByLabel('Code').fill(codes.wrongCode());
    await show(page, 'embed-code');
    await panel.locator('button.main').click();
    await panel.getByText('The code is wrong').waitFor();
    await panel.getByLabel('Code').fill(codes.code(1));
    await panel.locator('button.main').click();
    await page.getByText(`Signed in as ${reader.username}`).waitFor();
    await page.reload();
    await page.getByText(`Signed in as ${reader.username}`).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await begin();
    const opened = page.waitForEvent('popup');
    await panel.getByRole('button', { name: 'With a passkey' }).click();
    const window = await opened;
    const [second, other] = await authenticator(window);
    for (const credential of credentials)
      await second.send('WebAuthn.addCredential', { authenticatorId: other, credential });
    await press(window, 'Sign in with a passkey');
    await page.getByText(`Signed in as ${reader.username}`).waitFor();
  });

  it.each(['en', 'lv', 'ru'])('fits a narrow window in %s, light and dark', async (language) => {
    const reader = await register(app);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(`/account/security?lang=${language}`);
      await page.emulateMedia({ colorScheme });
      const form = page.locator('form[data-form=login]');
      await form.locator('[name=login]').fill(reader.username);
      await form.locator('[name=password]').fill(PASSWORD);
      await form.getByRole('button').click();
      await page.locator('[data-act=begin]').click();
      await page.locator('[data-part=enrol]').waitFor();
      expect(await fits(page)).toBe(true);
      expect(await violationsIn(page, 'main')).toEqual([]);
      await show(page, `${language}-${colorScheme}`);
    }
  });
});
