import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { until } from '../support/until.js';

const KEPT = `JSON.parse(localStorage.getItem('colloquy:session'))`;

describe('who is signed in on the pages of a site', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  /** Two tabs of one browser. */
  async function openTwo(): Promise<[Page, Page]> {
    const post = await site.post();
    const address = site.embed(`post="${post.id}"`);
    const { page: one } = await site.open(address);
    const other = await one.context().newPage();
    await other.goto(address);
    await other.getByRole('button', { name: 'Write a comment' }).waitFor();
    return [one, other];
  }

  it('is so in all its tabs at once, and so is who signs out', async () => {
    const [one, other] = await openTwo();
    await signIn(one, site.author.username);
    await other.getByText(`Signed in as ${site.author.username}`).waitFor();
    await other.getByRole('button', { name: 'Sign out' }).click();
    const signedIn = one.getByText('Signed in as');
    await until('it is so in the first tab', async () => (await signedIn.count()) === 0);
    expect(await one.evaluate(KEPT)).toBeNull();
  });

  it('goes on when a token ends during the visit: one tab renews it for all', async () => {
    const [one, other] = await openTwo();
    await signIn(one, site.author.username);
    await other.getByText('Signed in as').waitFor();
    const renewals: string[] = [];
    for (const page of [one, other])
      page.on('request', (request) => {
        if (request.url().endsWith('/auth/refresh')) renewals.push(request.url());
      });
    const former = (await one.evaluate(`${KEPT}.refreshToken`)) as string;
    // As if the visit had lasted until now: each tab learns of it from the storage.
    await one.evaluate(`(() => {
      const kept = ${KEPT};
      localStorage.setItem('colloquy:session', JSON.stringify({ ...kept, endsAt: 0 }));
      dispatchEvent(new StorageEvent('storage', { key: 'colloquy:session' }));
    })()`);
    await one.getByLabel('Write a comment').fill('After half an hour');
    await one.getByRole('button', { name: 'Send' }).click();
    await one.getByRole('article').getByText('After half an hour').waitFor();
    await other.getByRole('button', { name: 'Write a comment' }).click();
    await other.getByLabel('Write a comment').fill('In the other tab');
    await other.getByRole('button', { name: 'Send' }).click();
    await other.getByRole('article').getByText('In the other tab').waitFor();
    expect(renewals).toHaveLength(1);
    expect(await one.evaluate(`${KEPT}.refreshToken`)).not.toBe(former);
    await one.getByText(`Signed in as ${site.author.username}`).waitFor();
  });

  it('is a guest again, with the text kept, when the session was ended elsewhere', async () => {
    const [one] = await openTwo();
    await signIn(one, site.author.username);
    await one.getByLabel('Write a comment').fill('Still here');
    await one.evaluate(`(() => {
      const kept = ${KEPT};
      const session = { ...kept, endsAt: 0, refreshToken: 'revoked' };
      localStorage.setItem('colloquy:session', JSON.stringify(session));
      dispatchEvent(new StorageEvent('storage', { key: 'colloquy:session' }));
    })()`);
    await one.getByRole('button', { name: 'Send' }).click();
    const signedIn = one.getByText('Signed in as');
    await until('they are signed out', async () => (await signedIn.count()) === 0);
    expect(await one.getByLabel('Write a comment').inputValue()).toBe('Still here');
  });
});
