import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';

describe('a list of articles', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const open = async (body: string, head = '') => {
    const script = `<script type="module" src="${site.app.url}/count.js"></script>`;
    const tab = await site.open('about:blank');
    const asked: URL[] = [];
    tab.page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('/counts')) asked.push(url);
    });
    await tab.page.goto(site.host.page('/list', `${script}${body}`, head));
    return { ...tab, asked };
  };

  it('shows how much was said under each, and asks once', async () => {
    const url = `${site.host.origin}/film`;
    const [one, two] = [await site.post({ url }), await site.post({ key: 'film-2' })];
    await say(site.app, site.author, one.id, 'One');
    for (let count = 0; count < 2; count++) await say(site.app, site.author, two.id, `${count}`);
    const { page, asked, complaints } = await open(`
      <a href="/film#discussion"><colloquy-count>Comments</colloquy-count></a>
      <colloquy-count post="${one.slug}"></colloquy-count>
      <colloquy-count post="${one.slug}" plain></colloquy-count>
      <p lang="ru"><colloquy-count key="film-2"></colloquy-count></p>
      <p lang="lv"><colloquy-count key="nobody-yet"></colloquy-count></p>`);
    await page.getByText('0 komentāru').waitFor();
    expect(await page.locator('colloquy-count').allTextContents()).toEqual([
      '1 comment',
      '1 comment',
      '1',
      '2 комментария',
      '0 komentāru',
    ]);
    expect(asked).toHaveLength(1);
    expect([...asked[0].searchParams]).toHaveLength(4);
    expect(complaints).toEqual([]);
    await page.evaluate(`document.querySelector('colloquy-count').setAttribute('key', 'film-2')`);
    await page.getByText('2 comments').waitFor();
  });

  it('asks for more than a hundred in parts', async () => {
    const { page, asked } = await open(
      Array.from(
        { length: 130 },
        (_, at) => `<colloquy-count key="page-${at}"></colloquy-count>`,
      ).join(' '),
    );
    await page.locator('colloquy-count', { hasText: '0 comments' }).nth(129).waitFor();
    const parts = asked.map(({ searchParams }) => [...searchParams].length);
    expect(new Set(parts)).toEqual(new Set([100, 30]));
    expect(parts).toHaveLength(2);
  });

  it('keeps what its author wrote where the service is not to be reached', async () => {
    const tab = await site.open('about:blank');
    await tab.page.route('**/counts?*', (route) => route.abort());
    const answered = tab.page.waitForEvent('requestfailed');
    const script = `<script type="module" src="${site.app.url}/count.js"></script>`;
    const body = `${script}<colloquy-count key="x">Comments</colloquy-count>`;
    await tab.page.goto(site.host.page('/list', body));
    await answered;
    expect(await tab.page.locator('colloquy-count').textContent()).toBe('Comments');
  });
});
