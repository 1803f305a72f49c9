import fc from 'fast-check';
import { isSamePage, normalisePageUrl, spellingsOf } from './page-url.js';
import { runsOf } from '../../../test/support/full-form.js';

describe('normalisePageUrl', () => {
  it.each([
    ['https://Example.COM:443/Reviews/1/', 'https://example.com/Reviews/1'],
    ['http://example.com:80', 'http://example.com/'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/#comments', 'https://example.com/'],
    ['https://example.com/a//', 'https://example.com/a'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com./a', 'https://example.com/a'],
    ['https://кино.рф/обзор', 'https://xn--h1adke.xn--p1ai/%D0%BE%D0%B1%D0%B7%D0%BE%D1%80'],
    ['https://e.org/%d0%BE?q=%d0%be', 'https://e.org/%D0%BE?q=%D0%BE'],
    ['https://e.org/%7Euser/%2541', 'https://e.org/~user/%2541'],
    ['https://e.org/a/?id=5', 'https://e.org/a?id=5'],
    ['https://e.org/?b=2&a=1&b=1', 'https://e.org/?b=2&a=1&b=1'],
    ['https://e.org/?&&a=1&', 'https://e.org/?a=1'],
    ['https://e.org/a?', 'https://e.org/a'],
    [' \thttps://e.org/a\n', 'https://e.org/a'],
  ])('gives for %j the key %s', (url, key) => {
    expect(normalisePageUrl(url)).toBe(key);
  });

  it('drops the parameters that only track, however they are written', () => {
    const tracking =
      'utm_source=a&UTM_Medium=b&fbclid=c&gclid=d&gclsrc=e&dclid=f&yclid=g&ysclid=h&msclkid=i' +
      '&mc_cid=j&mc_eid=k&igshid=l&_ga=m&_gl=n&ref_src=o&utm%5Fcampaign=p&%75tm_term=q&replytocom=r';
    expect(normalisePageUrl(`https://e.org/r?${tracking}`)).toBe('https://e.org/r');
    expect(normalisePageUrl(`https://e.org/r?id=1&${tracking}&page=2`)).toBe(
      'https://e.org/r?id=1&page=2',
    );
    expect(normalisePageUrl('https://e.org/r?ref=1&utm=2')).toBe('https://e.org/r?ref=1&utm=2');
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.com/',
    'file:///etc/passwd',
    'mailto:a@example.com',
    '//example.com/a',
    '/a',
    '',
    'https://',
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://./',
    'https://e.org../a',
    'https://.e.org/a',
    `https://example.com/${'a'.repeat(2_048)}`,
    `https://example.com/${'ж'.repeat(1_000)}`,
  ])('refuses %j', (url) => {
    expect(normalisePageUrl(url)).toBeNull();
  });

  it('gives for a key that key, and no two keys for spellings of one page', () => {
    const piece = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .array(
          fc.constantFrom(
            'a',
            '/',
            '.',
            '..',
            '%2e',
            '%2F',
            '%41',
            '%',
            '?',
            '&',
            'utm_x=1',
            '#',
            'ж',
            ':',
            '@',
          ),
          { maxLength: 14 },
        )
        .map((parts) => `https://e.org/${parts.join('')}`),
      fc
        .array(fc.constantFrom('a', '.', ':', '80', '443', '%2e', '/', '?', '[::1]'), {
          maxLength: 8,
        })
        .map((parts) => `http://${parts.join('')}`),
    );
    let keys = 0;
    fc.assert(
      fc.property(piece, (url) => {
        const key = normalisePageUrl(url);
        if (key === null) return;
        keys += 1;
        expect(normalisePageUrl(key)).toBe(key);
        expect(normalisePageUrl(`${key}#top`)).toBe(key);
        expect(normalisePageUrl(`${key}${key.includes('?') ? '&' : '?'}utm_id=1`)).toBe(key);
      }),
      { numRuns: runsOf(5_000), seed: 1 },
    );
    expect(keys).toBeGreaterThan(runsOf(2_500));
  });
});

describe('spellingsOf', () => {
  const HOST = 'https://e.org';
  const [nfc, nfd] = ['/ēna/й?q=é', '/ēna/й?q=é'.normalize('NFD')];

  it.each([
    [`${HOST}/a`, 'http://e.org/a/'],
    [`${HOST}/a?id=1`, 'http://www.e.org/a?id=1&utm_id=2#top'],
    [HOST + nfc, `http://www.e.org${nfd}`],
    [HOST + encodeURI(nfd), HOST + nfc],
    [`${HOST}/%FF%C4%93`, 'http://e.org/%ff%c4%93'],
  ])('takes %s and %s for one page', (one, other) => {
    expect(isSamePage(one, other)).toBe(true);
    expect(spellingsOf(normalisePageUrl(other)!)).toContain(spellingsOf(normalisePageUrl(one)!)[0]);
  });

  it.each([
    [`${HOST}/a`, `${HOST}/A`],
    [`${HOST}/a`, `${HOST}:8443/a`],
    [`${HOST}/a`, 'https://www2.e.org/a'],
    [`${HOST}/a`, 'https://m.e.org/a'],
    [`${HOST}/ﬁ`, `${HOST}/fi`],
    [`${HOST}/%2F`, `${HOST}//`],
    [`${HOST}/?a=1&b=2`, `${HOST}/?b=2&a=1`],
    [HOST, 'mailto:a@e.org'],
    ['mailto:a@e.org', 'mailto:a@e.org'],
  ])('tells %s from %s', (one, other) => {
    expect(isSamePage(one, other)).toBe(false);
  });
});
