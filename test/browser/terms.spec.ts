import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { inFull } from '../support/full-form.js';
import { decide } from '../support/moderation.js';
import { newName, register } from '../support/people.js';
import { readPage, say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('what a discussion asks of who writes', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start({ RATE_LIMITS: 'on' });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  async function open(fields: object) {
    const post = await site.post(fields);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    return { page, post };
  }

  inFull(
    'slow mode: says so, counts down on the button, keeps the text, and sends it then',
    async () => {
      const { page, post } = await open({ slowModeSeconds: 3_600 });
      await page.getByText('You can comment every 60 minutes.').waitFor();
      await page.getByLabel('Write a comment').fill('The first');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('article').getByText('The first').waitFor();
      await page.getByRole('button', { name: 'Write a comment' }).click();
      await page.getByLabel('Write a comment').fill('The second');
      await page.getByRole('button', { name: /^Send in (59|60):\d\d$/ }).waitFor();
      await page.getByText('This discussion is slow').waitFor();
      await site.database.query(
        `update comments set created_at = created_at - interval '1 hour' where post_id = $1`,
        [post.id],
      );
      await page.clock.setSystemTime(Date.now() + 3_660_000);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByRole('article').getByText('The second').waitFor();
      expect((await readPage(site.app, post.id)).items).toHaveLength(2);
    },
  );

  inFull('slow mode: leaves no clock running behind a form that was sent', async () => {
    const post = await site.post({ slowModeSeconds: 3_600 });
    const { page } = await site.open('about:blank');
    await page.addInitScript(`
      globalThis.clocks = new Set();
      const { setInterval: set, clearInterval: clear } = globalThis;
      globalThis.setInterval = (work, ms) => {
        const id = set(work, ms);
        if (ms === 1_000) clocks.add(id);
        return id;
      };
      globalThis.clearInterval = (id) => clocks.delete(id) + clear(id);
    `);
    await page.goto(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    const write = page.getByLabel('Write a comment');
    await write.fill('The first');
    await page.getByRole('button', { name: 'Send' }).click();
    await write.waitFor({ state: 'detached' });
    await page.locator('button.write').click();
    await page.getByRole('button', { name: /^Send in/ }).waitFor();
    expect(await page.evaluate('clocks.size')).toBe(1);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await write.waitFor({ state: 'detached' });
    expect(await page.evaluate('clocks.size')).toBe(0);
  });

  inFull('slow mode: learns of it from the refusal, too', async () => {
    const { page, post } = await open({});
    // The reader's own data has loaded; a later answer would already contain the slow mode.
    await page.getByLabel('What you are told of this discussion').waitFor();
    await site.app.request
      .patch(`/api/v1/posts/${post.id}`)
      .set(site.staff.auth)
      .send({ slowModeSeconds: 3_600 })
      .expect(200);
    for (const text of ['The first', 'The second']) {
      const write = page.locator('button.write');
      if ((await write.count()) > 0) await write.click();
      await page.getByLabel('Write a comment').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      if (text !== 'The first') continue;
      await page.getByRole('article').getByText(text).waitFor();
      await page.getByLabel('Write a comment').waitFor({ state: 'detached' });
    }
    const send = page.getByRole('button', { name: /^Send in (59|60):\d\d$/ });
    await send.waitFor();
    expect(await send.isDisabled()).toBe(true);
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('The second');
  });

  it('premoderation: says so before, and what waits after, with the reason', async () => {
    const { page } = await open({ mode: 'premoderated' });
    await page.getByText('A moderator reads comments here before they appear.').waitFor();
    await page.getByLabel('Write a comment').fill('For a moderator');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your comment waits for a moderator.').first().waitFor();
    const own = page.getByRole('region', { name: 'Only you see this' });
    await own.getByText('For a moderator', { exact: true }).waitFor();
    await own.getByText('A moderator reads comments here before they appear.').waitFor();
  });

  inFull('first comments that are held: the reason stands with the comment', async () => {
    const settings = (holdFirstComments: number) =>
      site.app.request
        .patch('/api/v1/moderation/settings')
        .set(site.staff.auth)
        .send({ holdFirstComments })
        .expect(200);
    await settings(100);
    try {
      const { page } = await open({});
      await page.getByLabel('Write a comment').fill('One of the first');
      await page.getByRole('button', { name: 'Send' }).click();
      const own = page.getByRole('region', { name: 'Only you see this' });
      await own.getByText('One of the first').waitFor();
      expect(await own.locator('.why').count()).toBeGreaterThanOrEqual(2);
    } finally {
      await settings(0);
    }
  });

  it('a lock while one writes: says so, keeps the text, and goes on when it is lifted', async () => {
    const { page, post } = await open({});
    await page.locator('[data-status=live]').waitFor();
    await page.getByLabel('Write a comment').fill('Half of a thought');
    await decide(site.app, site.staff, `posts/${post.id}`, { action: 'lock' });
    await page.getByText('A moderator has locked the discussion meanwhile.').waitFor();
    const send = page.getByRole('button', { name: 'Send' });
    expect(await send.isDisabled()).toBe(true);
    expect(await page.getByLabel('Write a comment').inputValue()).toBe('Half of a thought');
    await decide(site.app, site.staff, `posts/${post.id}`, { action: 'unlock' });
    await until('it can be sent', async () => send.isEnabled());
    await send.click();
    await page.getByRole('article').getByText('Half of a thought').waitFor();
  });

  it('a suspended account is told so before it writes, with the date and the reason', async () => {
    const post = await site.post();
    const comment = await say(site.app, site.staff, post.id, 'Something to answer');
    const reader = await register(site.app);
    const ends = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await decide(site.app, site.staff, `users/${reader.id}`, {
      action: 'suspend',
      reason: 'abusive',
      until: ends,
      text: 'Three insults in one day.',
    });
    await site.database.query(`update statements set visible_at = now() - interval '1 second'`);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByRole('button', { name: 'Write a comment' }).click();
    await page.getByLabel('E-mail or user name').fill(reader.username);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    const told = page.locator('.top').getByText(/^Your account is suspended until .+\d{4}/);
    await told.waitFor();
    await page.locator('.top').getByText('Three insults in one day.').waitFor();
    const line = page.locator(`#c-${comment.id}`);
    await line.getByRole('button', { name: 'Reply' }).click();
    await line.getByText(/^Your account is suspended until/).waitFor();
    expect(await page.locator('textarea').count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await told.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write a comment' }).waitFor();
  });

  inFull('a banned account reads what guests read, live, and is told why', async () => {
    const post = await site.post();
    await say(site.app, site.staff, post.id, 'Something to read');
    const reader = await register(site.app);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, reader.username);
    await page.getByLabel('Write a comment').fill('One more insult');
    await decide(site.app, site.staff, `users/${reader.id}`, {
      action: 'ban',
      reason: 'abusive',
      text: 'That was enough.',
    });
    await site.database.query(`update statements set visible_at = now() - interval '1 second'`);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.sign-in input[name=login]').fill(reader.username);
    await page.locator('.sign-in input[name=password]').fill('correct horse battery');
    await page.locator('.sign-in .main').click();
    await page.getByText('Your account is blocked here').first().waitFor();
    await page.reload();
    await page.getByText('Something to read').waitFor();
    await page.getByText('That was enough.').waitFor();
    await page.locator('[data-status=live]').waitFor();
    await say(site.app, site.staff, post.id, 'Something new');
    await page.getByRole('button', { name: '1 new comment' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });

  it('a closed discussion offers no place to write', async () => {
    const post = await site.post({ mode: 'closed' });
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByText('This discussion is closed. It can be read.').waitFor();
    expect(await page.getByRole('button', { name: 'Write a comment' }).count()).toBe(0);
  });
});

describe('a site whose discussions only staff begin', () => {
  let site: EmbedSite;
  beforeAll(async () => {
    site = await EmbedSite.start({ PAGES_BY_READERS: 'off' });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('offers no form on a page without a discussion, and one after the first comment', async () => {
    const address = site.embed('', { path: `/${newName('ours')}` });
    const { page } = await site.open(address);
    await page.getByText('Only the staff of this site begin discussions.').waitFor();
    expect(await page.getByRole('button', { name: 'Write a comment' }).count()).toBe(0);
    await site.app.request
      .post('/api/v1/posts/by-page')
      .set(site.staff.auth)
      .send({ url: address })
      .expect(201);
    await page.reload();
    await page.getByRole('button', { name: 'Write a comment' }).waitFor();
  });
});
