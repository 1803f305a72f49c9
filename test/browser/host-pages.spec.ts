import type { Page } from 'playwright-core';
import { signIn } from '../support/embed-acts.js';
import { EmbedSite } from '../support/embed-site.js';
import { oneOf } from '../support/full-form.js';
import { say } from '../support/threads.js';
import { until } from '../support/until.js';

/** Layouts in which a page places the element, each beside a long text of the page. */
const PLACES: readonly [name: string, outer: string, inner?: string][] = [
  ['a block', ''],
  ['a row', 'display:flex'],
  ['the middle of a column', 'display:flex;flex-direction:column;align-items:center'],
  ['the middle of a grid', 'display:grid;justify-content:center'],
  ['a table cell', 'display:table', 'display:table-cell'],
  ['a float', 'display:flow-root', 'float:left'],
  ['an inline block', '', 'display:inline-block'],
  ['a box that fits', '', 'width:fit-content'],
  ['an absolute box', 'position:relative;height:200px', 'position:absolute'],
];
const LIGHT = [
  'rgb(240 240 240)',
  '#eee',
  'oklch(0.96 0 0)',
  'oklab(0.9 0.01 none)',
  'lab(95 0 0)',
  'lch(90 5 200)',
  'color(display-p3 0.9 0.9 0.9)',
  'color(srgb-linear 0.8 0.8 0.8)',
  'hwb(0 90% 0%)',
  'color-mix(in oklab, white 90%, black)',
];
const DARK = ['#222', 'oklch(0.2 0.02 250)', 'lab(15 0 0)', 'color(display-p3 0.1 0.1 0.1)'];

/** Language tags of a page and their interpretation, in a browser that prefers English. */
const TAGS = [
  ['ru_RU', 'ru-RU'],
  ['lv-LV@euro', 'lv-LV'],
  ['lv_LV.UTF-8', 'lv-LV'],
  ['ru-', 'ru'],
  ['ru--RU', 'ru-RU'],
  ['lv-LV ', 'lv-LV'],
  [' LV', 'lv'],
  ['ru-international', 'ru'],
  ['ru,lv', 'ru'],
  ['lav', 'lv'],
  ['x-default', 'en-US'],
  ['english', 'en-US'],
  ['constructor', 'en-US'],
  ['__proto__', 'en-US'],
  ['???', 'en-US'],
] as const;

