import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';

describe('a reader of an embedded thread', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('sees it on a page of another origin, and stores nothing on the device', async () => {
    const post = await site.post();
    const first = await say(site.app, site.author, post.id, 'The *first* word');
    await say(site.app, site.author, post.id, 'An answer', first.id);
    const { page, complaints } = await site.open(site.embed(`post="${post.slug}"`));
    await page.getByRole('article').nth(1).getByText('An answer').waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
    expect(await page.locator('em', { hasText: 'first' }).count()).toBe(1);
    expect(await page.getByRole('heading', { name: '2 comments' }).count()).toBe(1);
    await page.getByText('Live').waitFor();
    const stored = await page.evaluate('localStorage.length + document.cookie.length');
    expect(stored).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is told of new replies, and sees them when they want to', async () => {
    const post = await site.post();
    const first = await say(site.app, site.author, post.id, 'Something');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByText('Live').waitFor();
    await say(site.app, site.author, post.id, 'A later answer', first.id);
    const pill = page.getByRole('button', { name: '1 new reply' });
    await pill.waitFor();
    expect(await page.getByText('A later answer').count()).toBe(0);
    await pill.click();
    await page.getByText('A later answer').waitFor();
    expect(await pill.count()).toBe(0);
  });
});
