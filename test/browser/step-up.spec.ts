import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { CodeApp } from '../support/factors.js';
import { moderator, signInAnew } from '../support/people.js';
import { readPage, say } from '../support/threads.js';

describe('a moderator in a session of one factor', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('is asked for a code in place, and the act goes on', async () => {
    const warden = await moderator(site.app, site.staff);
    const post = await site.post();
    const { id } = await say(site.app, site.author, post.id, 'To be removed');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, warden.username);
    // The page has its session before the account has an app and the site asks for one.
    const other = await signInAnew(site.app, warden);
    const call = (path: string, body: object) =>
      site.app.request.post(`/api/v1/auth/${path}`).set(other.auth).send(body).expect(200);
    const codes = new CodeApp((await call('totp/begin', {})).body.secret);
    await call('totp/confirm', { code: codes.code() });
    await site.app.request
      .patch('/api/v1/moderation/settings')
      .set(site.staff.auth)
      .send({ staffSecondFactor: true })
      .expect(200);
    const line = page.getByRole('article').filter({ has: page.getByText('To be removed') });
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
});
