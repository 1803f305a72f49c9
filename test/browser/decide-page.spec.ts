import { DecisionTokens, endOfLinks } from '../../src/notifications/cases/decision-tokens.js';
import { violationsIn } from '../support/axe.js';
import { openTab } from '../support/browser.js';
import { EmbedSite } from '../support/embed-site.js';
import { flag } from '../support/moderation.js';
import { register } from '../support/people.js';
import { createPost, say } from '../support/threads.js';

describe('the page on which staff decide by the link of a mail', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start({ SITE_ORIGINS: '' });
  });
  afterAll(() => site.stop());

  it('shows the comment, removes it by one press, and takes that back', async () => {
    const { app, database } = site;
    const editor = site.staff;
    const [anna, ben] = [await register(app), await register(app)];
    const post = await createPost(app, editor);
    const { id, version } = await say(app, anna, post.id, 'A *comment* & an hour');
    expect((await flag(app, ben, id, { reason: 'spam' })).status).toBe(201);
    const [account] = await database.query<{ emailKey: string; passwordHash: string }>(
      'select email_key as "emailKey", password_hash as "passwordHash" from users where id = $1',
      [editor.id],
    );
    const token = app.app
      .get(DecisionTokens, { strict: false })
      .derive(
        { id: editor.id, ...account },
        { commentId: id, version, action: 'remove', endsAt: endOfLinks() },
      );
    const statusOf = async () =>
      (await app.request.get(`/api/v1/comments/${id}`).set(editor.auth).expect(200)).body.status;

    const tab = await openTab(site.browser, { locale: 'en-GB' });
    try {
      const { page, complaints } = tab;
      await page.goto(`${app.url}/account/decide?lang=en#token=${token}`);
      await page.getByRole('blockquote').filter({ hasText: 'A comment & an hour' }).waitFor();
      await page.getByText('Reports of readers: 1').waitFor();
      expect(page.url()).not.toContain('token');
      expect(await page.getByRole('button').allTextContents()).toEqual(['Remove']);
      expect(await page.getByLabel('Reason').inputValue()).toBe('spam');
      expect(await violationsIn(page, 'body')).toEqual([]);
      expect(await statusOf()).toBe('published');
      await page.getByRole('button', { name: 'Remove' }).click();
      const said = page.getByRole('status');
      await said.getByText('The comment is removed').waitFor();
      expect(await statusOf()).toBe('removed');
      expect(await page.evaluate('document.activeElement.id')).toBe('said');
      expect(await violationsIn(page, 'body')).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await said.getByText('The decision is taken back').waitFor();
      expect(await statusOf()).toBe('published');
      expect(await page.getByRole('button').allTextContents()).toEqual(['Remove']);
      expect(complaints).toEqual([]);
    } finally {
      await tab.close();
    }
  });
});
