import fc from 'fast-check';
import { plainText, renderMarkdown } from '../../text/markdown/markdown.js';
import { undoDoubleEscape } from './double-escape.js';
import { htmlToMarkdown } from './html-to-markdown.js';
import { importedLine } from './imported-text.js';
import { breakLines } from './wordpress-lines.js';
import { runsOf } from '../../../test/support/full-form.js';

/** Parts of Markdown, URLs and HTML, and characters around them. */
// oxfmt-ignore
const WORDS = [
  'a', 'b1', 'я', '*', '**', '_', '__', '-', '+', '1.', '2)', '#', '##', '>', '<', '<b>', '&', '&amp;', '~', '~~',
  '~~~', '`', '```', '|', '---', '===', ':', '[x]', '](y)', '![i](http://a.b)', '\\', '!', '(', '"', '.', '://',
  'http://a.b/c_d_e', 'https://e.org/x*y', 'http://a.b/(c)', 'http://a.b).', '\u00a0', '    ', '[a]: http://x',
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ')), { maxLength: 12 })
  .map((words) => words.flat().join(''));
const TAGS = ['b', 'i', 'em', 'strong', 's', 'u', 'a href="http://l.k/m(n)"'];

interface Inline {
  text: string;
  html: string;
}
const inline = fc.letrec<{ node: Inline }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text.map((one) => ({ text: one, html: escapeHtml(one) })),
    fc.tuple(fc.constantFrom(...TAGS), fc.array(tie('node'), { maxLength: 3 })).map(wrap),
  ),
})).node;

function wrap([tag, nodes]: [string, Inline[]]): Inline {
  const html = nodes.map((node) => node.html).join('');
  return {
    text: nodes.map((node) => node.text).join(''),
    html: `<${tag}>${html}</${tag.split(' ')[0]}>`,
  };
}

function escapeHtml(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const letters = (one: string) => one.replace(/\s/g, '');

describe('the Markdown of a comment', () => {
  it('reads as the text did, whatever Markdown would make of it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (lines) => {
        const markdown = htmlToMarkdown(lines.map(escapeHtml).join('<br>'));
        expect(letters(plainText(markdown))).toBe(letters(lines.join('')));
      }),
      { numRuns: runsOf(2_000) },
    );
  });

  it('keeps every letter under any marks, in lists and in quotations', () => {
    fc.assert(
      fc.property(inline, (node) => {
        const markdown = htmlToMarkdown(
          `<ul><li>${node.html}</li></ul><blockquote>${node.html}</blockquote>`,
        );
        expect(letters(plainText(markdown))).toBe(letters(node.text + node.text));
      }),
      { numRuns: runsOf(2_000) },
    );
  });

  it('shows code as it is', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const html = `<code>${escapeHtml(one)}</code><pre>${escapeHtml(`${one}\n${other}`)}</pre>`;
        expect(letters(plainText(htmlToMarkdown(html)))).toBe(letters(one + one + other));
      }),
      { numRuns: runsOf(1_000) },
    );
  });

  it.each([
    ['paragraphs', '<p>One</p>\n<p>Two<br/>lines</p>', 'One\n\nTwo\nlines'],
    ['breaks that make paragraphs', 'One<br><br>Two', 'One\n\nTwo'],
    ['nothing where nothing shows', '<p>&nbsp;</p><p>\u200b</p> <br>', ''],
    [
      'marks',
      '<b>bold</b>, <em> slanted </em>and <del>struck</del>',
      '**bold**, *slanted* and ~~struck~~',
    ],
    ['marks over paragraphs', '<b>One<p>Two</p></b>', '**One**\n\n**Two**'],
    ['marks that no Markdown can say', 'a<b>"b"</b>c', 'a"b"c'],
    ['headings', '<h3>Head #</h3>text', '### Head \\#\n\ntext'],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>c', '> a\n>\n> b\n\nc'],
    [
      'lists',
      '<ul><li>a<ol start="3"><li>b</li><li>c</li></ol></li><li>d</li></ul>',
      '- a\n\n  3. b\n  4. c\n- d',
    ],
    [
      'code',
      '<pre><code class="js">let a = `b`;\n\n  c &lt; d</code></pre>',
      '```\nlet a = `b`;\n\n  c < d\n```',
    ],
    ['code in a line', 'use <code>a`b</code>', 'use ``a`b``'],
    [
      'a table as lines',
      '<table><tr><th>A</th><th>B</th></tr>\n<tr>\n<td>1</td>\n<td>2</td></tr></table>',
      'A | B\n1 | 2',
    ],
    ['powers', '10<sup>6</sup> km<sup>2</sup>', '10⁶ km²'],
    [
      'an image as a link',
      '<img src="https://a.example/i.png" alt="A map">',
      '[A map](https://a.example/i.png)',
    ],
    ['an image without words', '<img src="https://a.example/i.png">', '<https://a.example/i.png>'],
    [
      'an image in a link',
      '<a href="https://a.example/"><img src="/i.png"></a>',
      '[i.png](https://a.example/)',
    ],
    ['a smiley', 'well <img class="wp-smiley" src="x.gif" alt=":-)">', 'well :-)'],
    [
      'a player as a link',
      '<iframe src="https://video.example/1"></iframe>',
      '<https://video.example/1>',
    ],
    [
      'a link',
      '<a href="https://a.example/b(c)" title="t">here</a>',
      '[here](https://a.example/b%28c%29)',
    ],
    [
      'an exclamation before a link',
      'see!<a href="https://a.example/">x</a>',
      'see\\![x](https://a.example/)',
    ],
    ['an address', 'at https://a.example/b_c_d.', 'at <https://a.example/b_c_d>.'],
    [
      'a shortened address',
      '<a href="https://a.example/long/way">https://a.example/lo...</a>',
      '<https://a.example/long/way>',
    ],
    ['no script', 'a<script>alert("<p>")</script><style>p{}</style>b', 'ab'],
    [
      'no link that runs',
      '<a href="javascript:alert(1)">x</a><a href="data:text/html,x">y</a>',
      'xy',
    ],
    ['unclosed and crossed tags', '<b>a<i>b</b>c</i> <p>d', '**a*b***c\n\nd'],
    ['what is no tag', '1 < 2 <3 a<b', '1 < 2 <3 a\\<b'],
    ['old quotation marks', '&#147;x&#148;&#0;&#x202e;', '“x”'],
    ['characters that were written in halves', '&#55357;&#56832;&#55357;', '😀'],
    ['entities that HTML knows, and leaves the others', '&eacute;&hellip;&nope;', 'é…\\&nope;'],
  ])('has %s', (_, html, markdown) => {
    expect(htmlToMarkdown(html, 'https://base.example/p/')).toBe(markdown);
  });

  it('flattens what nests deeper than it shows', () => {
    for (const tag of ['blockquote', 'ul><li', 'b', 'div', 'a href="http://x.y/"']) {
      const markdown = htmlToMarkdown(`${`<${tag}>`.repeat(20_000)}deep`);
      expect(letters(renderMarkdown(markdown)).replace(/<[^>]*>/g, '')).toBe('deep');
    }
  });

  it('leaves alone what only looks like a tag of its own objects', () => {
    expect(htmlToMarkdown('<constructor>x</constructor><__proto__>y')).toBe(
      'x<\\_\\_proto\\_\\_>y',
    );
  });
});

