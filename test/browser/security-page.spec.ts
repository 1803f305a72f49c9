import { PassingAddress } from '../../src/transfer/formats/passing-address.js';
import { ImportWriter } from '../../src/transfer/import/import-writer.js';
import { violationsIn } from '../support/axe.js';
import { CodeApp } from '../support/factors.js';
import { made } from '../support/decisions.js';
import { inFull, oneOf } from '../support/full-form.js';
import { admin, register } from '../support/people.js';
import { PASSWORD, useSecurityStage } from '../support/security-stage.js';

describe('the page of how one signs in', () => {
  const stage = useSecurityStage();
  const { fits, open, press, said, show, signIn } = stage;

  it('gives its holder their data, closes the account, and keeps it', async () => {
    const reader = await register(stage.app);
    const editor = await admin(stage.app);
    const warning = { action: 'warn', reason: 'spam' };
    const decision = await made(stage.app, editor, `users/${reader.id}`, warning);
    await stage.app.request
      .put(`/api/v1/moderation/decisions/${decision}/evidence`)
      .set(editor.auth)
      .send({ days: 30, reason: 'A court asks for it.' })
      .expect(200);
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
    const held = page
      .getByRole('listitem')
      .filter({ hasText: 'what a decision on your account says, until' });
    await held.filter({ hasText: ': A court asks for it.' }).waitFor();
    expect(await violationsIn(page, 'main')).toEqual([]);
    await press(page, 'Keep the account');
    await said(page, 'The account stays.');
    await erase.waitFor({ state: 'attached' });
    expect(await page.getByText('This account is erased after').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('turns codes of an app on, asks for them, and turns them off', async () => {
    const reader = await register(stage.app);
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
    const reader = await register(stage.app);
    const { page } = await open('/account/security');
    await page.route('**/users/me/sessions?*', (route) => route.fulfill({ status: 500 }));
    const ended = page.waitForResponse('**/auth/logout');
    await signIn(page, reader);
    expect((await ended).status()).toBe(204);
    await page.locator('form[data-form=login]').waitFor();
    expect(await page.locator('[name=password]').first().inputValue()).toBe('');
  });

  it('tells a fault of its own from a dialogue that was closed', async () => {
    const reader = await register(stage.app);
    const { page } = await open('/account/security');
    await page.route('**/users/me/imported', (route) => route.fulfill({ json: null }));
    await signIn(page, reader);
    await said(page, 'That did not work. Try again later.');
  });

  it('changes the language of mails', async () => {
    const reader = await register(stage.app);
    const { page, complaints } = await open('/account/security');
    await signIn(page, reader);
    const choice = page.getByLabel('Language of the mails that you get');
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('en');
    await choice.selectOption('Latviešu');
    await press(page, 'Save');
    await said(page, 'Saved.');
    expect(await choice.inputValue()).toBe('lv');
    const me = await stage.app.request.get('/api/v1/users/me').set(reader.auth).expect(200);
    expect(me.body.language).toBe('lv');
    expect(await violationsIn(page, 'main')).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  inFull(
    'offers comments that were imported under the confirmed address, as the embed does',
    async () => {
      const reader = await register(stage.app);
      const address = `${reader.username}@example.org`;
      await stage.database.query('update users set email_verified_at = now() where id = $1', [
        reader.id,
      ]);
      const author = {
        foreignKey: 'user:former',
        name: 'Former',
        address: new PassingAddress(address),
      };
      const createdAt = new Date('2020-01-01T00:00:00Z');
      const old = {
        foreignId: 'old',
        key: 'old',
        url: null,
        title: 'Old',
        closed: false,
        createdAt,
      };
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
        stage.app.app
          .get(ImportWriter, { strict: false })
          .writePage('wordpress', old, [comment(id)]);
      await write('1');
      const { page, complaints } = await open('/account/security');
      await signIn(page, reader);
      await page.getByText('written under your address: 1').waitFor();
      await press(page, 'Take them over');
      await said(page, 'They are yours now.');
      expect(await page.getByText('Comments of before').isVisible()).toBe(false);
      expect(await violationsIn(page, 'main')).toEqual([]);
      await write('2');
      const script = `<script type="module" src="${stage.service}/embed.js"></script>`;
      stage.host.page(
        '/former',
        `${script}<colloquy-thread post="${stage.post}"></colloquy-thread>`,
      );
      const embedded = await stage.context.newPage();
      await embedded.goto(`${stage.site}/former`);
      await embedded.getByRole('button', { name: 'Write a comment' }).click();
      await embedded.locator('colloquy-sign-in [name=login]').fill(reader.username);
      await embedded.locator('colloquy-sign-in [name=password]').fill(PASSWORD);
      await embedded.locator('colloquy-sign-in button.main').click();
      const offer = embedded.getByText('1 comment was written here under your address before.');
      await offer.waitFor();
      await embedded.getByRole('button', { name: 'Take over' }).click();
      await offer.waitFor({ state: 'detached' });
      const mine = 'select count(*)::integer as count from comments where author_id = $1';
      expect(await stage.database.query(mine, [reader.id])).toEqual([{ count: 2 }]);
      expect(complaints).toEqual([]);
    },
  );

  it.each(oneOf(['en', 'lv', 'ru']))(
    'fits a narrow window in %s, light and dark',
    async (language) => {
      const reader = await register(stage.app);
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
    },
  );
});
