import { TotpIsOff } from '../../src/auth/factors/factors.errors.js';
import { runAdmin } from '../../src/cli/admin.command.js';
import { Settings } from '../../src/settings/settings.js';
import { commandHere } from '../support/command-here.js';
import { CodeApp } from '../support/factors.js';
import { logIn, register } from '../support/people.js';
import { useSite } from '../support/site.js';
import { RUN_FOLDER } from '../support/run-folder.js';
import { until } from '../support/until.js';

describe('npm run admin', () => {
  const site = useSite({ people: { editor: 'admin', anna: 'member', petr: 'member' } });
  const run = (...args: string[]) =>
    commandHere({ DATABASE_URL: site.database.url, DATA_DIR: RUN_FOLDER }, () => runAdmin(args));

  it.each(['user name', 'e-mail address'])(
    'gives the account of a %s another password, and ends its sessions',
    async (by) => {
      const { username, auth } = await register(site.app);
      const login = by === 'user name' ? username : `${username}@example.org`;
      const { code, output } = await run('password', login);
      expect(code).toBe(0);
      const [, shown, password] = /^The password of (\S+) is now (\S{24})$/m.exec(output)!;
      expect(shown).toBe(username);
      await until('the session has ended', async () => {
        const { status } = await site.app.request.get('/api/v1/users/me').set(auth);
        return status === 401;
      });
      await site.app.request
        .post('/api/v1/auth/login')
        .send({ login: username, password: 'correct horse battery' })
        .expect(401);
      await logIn(site.app, username, password);
    },
  );

  it('gives a password also to an account without an address, which signs in by its name', async () => {
    await site.database.query(
      `update users set email = null, email_key = null, password_hash = null where username = $1`,
      [site.petr.username],
    );
    const { code, output } = await run('password', site.petr.username);
    expect(code).toBe(0);
    const [, password] = / is now (\S{24})$/m.exec(output)!;
    await logIn(site.app, site.petr.username, password);
  });

  it('gives a role, but takes none from the last administrator', async () => {
    const given = await run('role', site.anna.username, 'moderator');
    expect(given.output).toBe(`The role of ${site.anna.username} is now moderator.`);
    const { body } = await site.app.request.get(`/api/v1/users/${site.anna.username}`).expect(200);
    expect(body.role).toBe('moderator');
    expect(await run('role', site.editor.username, 'member')).toEqual({
      code: 1,
      output: '',
      error: 'Make somebody else an administrator first.',
    });
  });

  it('gives a recovery code to who has an app, and to nobody else', async () => {
    const person = await register(site.app);
    const call = (path: string, body: object) =>
      site.app.request.post(`/api/v1/auth/${path}`).set(person.auth).send(body);
    const none = await run('recovery-code', person.username);
    expect(none).toEqual({ code: 1, output: '', error: new TotpIsOff().message });
    const { secret } = (await call('totp/begin', {}).expect(200)).body;
    await call('totp/confirm', { code: new CodeApp(secret).code() }).expect(200);
    const { code, output } = await run('recovery-code', person.username);
    expect(code).toBe(0);
    const [, shown, recovery] = /^A recovery code of (\S+): (\S+)$/m.exec(output)!;
    expect(shown).toBe(person.username);
    await call('totp/step-up', { code: recovery }).expect(204);
    await call('totp/step-up', { code: recovery }).expect(403);
  });

  it('makes the site read-only, and takes that back', async () => {
    const settings = site.app.app.get(Settings, { strict: false });
    for (const [word, readOnly] of [
      ['on', true],
      ['off', false],
    ] as const) {
      expect((await run('read-only', word)).code).toBe(0);
      await until(
        'the node has heard',
        async () => (await settings.current()).readOnly === readOnly,
      );
    }
  });

  it.each([
    [['password', 'nobody-here'], /^No user has this name/],
    [['recovery-code', 'nobody-here'], /^No user has this name/],
    [['recovery-code'], /^Usage: /],
    [['role', 'nobody-here', 'admin'], /^No user has this name/],
    [['role', 'admin', 'king'], /^Usage: /],
    [['read-only', 'maybe'], /^Usage: /],
    [['password'], /^Usage: /],
    [[], /^Usage: /],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, error } = await run(...args);
    expect(code).toBe(1);
    expect(error).toMatch(message);
  });
});
