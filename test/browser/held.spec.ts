import { EmbedSite } from '../support/embed-site.js';
import { moderator, type Person } from '../support/people.js';

const PASSAGE = 'A title card says that 1,140 households were moved.';
const BODY = `The film returns to a valley. ${PASSAGE} The source has no year.`;

describe('a comment that waits', () => {
  let site: EmbedSite;
  let judge: Person;
  let post: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
    judge = await moderator(site.app, site.staff);
    post = (await site.post({ body: BODY, mode: 'premoderated' })).id;
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.author.auth)
      .send({
        body: 'Farmsteads, and not households.',
        anchor: { quote: { exact: PASSAGE }, position: { start: 0, end: 1 } },
      })
      .expect(202);
  });
  afterAll(() => site.stop());

  const addressIn = (language: string) =>
    site.embed(`post="${post}" lang="${language}"`, { path: `/${language}` });

  it.each([
    ['its author', () => site.author.username, 'Only you see this', 'Это видите только вы'],
    ['a moderator', () => judge.username, '1 comment waits', '1 комментарий ждёт'],
  ])('shows %s what it is about, and why it waits', async (_, username, place, inRussian) => {
    const { page } = await site.open(addressIn('en'));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill(username());
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    const region = page.getByRole('region', { name: place });
    await region.getByText('Farmsteads, and not households.').waitFor();
    await region.locator('.passage').getByText(PASSAGE).waitFor();
    await region.getByText('A moderator reads comments here before they appear.').waitFor();
    await page.goto(addressIn('ru'));
    const russian = page.getByRole('region', { name: inRussian });
    await russian.getByText('Здесь комментарии сначала читает модератор.').waitFor();
  });
});
