import { Acts } from '../../src/acts/acts.js';
import { Settings } from '../../src/settings/settings.js';
import { CodeApp } from '../support/factors.js';
import { inFull } from '../support/full-form.js';
import { moderator, register, signInAsAdmin } from '../support/people.js';
import { PASSWORD, useSecurityStage } from '../support/security-stage.js';
import { readPage, say } from '../support/threads.js';

describe('a passkey on the pages of the service', () => {
  const stage = useSecurityStage();
  const { authenticator, open, press, said, show, signIn } = stage;
  // Not over HTTP: an administrator with one factor cannot send this request now.
  afterEach(async () => {
    const [acts, settings] = [stage.app.app.get(Acts), stage.app.app.get(Settings)];
    await acts.run((act) => settings.change(act, { staffSecondFactor: false }));
  });

  it('adds a passkey, signs in by it, and removes it', async () => {
    const reader = await register(stage.app);
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
    await press(page, 'Remove: My phone');
    await said(page, 'The passkey was removed.');
    await press(page, 'Sign out of this page');
    await press(page, 'Sign in with a passkey');
    await said(page, 'The passkey was not taken.');
    expect(complaints).toEqual([]);
  });

  it('hands the session to the exact page that opened a window for it, and to no other', async () => {
    const reader = await register(stage.app);
    const { page: own } = await open('/account/security');
    const [first, id] = await authenticator(own);
    await signIn(own, reader);
    await own.getByLabel('Name of the passkey').fill('My phone');
    await press(own, 'Add a passkey');
    await said(own, 'The passkey was added.');
    const { credentials } = await first.send('WebAuthn.getCredentials', { authenticatorId: id });
    stage.host.page('/review', '<p>A review</p>');
    const page = await stage.context.newPage();
    await page.goto(`${stage.site}/review`);
    const visit = async (origin: string) => {
      const opened = page.waitForEvent('popup');
      await page.evaluate(`window.told = new Promise((tell) =>
        addEventListener('message', ({ data, origin }) => tell({ ...data, origin }), { once: true }));
        open('${stage.service}/account/passkey?lang=en&origin=${encodeURIComponent(origin)}', '', 'popup'); 0`);
      return opened;
    };
    const window = await visit(stage.site);
    const [second, other] = await authenticator(window);
    for (const credential of credentials)
      await second.send('WebAuthn.addCredential', { authenticatorId: other, credential });
    await show(window, 'window');
    await press(window, 'Sign in with a passkey');
    const told = await page.evaluate<{ type: string; refreshToken: string; origin: string }>(
      'told',
    );
    expect(told).toMatchObject({ type: 'colloquy:signed-in', origin: stage.service });
    const { body } = await stage.app.request
      .post('/api/v1/auth/refresh')
      .send({ refreshToken: told.refreshToken })
      .expect(200);
    expect(body.user.id).toBe(reader.id);
    const foreign = await visit('https://evil.example');
    await said(foreign, 'This window belongs to a page that may not ask.');
    expect(await foreign.getByRole('button').count()).toBe(0);
  });

  it('is behind the sign-in of the embed, which asks for a code or for a passkey', async () => {
    const reader = await register(stage.app);
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
    const script = `<script type="module" src="${stage.service}/embed.js"></script>`;
    stage.host.page(
      '/embedded',
      `${script}<colloquy-thread post="${stage.post}"></colloquy-thread>`,
    );
    const page = await stage.context.newPage();
    await page.goto(`${stage.site}/embedded`);
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
    // Before the service has answered, the same button opens the comment form.
    await page.getByText(`Signed in as ${reader.username}`).waitFor({ state: 'detached' });
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

  inFull(
    'is the second factor of an act in the embed, for a moderator who has nothing else',
    async () => {
      const staff = await signInAsAdmin(stage.app);
      const warden = await moderator(stage.app, staff);
      const { id } = await say(stage.app, staff, stage.post, 'To be closed');
      const { page: own } = await open('/account/security');
      const [first, authenticatorId] = await authenticator(own);
      await signIn(own, warden);
      await own.getByLabel('Name of the passkey').fill('My phone');
      await press(own, 'Add a passkey');
      await said(own, 'The passkey was added.');
      const { credentials } = await first.send('WebAuthn.getCredentials', { authenticatorId });
      const script = `<script type="module" src="${stage.service}/embed.js"></script>`;
      stage.host.page(
        '/acted',
        `${script}<colloquy-thread post="${stage.post}"></colloquy-thread>`,
      );
      const page = await stage.context.newPage();
      await page.goto(`${stage.site}/acted`);
      await page.getByRole('button', { name: 'Write a comment' }).click();
      const panel = page.locator('colloquy-sign-in');
      await panel.locator('[name=login]').fill(warden.username);
      await panel.locator('[name=password]').fill(PASSWORD);
      await panel.locator('button.main').click();
      await page.getByText(`Signed in as ${warden.username}`).waitFor();
      // Later requests are answered as to a member, so the page would not offer the act.
      await page.getByRole('button', { name: 'Lock the discussion' }).waitFor();
      await stage.database.query('update users set password_hash = null where id = $1', [
        warden.id,
      ]);
      await stage.app.request
        .patch('/api/v1/moderation/settings')
        .set(staff.auth)
        .send({ staffSecondFactor: true })
        .expect(200);
      const line = page.getByRole('article').filter({ has: page.getByText('To be closed') });
      await line.getByRole('button', { name: 'More…' }).click();
      await line.getByRole('button', { name: 'Close the branch to replies' }).click();
      const step = page.locator('colloquy-step-up');
      // An account without an app is not asked for a code.
      await step.getByLabel('Code').waitFor({ state: 'detached' });
      await show(page, 'embed-step-up');
      const opened = page.waitForEvent('popup');
      await step.getByRole('button', { name: 'With a passkey' }).click();
      const window = await opened;
      const [second, other] = await authenticator(window);
      for (const credential of credentials)
        await second.send('WebAuthn.addCredential', { authenticatorId: other, credential });
      await press(window, 'Sign in with a passkey');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      const { items } = await readPage(stage.app, stage.post);
      expect(items.find((item) => item.id === id)).toMatchObject({ locked: true });
    },
  );
});
