import { EmbedSite } from '../support/embed-site.js';
import { newName } from '../support/people.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

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
    const [path, key] = [`/${newName('film')}`, newName('film')];
    const url = site.host.origin + path;
    const [one, two] = [await site.post({ url }), await site.post({ key })];
    await say(site.app, site.author, one.id, 'One');
    for (let count = 0; count < 2; count++) await say(site.app, site.author, two.id, `${count}`);
    const { page, asked, complaints } = await open(`
      <a href="${path}#discussion"><colloquy-count>Comments</colloquy-count></a>
      <colloquy-count post="${one.slug}"></colloquy-count>
      <colloquy-count post="${one.slug}" plain></colloquy-count>
      <p lang="ru"><colloquy-count key="${key}"></colloquy-count></p>
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
    await page.evaluate(`document.querySelector('colloquy-count').setAttribute('key', '${key}')`);
    await page.getByText('2 comments').waitFor();
  });

  it('lets no name that is none take the counts of the others away', async () => {
    const good = newName('good');
    const { id } = await site.post({ url: `${site.host.origin}/${good}`, key: good });
    await say(site.app, site.author, id, 'One');
    const refused = ['javascript:void(0)', 'mailto:x@y.example', 'tel:+371', 'http://', '#x"><b'];
    const long = 'x'.repeat(2_500);
    const { page, complaints } = await open(
      `${refused.map((href) => `<a href="${href}"><colloquy-count>Show</colloquy-count></a>`).join('')}
      <colloquy-count url="http://">Show</colloquy-count>
      <colloquy-count key="${long}">Show</colloquy-count>
      <a href="/${long}"><colloquy-count>Show</colloquy-count></a>
      <p lang="lv_LV"><colloquy-count key="${good}"></colloquy-count></p>
      <p lang="constructor"><a href="/${good}"><colloquy-count>Comments</colloquy-count></a></p>
      <colloquy-count url="${good}"></colloquy-count>`,
    );
    await page.getByText('1 komentārs').waitFor();
    await until('all are counted', async () => (await page.getByText('1 comment').count()) === 2);
    expect(await page.getByText('Show').count()).toBe(5);
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
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
