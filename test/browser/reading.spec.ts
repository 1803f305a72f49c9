import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

describe('a reader of an embedded thread', () => {
  let site: EmbedSite;

  beforeAll(async () => {
    site = await EmbedSite.start();
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  it('sees it on a page of another origin, and stores nothing on the device', async () => {
    const post = await site.post();
    const first = await say(site.app, site.author, post.id, 'The *first* word');
    await say(site.app, site.author, post.id, 'An answer', first.id);
    const { page, complaints } = await site.open(site.embed(`post="${post.slug}"`));
    await page.getByRole('article').nth(1).getByText('An answer').waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
    expect(await page.locator('em', { hasText: 'first' }).count()).toBe(1);
    expect(await page.getByRole('heading', { name: '2 comments' }).count()).toBe(1);
    await page.getByText('Live').waitFor();
    const stored = await page.evaluate('localStorage.length + document.cookie.length');
    expect(stored).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is told of new replies, and sees them when they want to', async () => {
    const post = await site.post();
    const first = await say(site.app, site.author, post.id, 'Something');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await page.getByText('Live').waitFor();
    await say(site.app, site.author, post.id, 'A later answer', first.id);
    const pill = page.getByRole('button', { name: '1 new comment' });
    await pill.waitFor();
    expect(await page.getByText('A later answer').count()).toBe(0);
    await pill.click();
    await page.getByText('A later answer').waitFor();
    expect(await pill.count()).toBe(0);
  });

  it('loads no further comments where it is not displayed', async () => {
    const post = await site.post();
    for (let at = 0; at < 25; at++) await say(site.app, site.author, post.id, `Number ${at}`);
    const { page } = await site.open('about:blank');
    const further: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('cursor=')) further.push(request.url());
    });
    await page.goto(site.embed(`post="${post.id}" style="display:none"`));
    await page.locator('[data-status=live]').waitFor({ state: 'attached' });
    expect(further).toEqual([]);
    await page.evaluate(`document.querySelector('colloquy-thread').style.display = ''`);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await until('they are loaded', async () => further.length === 1);
  });

  it('reads each paragraph in its own direction, and code in that of code', async () => {
    const post = await site.post();
    const hebrew = 'שורה בעברית (עם סוגריים)!';
    await say(
      site.app,
      site.author,
      post.id,
      `An English line first.\n\n${hebrew}\n\n- ${hebrew}\n- English\n\n> ${hebrew}\n\n> English`,
    );
    await say(
      site.app,
      site.author,
      post.id,
      `הנה הקוד:\n\n\`\`\`\nlet n = a[0] - 1; // ok\n\`\`\`\n\n\`a[0]\` הוא`,
    );
    const { page } = await site.open(site.embed(`post="${post.id}" sort="oldest"`));
    await page.getByText('הנה הקוד').waitFor();
    const directions =
      (await page.evaluate(`[...document.querySelector('colloquy-thread').shadowRoot
      .querySelectorAll('article .body')].map((body) => [body, ...body.querySelectorAll('p, ul, li, blockquote, pre, code')]
        .map((part) => part.localName + ' ' + getComputedStyle(part).direction))`)) as string[][];
    expect(directions[0].slice(0, 3)).toEqual(['div ltr', 'p ltr', 'p rtl']);
    expect(directions[0].slice(3, 6)).toEqual(['ul rtl', 'li rtl', 'li ltr']);
    expect(directions[0].slice(6, 8)).toEqual(['blockquote rtl', 'p rtl']);
    expect(directions[1]).toEqual(['div rtl', 'p rtl', 'pre ltr', 'code ltr', 'p rtl', 'code ltr']);
  });

  it('reads a wide table by its words, and scrolls it', async () => {
    const post = await site.post();
    const row = (cell: string) => `|${` ${cell} |`.repeat(8)}`;
    await say(
      site.app,
      site.author,
      post.id,
      [row('Household'), row('---'), row('thousands')].join('\n'),
    );
    const { page } = await site.open(site.embed(`post="${post.id}"`), {
      viewport: { width: 360, height: 700 },
    });
    const cell = page.getByRole('cell', { name: 'thousands' }).first();
    await cell.waitFor();
    // One line with its border and padding.
    expect((await cell.boundingBox())!.height).toBeLessThan(45);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const [own, whole] =
      (await page.evaluate(`(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth])(
      document.querySelector('colloquy-thread').shadowRoot.querySelector('table'))`)) as number[];
    expect(whole).toBeGreaterThan(own);
  });

  it('votes without moving what stands beside it, and finds no vote on own comments', async () => {
    const post = await site.post({ votes: 'updown' });
    const mine = await say(site.app, site.author, post.id, 'My own');
    await say(site.app, site.staff, post.id, 'Of somebody else');
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    await page.getByRole('button', { name: 'Cancel' }).click();
    const own = page.locator(`#c-${mine.id}`);
    await own.getByRole('button', { name: 'Reply' }).waitFor();
    await until(
      'own comments have no votes',
      async () => (await own.locator('.vote').count()) === 0,
    );
    const agree = page.getByRole('button', { name: 'Agree', exact: true });
    const beside = page.locator('.vote').nth(1);
    const before = await beside.boundingBox();
    await agree.click();
    await page.getByRole('button', { name: 'Agree', pressed: true }).waitFor();
    expect((await beside.boundingBox())!.x).toBe(before!.x);
  });

  it('prints when each comment was written, and not how long ago', async () => {
    const post = await site.post();
    const { createdAt } = (await say(site.app, site.author, post.id, 'On paper')) as unknown as {
      createdAt: string;
    };
    const { page } = await site.open(site.embed(`post="${post.id}"`));
    const time = page.locator('.time');
    await time.waitFor();
    await page.getByText('Live').waitFor();
    await page.emulateMedia({ media: 'print' });
    await until(
      'the words of the screen are gone',
      async () => !(await time.locator('time').isVisible()),
    );
    const printed = await page.evaluate(`(() => {
      const time = document.querySelector('colloquy-thread').shadowRoot.querySelector('.time');
      return getComputedStyle(time, '::after').content + time.title;
    })()`);
    expect(printed).toContain(String(new Date(createdAt).getFullYear()));
    expect(printed).toMatch(/^"/);
  });

  it('is remembered to have read so far when the page is left, and no failure of that is thrown', async () => {
    const post = await site.post();
    await say(site.app, site.staff, post.id, 'To be read');
    const { page, complaints } = await site.open(site.embed(`post="${post.id}"`));
    await signIn(page, site.author.username);
    const lastSeen = async () => {
      const call = site.app.request.get(`/api/v1/posts/${post.id}/viewer`).set(site.author.auth);
      return (await call.expect(200)).body.lastSeenSeq as number;
    };
    const hide = () => page.evaluate(`void dispatchEvent(new PageTransitionEvent('pagehide'))`);
    await page.route('**/viewer', (route) => route.abort(), { times: 1 });
    const failed = page.waitForEvent('requestfailed');
    await hide();
    await failed;
    await page.evaluate('new Promise((done) => setTimeout(done))');
    expect(complaints.filter((each) => !each.includes('ERR_FAILED'))).toEqual([]);
    expect(await lastSeen()).toBe(0);
    await page.goto('about:blank');
    await until('it is remembered', async () => (await lastSeen()) > 0);
  });
});
