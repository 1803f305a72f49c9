import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DemoSeed } from '../../src/site/demo-seed.js';
import { EmbedSite } from '../support/embed-site.js';
import { sampleOf } from '../support/full-form.js';

/** The folder for `npm run pictures`; a plain test run stores nothing. */
const PLACE = process.env.PICTURES;

const STYLE = `<style>
  :root { color-scheme: light; }
  body { margin: 0; font: 18px/1.6 Georgia, 'Open Sans', serif; background: #fdfcfa; color: #1f1d1a; }
  main { max-width: 43rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.9em; line-height: 1.2; }
  .dark { background: #171513; color: #eae6df; }
  colloquy-thread { margin-top: 2.5rem; }
</style>`;
const DARK =
  '<script>document.documentElement.firstElementChild; addEventListener("DOMContentLoaded", () => document.body.classList.add("dark"))</script>';

const VIEWS = [
  ['embed-light', 'lang="en"', STYLE, 900],
  ['embed-dark', 'lang="en"', STYLE + DARK, 900],
  ['embed-narrow', 'lang="en"', STYLE, 360],
  ['embed-russian', 'lang="ru"', STYLE, 900],
  ['embed-right-to-left', 'lang="qps-plocm"', STYLE, 900],
] as const;

describe('pictures of the discussion', () => {
  let site: EmbedSite;
  let slug: string;

  beforeAll(async () => {
    site = await EmbedSite.start();
    slug = (await site.app.app.get(DemoSeed).ensure())!;
    if (PLACE) mkdirSync(PLACE, { recursive: true });
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('embed-passages', async () => {
    const { text: demo } = await site.app.request.get('/').expect(200);
    const article = `<main>${/<article id="article"[^]*?<\/article>/.exec(demo)![0]}`;
    const attributes = `post="${slug}" article="#article" sort="oldest" lang="en"`;
    const address = site.embed(attributes, { article, head: STYLE });
    const { page, complaints } = await site.open(address, {
      viewport: { width: 900, height: 1400 },
    });
    await page.getByRole('button', { name: '1 comment on this passage' }).first().waitFor();
    await page.getByText('1 update of this review').click();
    await page.locator('[data-status=live]').waitFor();
    await page.getByText('led to the update of').waitFor();
    const path = PLACE && join(PLACE, 'embed-passages.png');
    await page.screenshot(path ? { path } : {});
    expect(complaints).toEqual([]);
  });

  it.each(PLACE ? VIEWS : sampleOf(VIEWS, 5))('%s', async (name, attributes, head, width) => {
    const article = `<main><h1>The Other Bank</h1>
      <p>A valley under water, and who remembers it.</p>`;
    const address = site.embed(`post="${slug}" sort="oldest" ${attributes}`, { article, head });
    const { page, complaints } = await site.open(address, { viewport: { width, height: 900 } });
    await page.getByRole('article').nth(7).waitFor();
    await page.locator('[data-status=live]').waitFor();
    const path = PLACE && join(PLACE, `${name}.png`);
    await page.screenshot({ fullPage: true, ...(path ? { path } : {}) });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
  });
});
