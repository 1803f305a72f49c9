import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import { FULL, runsOf } from '../../../test/support/full-form.js';
import { plainText, renderMarkdown, showsNothing } from './markdown.js';

const REL = 'rel="nofollow ugc noopener noreferrer"';

/** The HTML without the line breaks between blocks, and without the constant `rel`. */
const html = (source: string) =>
  renderMarkdown(source).replace(/\n/g, '').replaceAll(` ${REL}`, '');

describe('renderMarkdown', () => {
  it.each([
    ['plain text', '<p>plain text</p>'],
    ['*a* __b__ ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['# One', '<p><strong>One</strong></p>'],
    ['###### Six', '<p><strong>Six</strong></p>'],
    ['> a\n>> b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['7. a\n8. b', '<ol start="7"><li>a</li><li>b</li></ol>'],
    ['***', '<hr>'],
    ['```js\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
    ['&copy; &amp; &#1046;', '<p>© &amp; Ж</p>'],
    ['"a" -- (c)', '<p>&quot;a&quot; -- (c)</p>'],
    ['', ''],
  ])('renders %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it.each([
    ['4. a\n\n18. b', '<ol start="4"><li><p>a</p></li><li value="18"><p>b</p></li></ol>'],
    ['1. a\n1. b\n2. c', '<ol><li>a</li><li value="1">b</li><li>c</li></ol>'],
    ['3) a\n2) b', '<ol start="3"><li>a</li><li value="2">b</li></ol>'],
    [
      '1. a\n   - b\n   - c\n3. d',
      '<ol><li>a<ul><li>b</li><li>c</li></ul></li><li value="3">d</li></ol>',
    ],
    ['- 5. a\n  7. b', '<ul><li><ol start="5"><li>a</li><li value="7">b</li></ol></li></ul>'],
    ['04. a\n05. b', '<p>04. a<br>05. b</p>'],
  ])('keeps the numbers of %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it.each([
    ['a\n--', '<p>a<br>--</p>'],
    ['Two *a*\n===', '<p>Two <em>a</em><br>===</p>'],
    ['    a & b', '<p>a &amp; b</p>'],
    ['> a\nb', '<blockquote><p>a</p></blockquote><p>b</p>'],
    ['> > a\n> b', '<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>'],
    ['- > a\n  b', '<ul><li><blockquote><p>a</p></blockquote>b</li></ul>'],
    ['¯\\_(ツ)_/¯', '<p>¯\\_(ツ)_/¯</p>'],
    ['a\\_b', '<p>a_b</p>'],
    ['2*3*4 2**10**3', '<p>2*3*4 2**10**3</p>'],
    ['*2*3', '<p>*2*3</p>'],
    ['a*b*c', '<p>a<em>b</em>c</p>'],
    ['これは**「重要」**です', '<p>これは<strong>「重要」</strong>です</p>'],
    ['**한국(K)**는 ~~「削」~~た', '<p><strong>한국(K)</strong>는 <s>「削」</s>た</p>'],
    ['а**«да»**б *«О»*-то', '<p>а<strong>«да»</strong>б <em>«О»</em>-то</p>'],
    ['das**„Haus“**chen', '<p>das<strong>„Haus“</strong>chen</p>'],
    ['«**да**» «*нет*»', '<p>«<strong>да</strong>» «<em>нет</em>»</p>'],
    ['5 * «а» * 6 имя_«да»_имя', '<p>5 * «а» * 6 имя_«да»_имя</p>'],
  ])('reads %j as it was meant', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it.each([
    ['a:\n\n[1]: https://e.org/a\n[2]: https://e.org/b', 2],
    ['[1]: https://e.org/a', 1],
    ['> [1]: https://e.org/a "t"', 1],
    ['[1]: https://e.org/a\n[2]: https://e.org/b\n\n[2]', 2],
  ])('shows the definitions that nothing refers to in %j', (source, links) => {
    expect(renderMarkdown(source).match(/<a /g)).toHaveLength(links);
    expect(plainText(source)).toContain('[1]: https://e.org/a');
  });

  it('hides a definition that a link uses, wherever it stands', () => {
    for (const source of ['[a]\n\n[a]: https://e.org', '[a]: https://e.org\n\n[B][A]']) {
      expect(plainText(source).toLowerCase()).toMatch(/^[ab]$/);
    }
  });

  it('renders tables with alignment and without styles', () => {
    expect(html('|a|b|c|\n|:-|:-:|-:|\n|1|2|3|')).toBe(
      '<table><thead><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th>' +
        '</tr></thead><tbody><tr><td align="left">1</td><td align="center">2</td>' +
        '<td align="right">3</td></tr></tbody></table>',
    );
  });

  it('shows HTML as the text that it is', () => {
    expect(html('<b>a</b> <!-- b --> <img src=x onerror=y>')).toBe(
      '<p>&lt;b&gt;a&lt;/b&gt; &lt;!-- b --&gt; &lt;img src=x onerror=y&gt;</p>',
    );
  });

  it('gives every link the same rel and no title', () => {
    expect(renderMarkdown('[a](https://e.org "t")')).toBe(
      `<p><a href="https://e.org/" ${REL}>a</a></p>\n`,
    );
    expect(html('[a]\n\n[a]: https://e.org "t"')).toBe('<p><a href="https://e.org/">a</a></p>');
    expect(html('<https://e.org/a?b&c>')).toBe(
      '<p><a href="https://e.org/a?b&amp;c">https://e.org/a?b&amp;c</a></p>',
    );
    expect(html('<anna@e.org>')).toBe('<p><a href="mailto:anna@e.org">anna@e.org</a></p>');
  });

  it('leaves a link that may not be one as it was typed', () => {
    for (const source of ['[a](javascript:b)', '[a](/b)', '[a](data:text/html,b)', '![a](x:y)']) {
      expect(html(source)).toBe(`<p>${source}</p>`);
    }
    expect(html('[a]()')).toBe('<p>a</p>');
    expect(html('[a](&#106;avascript:b)')).toBe('<p>[a](javascript:b)</p>');
  });

  it('turns an image into a link with its description', () => {
    expect(html('![a *b* `c`](https://e.org/i.png "t")')).toBe(
      '<p><a href="https://e.org/i.png">a b c</a></p>',
    );
    expect(html('![](https://e.org/i.png)')).toBe(
      '<p><a href="https://e.org/i.png">https://e.org/i.png</a></p>',
    );
    expect(html('[![a](https://e.org/i.png)](https://e.org)')).toBe(
      '<p><a href="https://e.org/">a</a></p>',
    );
    expect(html('[![a](https://e.org/i.png)]()')).toBe(
      '<p><a href="https://e.org/i.png">a</a></p>',
    );
    expect(html('![a]()')).toBe('<p>a</p>');
  });

  it('never puts a link into a link', () => {
    expect(html('[a <https://f.org> b](https://e.org)')).toBe(
      '<p><a href="https://e.org/">a https://f.org b</a></p>',
    );
  });

  it.each([
    ['see https://e.org/a, b', '<p>see <a href="https://e.org/a">https://e.org/a</a>, b</p>'],
    ['(https://e.org/a_(b))', '<p>(<a href="https://e.org/a_(b)">https://e.org/a_(b)</a>)</p>'],
    ['«https://e.org»', '<p>«<a href="https://e.org/">https://e.org</a>»</p>'],
    ['**https://e.org**', '<p><strong><a href="https://e.org/">https://e.org</a></strong></p>'],
    ['HTTP://E.org', '<p><a href="http://e.org/">HTTP://E.org</a></p>'],
    ['[https://e.org](https://f.org)', '<p><a href="https://f.org/">https://e.org</a></p>'],
    ['https://кино.рф', '<p><a href="https://xn--h1adke.xn--p1ai/">https://кино.рф</a></p>'],
    ['`https://e.org`', '<p><code>https://e.org</code></p>'],
    ['xhttps://e.org', '<p>xhttps://e.org</p>'],
    ['e.org a@e.org', '<p>e.org a@e.org</p>'],
    ['ftp://e.org javascript://e.org', '<p>ftp://e.org javascript://e.org</p>'],
    ['https:// https://.', '<p>https:// https://.</p>'],
    [
      'https://e.org/?v=a_ https://e.org/?v=b-',
      '<p><a href="https://e.org/?v=a_">https://e.org/?v=a_</a> <a href="https://e.org/?v=b-">https://e.org/?v=b-</a></p>',
    ],
    [
      'https://e.org/~ https://e.org/*',
      '<p><a href="https://e.org/~">https://e.org/~</a> <a href="https://e.org/*">https://e.org/*</a></p>',
    ],
    [
      'https://e.org- https://e.org*',
      '<p><a href="https://e.org/">https://e.org</a>- <a href="https://e.org/">https://e.org</a>*</p>',
    ],
    [
      '_https://e.org/a_ *a* https://e.org/b*',
      '<p><em><a href="https://e.org/a">https://e.org/a</a></em> <em>a</em> <a href="https://e.org/b*">https://e.org/b*</a></p>',
    ],
    [
      '**https://e.org/a_** ~~https://e.org/b~~',
      '<p><strong><a href="https://e.org/a_">https://e.org/a_</a></strong> <s><a href="https://e.org/b">https://e.org/b</a></s></p>',
    ],
    ['请看https://e.org/a 谢谢', '<p>请看<a href="https://e.org/a">https://e.org/a</a> 谢谢</p>'],
    [
      'вотhttps://e.org ēhttps://e.org',
      '<p>вот<a href="https://e.org/">https://e.org</a> ēhttps://e.org</p>',
    ],
    [
      'https://e.org/a🙂 https://e.org/b🇱🇻',
      '<p><a href="https://e.org/a">https://e.org/a</a>🙂 <a href="https://e.org/b">https://e.org/b</a>🇱🇻</p>',
    ],
    [
      'www.e.org/a_b, (www.e.org)',
      '<p><a href="https://www.e.org/a_b">www.e.org/a_b</a>, (<a href="https://www.e.org/">www.e.org</a>)</p>',
    ],
    ['awww.e.org a@www.e.org www. www', '<p>awww.e.org a@www.e.org www. www</p>'],
    ['[www.e.org](https://f.org)', '<p><a href="https://f.org/">www.e.org</a></p>'],
    ['http://www.e.org', '<p><a href="http://www.e.org/">http://www.e.org</a></p>'],
    ['https://a:b@e.org', '<p>https://a:b@e.org</p>'],
  ])('finds the addresses in %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('does not let an entity bring back what the gate refuses', () => {
    for (const entity of ['&#x202e;', '&#8238;', '&#x2067;', '&#8203;', '&zwj;', '&#x301;']) {
      expect(html(`a${entity}b`)).toBe(`<p>a${entity.replace('&', '&amp;')}b</p>`);
      expect(html(`![a${entity}](https://e.org)`)).toContain(entity.replace('&', '&amp;'));
    }
  });

  it('loses no text, however deep the nesting', () => {
    for (const marker of ['> ', '- ', '1. ', '> - ']) {
      const source = `${marker.repeat(60)}needle`;
      expect(plainText(source)).toContain('needle');
      expect(renderMarkdown(source)).toContain('needle');
      expect(renderMarkdown(source).match(/<(?:blockquote|ul|ol)>/g)!.length).toBeLessThan(13);
    }
  });

  it('shows no more than 20 levels of emphasis', () => {
    const nested = '*a **b '.repeat(200) + ' b** a*'.repeat(200);
    expect(renderMarkdown(nested).match(/<(?:em|strong)>/g)).toHaveLength(20);
    expect(plainText(nested).match(/[ab]/g)).toHaveLength(800);
  });

  it('writes no more cells than a large table has, and keeps the words of the rest', () => {
    const table = `${'a|'.repeat(256)}\n${'-|'.repeat(256)}\n${'b\n'.repeat(1_000)}`;
    const rendered = renderMarkdown(table);
    expect(rendered.match(/<t[dh]>/g)!.length).toBeLessThanOrEqual(4_096);
    expect(plainText(table).match(/b/g)).toHaveLength(1_000);
  });

  it('writes a long address no more often than the source has room for', () => {
    const source = `[a]: https://e.org/${'b'.repeat(1_900)}\n\n${'[a] '.repeat(8_000)}`;
    expect(renderMarkdown(source).length).toBeLessThan(source.length * 8);
    expect(plainText(source).match(/a/g)).toHaveLength(8_000);
  });

  it('keeps time and output linear in hostile sources', () => {
    const hostile = [
      '[',
      '*',
      '>',
      '`',
      '<',
      '![',
      '[a](',
      '*a **a ',
      '> - ',
      'http://[',
      '&',
      '|-\n',
      '[a]: b\n',
      'www.',
      ' www.e.org/*',
      'www.e.org/_*',
      '1. a\n0. ',
      '2*',
      '\\[',
    ];
    for (const piece of hostile) {
      const source = piece.repeat((FULL ? 65_536 : 16_384) / piece.length);
      expect(renderMarkdown(source).length).toBeLessThan(source.length * 12);
    }
  });

  it('takes any string at all', () => {
    const pieces = fc.constantFrom(
      ...'* _ ` [ ] ( ) < > ! | - # \\ ~ & a " : :// http://e.org 1. &#0; 🏴'.split(' '),
      ...'\n \t\r\0\ud800\udc00'.split(''),
    );
    const source = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: pieces }));
    fc.assert(
      fc.property(source, (text) => {
        for (const form of [renderMarkdown, plainText]) expect(typeof form(text)).toBe('string');
      }),
      { numRuns: runsOf(3_000), seed: 1 },
    );
  });
});

