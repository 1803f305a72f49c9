import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { CodeApp } from '../support/factors.js';
import { HOST, HOST_SECRET, hostToken } from '../support/host-tokens.js';
import { moderator, newName, type Person, signInAnew } from '../support/people.js';
import { readPage, say } from '../support/threads.js';

const AUDIENCE = 'talk';

describe('a moderator in a session of one factor', () => {
  let site: EmbedSite;
  let post: { id: string };

  beforeAll(async () => {
    site = await EmbedSite.start({
      SSO_ISSUER: HOST,
      SSO_KEYS: `old:hs256:${HOST_SECRET}`,
      SSO_AUDIENCE: AUDIENCE,
      SSO_ROLES: 'moderator',
    });
    post = await site.post();
    // With two factors the administrator may change the setting in any state.
    await enrol(site.staff);
  });
  afterEach(async () => {
    await askForTwo(false);
    await site.closeTabs();
  });
  afterAll(() => site.stop());

  const enrol = async ({ auth }: Person): Promise<CodeApp> => {
    const call = (path: string, body: object) =>
      site.app.request.post(`/api/v1/auth/totp/${path}`).set(auth).send(body).expect(200);
    const codes = new CodeApp((await call('begin', {})).body.secret);
    await call('confirm', { code: codes.code() });
    return codes;
  };
  const askForTwo = (staffSecondFactor: boolean) =>
    site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.staff.auth)
      .send({ staffSecondFactor })
      .expect(200);

  /** Once the site asks for two factors, the service would no longer tell the page these acts. */
  const knowsItsActs = (page: Page) =>
    page.getByRole('button', { name: 'Lock the discussion' }).waitFor();

  it('is asked for a code in place, and the act goes on', async () => {
    const warden = await moderator(site.app, site.staff);
    const text = `To be closed by ${newName()}`;
    const { id } = await say(site.app, site.author, post.id, text);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, warden.username);
    await knowsItsActs(page);
    // The page has its session before the account has an app and the site requires one.
    const other = await signInAnew(site.app, warden);
    const codes = await enrol(other);
    await askForTwo(true);
    const line = page.getByRole('article').filter({ has: page.getByText(text) });
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Close the branch to replies' }).click();
    const step = page.locator('colloquy-step-up');
    expect(await step.getByRole('link').getAttribute('href')).toContain('/account/security?lang=');
    await step.getByLabel('Code').fill(codes.wrongCode());
    await step.locator('button.main').click();
    await step.getByRole('alert').getByText('The code is wrong').waitFor();
    await step.getByLabel('Code').fill(codes.code(1));
    await step.locator('button.main').click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    const { items } = await readPage(site.app, post.id);
    expect(items.find((item) => item.id === id)).toMatchObject({ locked: true });
  });

  it('is led to the page of how one signs in with a token of the site, if the site signs them in', async () => {
    const text = `To be kept by ${newName()}`;
    await say(site.app, site.author, post.id, text);
    const claims = { aud: AUDIENCE, user: { id: 'w-1', username: 'warden-1', role: 'moderator' } };
    const token = await hostToken(claims);
    const { page } = await site.open(site.embed(`post="${post.id}" sso="${token}"`));
    await page.getByText('Signed in as warden-1').waitFor();
    await knowsItsActs(page);
    await askForTwo(true);
    const line = page.getByRole('article').filter({ has: page.getByText(text) });
    await line.getByRole('button', { name: 'More…' }).click();
    await line.getByRole('button', { name: 'Close the branch to replies' }).click();
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    // Records the link's target. `oidc.spec.ts` tests what the page does with the token.
    await page.evaluate(`window.open = () => {
      window.led = { opener: window, location: { replace: (url) => (led.url = url) } };
      return window.led;
    }`);
    await page.locator('colloquy-step-up').getByRole('link').click();
    await page.waitForFunction('window.led?.url');
    const own = `${site.app.url}/account/security?lang=en`;
    expect(await page.evaluate('led.url')).toBe(`${own}#sso=${token}`);
    expect(await page.evaluate('led.opener')).toBeNull();
    expect(asked.filter((url) => url.includes(token))).toEqual([]);
  });
});