describe('a bare address in imported text', () => {
  const linksOf = (markdown: string) =>
    Array.from(
      renderMarkdown(markdown).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g),
      ([, ...link]) => link,
    );

  it.each([
    'Смотрите «https://e.org/a» и дальше',
    '网站（https://e.org/b）很好。',
    '(https://e.org/c), [https://e.org/d] ok',
    'https://e.org/wiki/A_(b), and https://e.org/v?id=abc_ and https://e.org/x-',
    '请看https://e.org/f，or https://e.org/g🙂',
    'www.e.org/h_i_, (www.e.org/j_) and www.e.org.',
    'https://e.org/k* https://e.org/a&amp;b=c&amp;copy=1 "https://e.org/l"',
    'xhttps://e.org https://user@e.org/ http://',
  ])('ends where it would end when it is typed: %s', (html) => {
    const typed = html.replaceAll('&amp;', '&');
    expect(linksOf(htmlToMarkdown(html))).toEqual(linksOf(typed));
    expect(linksOf(typed)).not.toHaveLength(html.startsWith('x') ? 1 : 0);
  });
});

describe('text of WordPress', () => {
  it('has paragraphs where it had blank lines, but not in preformatted text', () => {
    expect(
      htmlToMarkdown(breakLines('a\nb\n\nc<pre>\nd\n\ne</pre>\n<ul>\n<li>f</li>\n</ul>')),
    ).toBe('a\nb\n\nc\n\n```\nd\n\ne\n```\n\n- f');
  });

  it('is taken back when it was escaped twice, and else left as it is', () => {
    expect(undoDoubleEscape('&lt;p&gt;It&amp;#8217;s &lt;b&gt;&lt;/b&gt;&lt;/p&gt;')).toBe(
      '<p>It&#8217;s <b></b></p>',
    );
    expect(undoDoubleEscape('Use &lt;p&gt; and &amp;lt;')).toBe('Use &lt;p&gt; and &amp;lt;');
  });
});

describe('a title or a name', () => {
  it.each([
    ['What&amp;#8217;s <em>new</em>\n &amp; old', 'What’s new & old'],
    ['List<String>', 'List<String>'],
    ['\u202eevil\u0000', 'evil'],
    ['\u200b \u2060', ''],
    [`${'я'.repeat(99)}😀😀`, `${'я'.repeat(99)}😀`],
  ])('%j is one line of plain text', (source, line) => {
    expect(importedLine(source, 100)).toBe(line);
  });
});
