import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { type Person, register, signInAnew } from '../support/people.js';
import { whileClockStands } from '../support/standing-clock.js';
import { say } from '../support/threads.js';

describe('a limit that a reader reaches', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start({ RATE_LIMITS: 'on' });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('is told in plain words, with when to try again, and what was written is kept', async () => {
    const post = await site.post();
    const reader = await register(site.app);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, reader.username);
    const write = page.getByLabel('Write a comment');
    // The limit's minute must not end meanwhile.
    await whileClockStands(async () => {
      // A new account may write eight times a minute per session, and ten times in all.
      for (let n = 0; n < 8; n++) await say(site.app, reader, post.id, `Comment ${n}`);
      for (const text of ['The ninth', 'The tenth', 'One too many']) {
        const button = page.getByRole('button', { name: 'Write a comment' });
        if (await button.isVisible()) await button.click();
        await write.fill(text);
        await page.getByRole('button', { name: 'Send' }).click();
        if (text === 'One too many') continue;
        await page.getByRole('article').getByText(text).waitFor();
        // The event may come before the answer.
        await write.waitFor({ state: 'detached' });
      }
      await page
        .getByText(/^That was too often\. What you wrote is kept; try again in \d+ seconds?\.$/)
        .waitFor();
    });
    expect(await write.inputValue()).toBe('One too many');
  });

  it('is told of votes, too', async () => {
    const post = await site.post();
    const comment = await say(site.app, site.staff, post.id, 'A claim');
    const reader = await register(site.app);
    const again = await signInAnew(site.app, reader);
    const vote = ({ auth }: Person) =>
      site.app.request
        .put(`/api/v1/comments/${comment.id}/vote`)
        .set(auth)
        .send({ value: 1 })
        .then(({ status }) => status);
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, reader.username);
    await whileClockStands(async () => {
      // One session must not use up the whole limit.
      for (const session of [reader, again]) {
        let status = 200;
        for (let nth = 0; nth < 1_000 && status === 200; nth++) status = await vote(session);
        expect(status).toBe(429);
      }
      await page.getByRole('button', { name: 'Disagree' }).click();
      // No text was written, so there is nothing to keep.
      await page.getByText(/That was too often\. Please try again in \d+ seconds?\./).waitFor();
    });
  });
});
