import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { HOST, HOST_SECRET, hostToken } from '../support/host-tokens.js';
import { say } from '../support/threads.js';
import { register } from '../support/people.js';
import { until } from '../support/until.js';

const AUDIENCE = 'talk';

describe('readers of the host site', () => {
  let site: EmbedSite;
  let post: string;
  let people = 0;
  beforeAll(async () => {
    site = await EmbedSite.start({
      SSO_ISSUER: HOST,
      SSO_KEYS: `old:hs256:${HOST_SECRET}`,
      SSO_AUDIENCE: AUDIENCE,
    });
  });
  beforeEach(async () => {
    ({ id: post } = await site.post());
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const token = (user: object, claims: object = {}) =>
    hostToken({ aud: AUDIENCE, user, ...claims });
  const reader = () => ({ id: `page-${++people}`, displayName: `Reader ${people}` });
  const sessionsOf = ({ id }: { id: string }) =>
    site.database.query<{ live: boolean }>(
      `select revoked_at is null as live from sessions join identities using (user_id)
       where subject = $1`,
      [id],
    );
  const embed = (attributes: string) => site.embed(`post="${post}" ${attributes}`);

  it('are signed in without a form, and as somebody else when the site says so', async () => {
    const [anna, petr] = [{ ...reader(), badges: ['Subscriber'] }, reader()];
    const { page } = await site.open(embed(`sso="${await token(anna)}"`));
    await page.getByText(`Signed in as ${anna.displayName}`).waitFor();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('Write a comment').fill('I came by the site');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('I came by the site').waitFor();
    await page.locator('.badge').getByText('Subscriber').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByText(`Signed in as ${anna.displayName}`).waitFor();
    expect(asked.filter((path) => path === '/api/v1/auth/sso')).toHaveLength(1);
    embed(`sso="${await token(petr)}"`);
    await page.reload();
    await page.getByText(`Signed in as ${petr.displayName}`).waitFor();
    const sessions = await site.database.query(
      `select count(*)::int as live from sessions join identities using (user_id)
       where subject = any($1) and revoked_at is null`,
      [[anna.id, petr.id]],
    );
    expect(sessions).toEqual([{ live: 1 }]);
  });

  it('are led to the sign-in of the site, where it has one', async () => {
    const { page } = await site.open(embed('sign-in-url="/login?from=review"'));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    const link = page.locator('.sign-in').getByRole('link', { name: 'Sign in' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${site.host.origin}/login?from=review`);
    expect(await page.locator('.sign-in input').count()).toBe(0);
    embed(`sign-in-url="javascript:alert(1)"`);
    await page.reload();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').waitFor();
  });

  it('are renewed by a function, which also signs them in and out without a reload', async () => {
    const vera = reader();
    const { page } = await site.open(embed(''));
    await page.getByRole('button', { name: 'Write a comment' }).waitFor();
    let asked = 0;
    await page.exposeFunction('readerToken', async () => {
      asked += 1;
      return token(vera);
    });
    await page.evaluate(`document.querySelector('colloquy-thread').sso = () => readerToken()`);
    await page.getByText(`Signed in as ${vera.displayName}`).waitFor();
    expect(asked).toBe(1);
    const elsewhere = await site.app.request
      .post('/api/v1/auth/sso')
      .send({ token: await token(vera) })
      .expect(200);
    await site.app.request
      .delete('/api/v1/users/me/sessions')
      .set('authorization', `Bearer ${elsewhere.body.accessToken}`)
      .expect(204);
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('Write a comment').fill('Nobody asked me to sign in again');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('article, .comment').getByText('Nobody asked me to sign in again').waitFor();
    expect(asked).toBe(2);
    expect(await page.locator('colloquy-thread').getAttribute('sso')).toBeNull();
    await page.evaluate(`document.querySelector('colloquy-thread').sso = null`);
    await page.getByText(`Signed in as ${vera.displayName}`).waitFor({ state: 'detached' });
    await page.reload();
    // The form opens once it is known that nobody is signed in.
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').waitFor();
    expect(await page.getByText('Signed in as').count()).toBe(0);
  });

  inFull('are guests on a page that does not say who reads, and go on where one does', async () => {
    const zane = reader();
    const { page } = await site.open(embed(`sso="${await token(zane)}"`));
    const name = page.getByText(`Signed in as ${zane.displayName}`);
    await name.waitFor();
    embed('');
    await page.reload();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').waitFor();
    embed(`sso="${await token(zane)}"`);
    await page.reload();
    await name.waitFor();
    expect(await sessionsOf(zane)).toEqual([{ live: true }]);
    embed('sso=""');
    await page.reload();
    await until('the session to end', async () => (await sessionsOf(zane)).every((it) => !it.live));
    embed('');
    await page.reload();
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').waitFor();
  });

  inFull('are signed out by a script that says so on a page that has said nothing', async () => {
    const ilze = reader();
    const { page } = await site.open(embed(`sso="${await token(ilze)}"`));
    await page.getByText(`Signed in as ${ilze.displayName}`).waitFor();
    embed('');
    await page.reload();
    await page.getByRole('button', { name: 'Write a comment' }).waitFor();
    await page.evaluate(`document.querySelector('colloquy-thread').sso = null`);
    await until('the session to end', async () => (await sessionsOf(ilze)).every((it) => !it.live));
  });

  inFull(
    'are signed in at once when the page says who reads, also after the service was away',
    async () => {
      const oskar = reader();
      // A page with a discussion would check the mark at once.
      const { page } = await site.open(site.host.page('/blank', ''));
      await page.evaluate(`localStorage.setItem('colloquy:signed-in', '1')`);
      let refused = 0;
      await page.route('**/auth/refresh', async (route) => {
        refused += 1;
        await route.fulfill({ status: 503 });
      });
      await page.clock.install();
      await page.goto(embed(''));
      await page.getByRole('button', { name: 'Write a comment' }).waitFor();
      await until('the service to be away', async () => refused > 0);
      // From here on no timer continues.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.evaluate(
        `document.querySelector('colloquy-thread').sso = '${await token(oskar)}'`,
      );
      await page.getByText(`Signed in as ${oskar.displayName}`).waitFor();
    },
  );

  inFull('leave alone who signed in by the form in another tab', async () => {
    const [mara, member] = [reader(), await register(site.app)];
    const { page } = await site.open(embed(`sso="${await token(mara)}"`));
    await page.getByText(`Signed in as ${mara.displayName}`).waitFor();
    const other = await page.context().newPage();
    await other.goto(embed(''));
    await signIn(other, member.username);
    const name = page.getByText(`Signed in as ${member.username}`);
    await name.waitFor();
    const asked = page.evaluate(`document.querySelector('colloquy-thread').sso = () => null`);
    await asked;
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('Write a comment').fill('Written after a sign-in in another tab');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.comment').getByText('Written after a sign-in in another tab').waitFor();
    await name.waitFor();
  });

  it('stay guests with a token that fails, and the console says so', async () => {
    const tab = await site.open(embed(''));
    const { page } = tab;
    const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
    const bad = await token(reader(), { exp: 1 });
    await page.evaluate(`document.querySelector('colloquy-thread').sso = '${bad}'`);
    expect((await warned).text()).toContain('/api/v1/auth/sso/verify says why');
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').waitFor();
  });

  inFull('leave alone who signed in by the form, where the site knows nobody', async () => {
    const member = await register(site.app);
    await say(site.app, member, post, 'Before');
    const { page } = await site.open(embed(''));
    await signIn(page, member.username);
    const asked = new Promise<void>((resolve) => void page.exposeFunction('nobody', resolve));
    await page.evaluate(
      `document.querySelector('colloquy-thread').sso = async () => { await nobody(); return null; }`,
    );
    await asked;
    await page.getByLabel('Write a comment').fill('I signed in by the form');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.comment').getByText('I signed in by the form').waitFor();
    await page.getByText(`Signed in as ${member.username}`).waitFor();
  });
});
