import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { decide } from '../support/moderation.js';
import { type Person, register } from '../support/people.js';
import { say } from '../support/threads.js';
import { signInAsStaff } from '../support/embed-acts.js';

const NAME = 'Marta Liepa';

describe('two authors who show the same name', () => {
  let site: EmbedSite;
  let one: Person;
  let two: Person;

  beforeAll(async () => {
    site = await EmbedSite.start();
    [one, two] = [await register(site.app, 'marta-one'), await register(site.app, 'marta-two')];
    for (const { auth } of [one, two])
      await site.app.request
        .patch('/api/v1/users/me')
        .set(auth)
        .send({ displayName: NAME })
        .expect(200);
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('are told apart by line, card, quote and answer', async () => {
    const { id: post } = await site.post();
    const top = await say(site.app, one, post, 'Pinned by staff');
    await decide(site.app, site.staff, `comments/${top.id}`, {
      action: 'pin',
      version: top.version,
    });
    const quote = { commentId: top.id, version: top.version, start: 0, end: 6 };
    await site.app.request
      .post(`/api/v1/posts/${post}/comments`)
      .set(site.staff.auth)
      .send({ body: 'It was so.', quotes: [quote] })
      .expect(201);
    let parent = top.id;
    for (let depth = 1; depth <= 6; depth++)
      parent = (await say(site.app, two, post, `Level ${depth}`, parent)).id;
    const address = site.embed(`post="${post}"`);
    const { page } = await site.open(address);
    const line = page.getByRole('article').filter({ hasText: 'Pinned by staff' });
    await line.getByText('@marta-one').waitFor();
    const card = page.getByRole('region', { name: 'Pinned comments' });
    expect(await card.getByText('@marta-one').count()).toBe(1);
    const quoted = page.locator('blockquote.quote footer');
    expect(await quoted.textContent()).toContain(`${NAME} @marta-one`);
    await page.goto(`${address}?comment=${parent}`);
    const deep = page.getByRole('article').filter({ hasText: 'Level 6' });
    expect(await deep.locator('.answers').textContent()).toContain(`${NAME} @marta-two`);
  });

  inFull('are told apart among the comments that wait', async () => {
    const { id: post } = await site.post({ mode: 'premoderated' });
    for (const { auth } of [one, two])
      await site.app.request
        .post(`/api/v1/posts/${post}/comments`)
        .set(auth)
        .send({ body: 'It waits' })
        .expect(202);
    const { page } = await site.open(site.embed(`post="${post}"`));
    await signInAsStaff(page);
    const awaiting = page.locator('.awaiting');
    for (const { username } of [one, two]) await awaiting.getByText(`@${username}`).waitFor();
  });
});
