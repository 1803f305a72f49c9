import { attribute, type Markup, readMarkup, textIn } from '../support/markup.js';
import { useSite } from '../support/site.js';

const PAGES = ['confirm', 'reset', 'address', 'not-me', 'forgot', 'resend', 'unsubscribe'];

describe('the pages that links of mails open', () => {
  const site = useSite({ env: { PUBLIC_URL: 'https://talk.example/here' } });

  const ask = (path: string, language = '') =>
    site.app.request.get(`/account/${path}`).set('accept-language', language);
  const read = async (path: string, language?: string): Promise<Markup> => {
    const markup = readMarkup((await ask(path, language).expect(200)).text);
    expect(markup.faults).toEqual([]);
    return markup;
  };
  const languageOf = ({ all }: Markup) => attribute(all('html')[0], 'lang');

  it.each(PAGES)('tell nobody their address, and are kept nowhere: %s', async (page) => {
    const { headers, text } = await ask(page).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const { all } = readMarkup(text);
    const robots = all('meta').find((meta) => attribute(meta, 'name') === 'robots');
    expect(attribute(robots, 'content')).toBe('noindex');
    expect(all('script').map((script) => attribute(script, 'src'))).toEqual(['/here/account.js']);
    const named = all().flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(named.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    // Parse5 reads the content of `noscript` as text, like a browser with scripts.
    expect(textIn(all('noscript')[0])).toContain('This page needs JavaScript.');
    const [form] = all('form');
    expect(attribute(form, 'method')).toBe('post');
    expect(attribute(form, 'hidden')).toBe('');
  });

  it.each([
    ['reset', undefined, 'en'],
    ['reset', 'de, ru;q=0.9, en;q=0.5', 'ru'],
    ['reset?lang=lv', 'ru', 'lv'],
    ['reset?lang=lv-LV&utm_source=mail', 'ru', 'lv'],
    ['reset?lang=de', 'lv', 'lv'],
    ['reset?lang=constructor', 'de', 'en'],
    ['reset?lang=en&lang=ru', 'lv', 'lv'],
  ])('%s is, to a browser of %s, in %s', async (path, header, language) => {
    expect(languageOf(await read(path, header))).toBe(language);
  });

  it('are written in each language, and lead on in it', async () => {
    const titles = await Promise.all(
      ['en', 'lv', 'ru'].flatMap((language) =>
        PAGES.map(async (page) => {
          const { all } = await read(`${page}?lang=${language}`);
          return `${language} ${textIn(all('h1')[0])}`;
        }),
      ),
    );
    // Two pages have the same title.
    expect(new Set(titles).size).toBe(3 * (PAGES.length - 1));
    const { text } = await ask('reset?lang=ru').expect(200);
    expect(text).toContain('href="/here/account/forgot?lang=ru"');
    expect((await ask('confirm?lang=ru').expect(200)).text).toContain(
      'href="/here/account/resend?lang=ru"',
    );
  });

  it.each(['nothing', 'constructor', 'reset.html'])('are no others: %s', async (page) => {
    const { headers } = await ask(page).expect(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});
