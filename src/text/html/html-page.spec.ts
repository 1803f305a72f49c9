import { charsetIn, decodeHtml, readHtmlPage } from './html-page.js';

const AT = 'https://reviews.example/film/7?a=1';

describe('what a page says of itself', () => {
  it('is its title, language, canonical link and discussions', () => {
    const page = `<!doctype html><html lang="lv"><head><title> The
      River </title><link rel="icon canonical" href="/film/7"></head><body>
      <colloquy-thread key="film-7" page-title="The  River"></colloquy-thread>
      <colloquy-thread url="other"></colloquy-thread>
      <colloquy-thread post="the-river" key="stranger"></colloquy-thread>`;
    expect(readHtmlPage(page, AT)).toEqual({
      title: 'The River',
      language: 'lv',
      canonical: 'https://reviews.example/film/7',
      discussions: [
        { key: 'film-7', url: null, title: 'The River' },
        { key: null, url: 'https://reviews.example/film/other', title: null },
      ],
    });
  });

  it('is read as browsers read it', () => {
    const page = `<base href="https://www.reviews.example/"><title>A &amp; <b>B</title>
      <LINK REL=CANONICAL HREF=/x><p><link rel="canonical" href="/late">
      <!-- <colloquy-thread key="a"></colloquy-thread> -->
      <script>'<colloquy-thread key="b">'</script><textarea><colloquy-thread key="c"></textarea>
      <template><colloquy-thread key="d"></colloquy-thread></template>
      <div title='<colloquy-thread key="e">'></div><Colloquy-Thread KEY='f'>`;
    expect(readHtmlPage(page, AT)).toEqual({
      title: 'A & <b>B',
      language: null,
      canonical: 'https://www.reviews.example/x',
      discussions: [{ key: 'f', url: null, title: null }],
    });
  });

  it('is nothing in what is no page', () => {
    const nothing = { title: null, language: null, canonical: null, discussions: [] };
    for (const text of [
      '',
      '\u0000',
      '{"title":"x"}',
      '<title> </title>',
      '<link rel=canonical href="http://[">',
    ])
      expect(readHtmlPage(text, AT)).toEqual(nothing);
  });

  it('is found in a page of any depth', () => {
    const deep = `${'<div>'.repeat(20_000)}<colloquy-thread>`;
    expect(readHtmlPage(deep, AT).discussions).toHaveLength(1);
  });

  it('is found in a page of any breadth', () => {
    const broad = `${'<br>'.repeat(130_000)}<colloquy-thread>`;
    expect(readHtmlPage(broad, AT).discussions).toHaveLength(1);
  });
});

describe('the encoding of a page', () => {
  const cyrillic = Buffer.from([0xd0, 0xe5, 0xea, 0xe0]);
  const with1251 = (tag: string) => Buffer.concat([Buffer.from(tag), cyrillic]);

  it.each([
    ['its sender', with1251(''), 'windows-1251'],
    ['itself', with1251('<meta charset=cp1251>'), null],
    [
      'itself, as of old',
      with1251('<META http-equiv=content-type content="text/html; charset=windows-1251">'),
      null,
    ],
    ['its sender before itself', with1251('<meta charset="utf-8">'), 'windows-1251'],
    ['its mark before its sender', Buffer.from('\ufeffРека'), 'windows-1251'],
    ['nobody', Buffer.from('Река'), null],
    ['somebody who knows of none', Buffer.from('Река'), 'no-such-thing'],
  ])('is said by %s', (_, bytes, label) => {
    expect(decodeHtml(bytes, label)).toMatch(/Река$/);
  });

  it('is the charset of a media type', () => {
    expect(charsetIn('text/html; charset="utf-8"')).toBe('utf-8');
    expect(charsetIn('text/html')).toBeNull();
    expect(charsetIn(null)).toBeNull();
  });
});
