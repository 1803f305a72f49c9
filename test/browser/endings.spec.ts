import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';

describe('a discussion that ends while somebody reads it', () => {
  let site: EmbedSite;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const open = async (attributes: string) => {
    const { page } = await site.open(site.embed(attributes));
    await page.locator('[part="status"][data-status="live"]').waitFor();
    return page;
  };

  it('says that it was deleted, then and to those who come later', async () => {
    const { id } = await site.post();
    await say(site.app, site.author, id, 'Soon gone');
    const page = await open(`post="${id}"`);
    await page.getByText('Soon gone').waitFor();
    await site.app.request.delete(`/api/v1/posts/${id}`).set(site.staff.auth).expect(204);
    await page.getByText('The moderators have deleted this discussion.').waitFor();
    expect(await page.getByText('Soon gone').count()).toBe(0);
    const { page: later } = await site.open(site.embed(`post="${id}"`));
    await later.getByText('The moderators have deleted this discussion.').waitFor();
  });

  it('goes on in the one that it went into', async () => {
    const from = await site.post();
    const into = await site.post();
    await say(site.app, site.author, from.id, 'It moves');
    await say(site.app, site.author, into.id, 'It was there');
    const page = await open(`post="${from.slug}"`);
    await page.getByText('It moves').waitFor();
    await site.app.request
      .post(`/api/v1/posts/${from.id}/merge`)
      .set(site.staff.auth)
      .send({ into: into.id })
      .expect(201);
    await page.getByText('It was there').waitFor();
    await say(site.app, site.staff, into.id, 'Said after it');
    await page.getByRole('button', { name: '1 new reply' }).click();
    await page.getByText('Said after it').waitFor();
  });
});
