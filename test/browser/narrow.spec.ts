import { EmbedSite } from '../support/embed-site.js';
import { register } from '../support/people.js';
import { say } from '../support/threads.js';

/** Levels below this one are not indented any further. */
const DEEPEST_INDENT = 4;
const LEVELS = 9;

describe('a long branch on a telephone', () => {
  let site: EmbedSite;
  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('stops moving inwards after four levels, and says there whom each answers', async () => {
    const post = await site.post();
    const other = await register(site.app);
    const names = [site.author.username, other.username];
    let parent: string | undefined;
    for (let level = 0; level < LEVELS; level++) {
      const by = level % 2 ? other : site.author;
      ({ id: parent } = await say(site.app, by, post.id, `Level ${level}`, parent));
    }
    const address = `${site.embed(`post="${post.slug}"`)}?comment=${parent}`;
    const { page } = await site.open(address, { viewport: { width: 360, height: 700 } });
    await page.getByText(`Level ${LEVELS - 1}`, { exact: true }).waitFor();

    const rows = (await page.evaluate(`[...document.querySelector('colloquy-thread').shadowRoot
      .querySelectorAll('article')].map((article) => ({
        text: article.querySelector('.body').textContent.trim(),
        left: article.querySelector('.body').getBoundingClientRect().left,
        answers: article.querySelector('.answers')?.innerText ?? '',
      }))`)) as { text: string; left: number; answers: string }[];
    expect(rows.map(({ text }) => text)).toEqual(
      Array.from({ length: LEVELS }, (_, level) => `Level ${level}`),
    );
    // The second line of a byline must start at the indent of the first.
    const indents = await page.evaluate(`[...document.querySelector('colloquy-thread').shadowRoot
      .querySelectorAll('.name, .handle, .badge, .answers')]
      .map((part) => getComputedStyle(part).marginInlineStart)`);
    expect(new Set(indents as string[])).toEqual(new Set(['0px']));
    for (const [level, { left, answers }] of rows.entries()) {
      if (level === 0) continue;
      if (level <= DEEPEST_INDENT) expect(left).toBeGreaterThan(rows[level - 1].left);
      else expect(left).toBe(rows[DEEPEST_INDENT].left);
      expect(answers).toBe(level <= DEEPEST_INDENT ? '' : `answering ${names[(level + 1) % 2]}`);
    }
  });
});
