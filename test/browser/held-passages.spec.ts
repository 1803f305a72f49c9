import { EmbedSite } from '../support/embed-site.js';
import { moderator, type Person } from '../support/people.js';

const PASSAGE = 'A title card says that 1,140 households were moved.';
const BODY = `The film returns to a valley. ${PASSAGE} The source has no year.`;

describe('a held comment on a passage', () => {
  let site: EmbedSite;
  let judge: Person;
  let address: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
    judge = await moderator(site.app, site.staff);
    const post = await site.post({ body: BODY, mode: 'premoderated' });
    await site.app.request
      .post(`/api/v1/posts/${post.id}/comments`)
      .set(site.author.auth)
      .send({
        body: 'Farmsteads, and not households.',
        anchor: { quote: { exact: PASSAGE }, position: { start: 0, end: 1 } },
      })
      .expect(202);
    address = site.embed(`post="${post.id}" lang="en"`);
  });
  afterAll(() => site.stop());

  it.each([
    ['its author', () => site.author.username, 'Only you see this'],
    ['a moderator', () => judge.username, '1 comment waits'],
  ])('shows %s what it is about', async (_, username, place) => {
    const { page } = await site.open(address);
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill(username());
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    const region = page.getByRole('region', { name: place });
    await region.getByText('Farmsteads, and not households.').waitFor();
    await region.locator('.passage').getByText(PASSAGE).waitFor();
  });
});