describe('plainText', () => {
  it('gives the words, a line for each block', () => {
    expect(
      plainText('# A *b*\n\n- c\n- [d](https://e.org)\n\n```\ne\n```\n\n![f](https://e.org)'),
    ).toBe('A b\nc\nd\ne\nf');
    expect(plainText('|a|b|\n|-|-|\n|c|d|')).toBe('a\nb\nc\nd');
    expect(plainText('4. a\n\n18) b\n- c')).toBe('4. a\n18) b\nc');
    expect(plainText('a\nb &amp; c')).toBe('a\nb & c');
  });

  it('is empty for a source that shows no words', () => {
    for (const source of ['', '***', '> ', '```\n```', '- ']) {
      expect(plainText(source)).toBe('');
    }
  });
});

describe('showsNothing', () => {
  it.each(['![]()', '# ', '>', '- ', '```\n```', '&nbsp;', '***', '|||\n|-|-|', '', '\u2800'])(
    'is true of %j',
    (source) => {
      expect(showsNothing(renderMarkdown(source))).toBe(true);
    },
  );

  it.each(['[1]: https://e.org', '.', '<b>', '&lt;', '`a`', '1. a'])('is false of %j', (source) => {
    expect(showsNothing(renderMarkdown(source))).toBe(false);
  });
});