describe('a page of somebody else', () => {
  let site: EmbedSite;
  let post: { id: string; slug: string };
  beforeAll(async () => {
    site = await EmbedSite.start();
    post = await site.post();
    await say(site.app, site.author, post.id, 'The first word');
  });
  afterEach(() => site.closeTabs());
  afterAll(() => site.stop());

  const script = () => `<script type="module" src="${site.app.url}/embed.js"></script>`;
  const thread = (attributes = '') =>
    `<colloquy-thread post="${post.slug}" ${attributes}></colloquy-thread>`;
  const open = async (body: string, head = '') => {
    const tab = await site.open(site.host.page('/somebody', script() + body, head));
    await tab.page.getByText('The first word').first().waitFor();
    return tab;
  };
  /** The shadow roots of all elements, as their page sees them. */
  const rootsOf = async <T>(page: Page, what: string): Promise<T[]> =>
    (await page.evaluate(`[...document.querySelectorAll('colloquy-thread')].map((element) =>
      ((root) => ${what})(element.shadowRoot?.querySelector('.root')))`)) as T[];
  const schemes = (page: Page) => rootsOf<string>(page, 'root?.dataset.scheme');

  it('is read in the language that it means, however it writes that', async () => {
    const { page, complaints } = await open(
      TAGS.map(([tag]) => `<div lang="${tag}">${thread()}</div>`).join(''),
    );
    const wanted = TAGS.map(([, language]) => language);
    const shown = () => rootsOf<string>(page, 'root?.lang');
    await until('all are shown', async () => (await shown()).every(Boolean));
    expect(await shown()).toEqual(wanted);
    const titles = { en: '1 comment', lv: '1 komentārs', ru: '1 комментарий' };
    const title = `root.querySelector('h2').textContent`;
    const say = wanted.map((tag) => titles[tag.slice(0, 2) as keyof typeof titles]);
    await until('all have their comments', async () =>
      (await rootsOf(page, `root.querySelector('article')`)).every(Boolean),
    );
    expect(await rootsOf(page, title)).toEqual(say);
    expect(complaints).toEqual([]);
  });

  it('is read though the browser names its language in a way of its own', async () => {
    const tab = await site.open('about:blank');
    await tab.page.addInitScript(`Object.defineProperty(navigator, 'languages', {
      get: () => ['en-US@posix', 'lv_LV'] })`);
    await tab.page.goto(site.host.page('/posix', `<div lang="de">${script()}${thread()}</div>`));
    await tab.page.getByText('The first word').waitFor();
    await tab.page.getByText('a moment ago').or(tab.page.getByText('ago')).first().waitFor();
    expect(tab.complaints).toEqual([]);
  });

  it('gives the element as much room as a text of its own', async () => {
    const long = `<div>${'A text of the page. '.repeat(60)}</div>`;
    const { page } = await open(
      PLACES.map(([, outer, inner = '']) =>
        [long, thread()].map(
          (content) => `<div style="${outer}"><div style="${inner}">${content}</div></div>`,
        ),
      )
        .flat()
        .join(''),
    );
    const rows = PLACES.filter(([, , inner]) => inner === undefined);
    expect(rows.length).toBeGreaterThan(3);
    const widths = (await page.evaluate(`[...document.querySelectorAll('colloquy-thread')].map(
      (element) => [element, element.parentElement.parentElement.previousElementSibling
        .firstElementChild.firstElementChild].map((box) => box.getBoundingClientRect().width))`)) as [
      number,
      number,
    ][];
    const narrower = PLACES.filter((_, at) => Math.abs(widths[at][0] - widths[at][1]) > 1);
    expect(narrower.map(([name]) => name)).toEqual([]);
    expect(Math.min(...widths.map(([own]) => own))).toBeGreaterThan(800);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
  });

  it('is dark where its text is light, in any notation of colours', async () => {
    const colours = [...LIGHT, ...DARK];
    const { page } = await open(
      colours.map((colour) => `<div style="color:${colour}">${thread()}</div>`).join(''),
    );
    await until('all are shown', async () => (await schemes(page)).every(Boolean));
    const wanted = [...LIGHT.map(() => 'dark'), ...DARK.map(() => 'light')];
    expect(await schemes(page)).toEqual(wanted);
  });

  it.each(
    oneOf([
      ['slowly', `document.documentElement.classList.toggle('night')`],
      ['by a box around the element', `document.querySelector('main').classList.toggle('night')`],
      [
        'by a sheet that is loaded later',
        `document.querySelector('#late') ? document.querySelector('#late').remove() : document.head.append(
        Object.assign(document.createElement('style'), { id: 'late', textContent: 'main { color: #eee }' }))`,
      ],
      ['by a box that is ticked', `document.querySelector('input').click()`],
    ]),
  )('changes its theme %s', async (_, toggle) => {
    const { page } = await open(
      `<input type="checkbox" aria-label="Night"><main>${thread()}</main>`,
      `<style>html, main { color: #222; transition: color .4s } html.night { color: #eee }
        html.night main { color: inherit } main.night, :has(:checked) main { color: #eee }</style>`,
    );
    for (const scheme of ['dark', 'light', 'dark']) {
      await page.evaluate(`void (${toggle})`);
      await until(`it is ${scheme}`, async () => (await schemes(page))[0] === scheme);
    }
  });

  it('gives the element its font, and no other property that is inherited', async () => {
    const { page } = await open(`<main>${thread()}</main><aside><span></span></aside>`);
    // A valid value of a property shows whether it is inherited, and then whether it gets in.
    const { inherited, in: into } = (await page.evaluate(`(() => {
      const values = ['3px', '2', '.5', '2em', '40%', 'red', 'rgb(1, 2, 3)', 'none', 'auto', 'all', 'bold',
        'italic', 'small-caps', 'uppercase', 'center', 'right', 'end', 'justify', 'nowrap', 'pre', 'break-all',
        'keep-all', 'break-word', 'help', 'hidden', 'collapse', 'inside', 'upper-roman', 'hide', 'rtl',
        'vertical-rl', 'upright', 'manual', 'balance', 'stable', 'dark', 'exact', 'each-line', 'hanging', 'first',
        'under', 'over', 'left', 'dot', 'filled', '"x" "y"', 'pixelated', 'geometricPrecision', 'optimizeSpeed',
        'bevel', 'round', 'square', 'evenodd', 'stroke', 'middle', 'both', 'weight', 'condensed', 'sub', 'ruby',
        'jis78', 'tabular-nums', 'common-ligatures', '"smcp"', '"wght" 600', 'serif', '1px 1px red', 'strict',
        'loose', 'anywhere', 'separate', 'scroll', 'thin', 'green', 'inert', 'historical-forms', 'slice',
        'trim-start', 'no-autospace', 'normal', 'text', 'isolate', 'linearrgb', 'alternate', 'emoji', 'antialiased',
        'preserve'];
      const main = document.querySelector('main'), aside = document.querySelector('aside');
      const root = document.querySelector('colloquy-thread').shadowRoot.querySelector('.root');
      const inner = [root, root.querySelector('.body p'), root.querySelector('button')];
      const read = (element, name) => getComputedStyle(element).getPropertyValue(name);
      const found = { inherited: [], in: [] };
      for (const name of getComputedStyle(aside)) {
        if (name.startsWith('--')) continue;
        for (const value of values) {
          if (!CSS.supports(name, value)) continue;
          const before = read(aside.firstChild, name);
          aside.style.setProperty(name, value, 'important');
          const after = read(aside.firstChild, name);
          aside.style.removeProperty(name);
          if (before === after) continue;
          const shown = inner.map((element) => read(element, name));
          main.style.setProperty(name, value, 'important');
          const comes = inner.some((element, at) => read(element, name) !== shown[at]);
          main.style.removeProperty(name);
          if (!found.inherited.includes(name)) found.inherited.push(name);
          if (comes && !found.in.includes(name)) found.in.push(name);
        }
      }
      return found;
    })()`)) as { inherited: string[]; in: string[] };
    const known = [
      'cursor',
      'font-style',
      'letter-spacing',
      'line-height',
      'text-indent',
      'text-shadow',
      'text-transform',
      'white-space-collapse',
      'word-spacing',
    ];
    expect(known.filter((name) => !inherited.includes(name))).toEqual([]);
    expect(inherited.length).toBeGreaterThan(50);
    expect(into.toSorted()).toEqual([
      'font-family',
      'interactivity',
      'pointer-events',
      'visibility',
    ]);
    // This property is not inherited, but affects the element all the same.
    await page.evaluate(`document.querySelector('main').style.userSelect = 'none'`);
    expect(
      await rootsOf(page, `getComputedStyle(root.querySelector('.body p')).userSelect`),
    ).toEqual(['text']);
  });

  it('is shown where the page has extended the prototype of all objects', async () => {
    const { complaints } = await open(
      thread(),
      `<script>Object.prototype.mixin = function () {};
        Object.prototype.ru = 'a word'; Array.prototype.last = function () {};</script>`,
    );
    expect(complaints).toEqual([]);
  });

  it('hears nothing of what is typed into a field, and all that is its own', async () => {
    const { page } = await open(
      `<input id="find" aria-label="Find">${thread()}`,
      `<script>globalThis.heard = [];
        const hear = (event) => {
          if (event.target.matches('input, textarea')) return;
          heard.push(event.key);
          if (event.key !== '/' && event.key !== 'n') return;
          event.preventDefault();
          document.getElementById('find').focus();
        };
        for (const type of ['keydown', 'keypress', 'keyup']) {
          addEventListener(type, hear);
          document.addEventListener(type, hear, { capture: true });
        }</script>`,
    );
    const heard = async () => new Set((await page.evaluate('heard.splice(0)')) as string[]);
    const sheets = `document.querySelector('colloquy-thread').shadowRoot.adoptedStyleSheets.length`;
    await until('it is tied to its page', async () => Number(await page.evaluate(sheets)) > 2);
    await page.locator('select').focus();
    await page.keyboard.press('n');
    expect([...(await heard())]).toEqual([]);
    await signIn(page, site.author.username);
    const field = page.getByLabel('Write a comment');
    const typed = 'just a/b or c? – не now: ß';
    await heard();
    await field.pressSequentially(typed);
    expect(await field.inputValue()).toBe(typed);
    expect([...(await heard())].filter((key) => key !== 'Shift')).toEqual([]);
    for (const key of ['ArrowLeft', 'Backspace', 'Enter', 'Home', 'PageDown', 'Control+a'])
      await page.keyboard.press(key);
    // The page sees editing keys only if its listener runs before the field's.
    await page.evaluate('heard.length = 0');
    for (const key of ['Control+k', 'Escape', 'F2', 'Tab']) await page.keyboard.press(key);
    expect([...(await heard())]).toEqual(
      expect.arrayContaining(['Control', 'k', 'Escape', 'F2', 'Tab']),
    );
    // Keys pressed outside a field belong to the page.
    await page.getByRole('button', { name: 'Reply' }).focus();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('find');
  });
});
