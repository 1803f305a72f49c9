import fc from 'fast-check';

/** The function that a successful script calls, and the target of forbidden requests. */
const CALL = 'xss(1)';
const FOREIGN = 'evil.test';

const oneOf = (words: string) => fc.constantFrom(...words.split(' '));

const TAG = oneOf(
  'script img svg math style iframe a p td table select option template noscript xmp textarea title form input ' +
    'mglyph mtext desc foreignObject annotation-xml base link meta object embed plaintext SCRIPT x-y audio video ' +
    'source details marquee body html frameset image isindex keygen button dialog portal colloquy-thread slot',
);

const SCHEME = oneOf(
  'javascript: JAVAscript: java\tscript: java&#10;script: &#106;avascript: javascript&colon; javascript&#x3a; ' +
    `vbscript: data:text/html,<script>xss(1)</script> data:image/svg+xml,<svg/onload=xss(1)> https://${FOREIGN}/ ` +
    `//${FOREIGN}/ \\\\${FOREIGN}/ http:${FOREIGN}/ mailto:a@e.org?subject= view-source: blob: feed:javascript: xss-probe`,
);

const QUOTE = fc.constantFrom('"', "'", '`', '', '&quot;', '&#34;');

const ATTRIBUTE = fc
  .tuple(
    oneOf(
      'href src srcset srcdoc onerror onclick onload onfocus onmouseover ontoggle onbegin style xlink:href title align ' +
        'rel start id class action formaction data poster background http-equiv is slot part autofocus',
    ),
    QUOTE,
    SCHEME,
    fc.constantFrom(
      CALL,
      `"><img src=xss-probe onerror=${CALL}>`,
      'a b',
      '/*\u2028*/',
      '',
      `1;${CALL}//`,
    ),
  )
  .map(
    ([name, mark, prefix, value]) =>
      `${name}=${mark}${name.startsWith('on') ? '' : prefix}${value}${mark}`,
  );

type Encode = (text: string) => string;

/** Plain text, several kinds of references, other cases, and characters that parsers drop. */
const ENCODE = fc.constantFrom<Encode>(
  (text) => text,
  (text) => text,
  (text) => text.replaceAll('<', '&lt;'),
  (text) => text.replaceAll(/[<>]/g, (character) => `&#${character.charCodeAt(0)};`),
  (text) => text.replaceAll(/[a-c]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`),
  (text) =>
    text.replaceAll(/[<>"]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`),
  (text) => text.replaceAll(/[<>"']/g, (character) => `%${character.charCodeAt(0).toString(16)}`),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('<', '<<'),
  (text) => text.replaceAll(' ', '/'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll('>', ''),
  (text) => `\\${text}`,
  (text) => text.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
  (text) => text.replaceAll('s', '\u017f'),
);

/** Direction marks, invisible characters, line separators: may hide a boundary, not move it. */
const UNSEEN = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '\u202e',
      '\u2066',
      '\u2069',
      '\u200b',
      '\ufeff',
      '\u00ad',
      '\u2028',
      '\u2029',
      '\u00a0',
      '\t',
    ),
  },
  // These characters are refused everywhere.
  { weight: 1, arbitrary: fc.constantFrom('\f', '\u0001', '\u001b', '\u0085') },
);

const ELEMENT = fc
  .tuple(
    TAG,
    fc.array(ATTRIBUTE, { maxLength: 3 }),
    fc.constantFrom('>', '/>', ' >', '', '>a</', `>${CALL}</`),
    ENCODE,
    UNSEEN,
  )
  .map(([name, attributes, end, encode, unseen]) =>
    encode(
      `<${[name + unseen, ...attributes].join(' ')}${end}${end.endsWith('</') ? `${name}>` : ''}`,
    ),
  );

const IMAGE = `<img src=xss-probe onerror=${CALL}>`;

/** Texts that change their meaning when a second parser reads the first one's output. */
const MUTATION = fc.constantFrom(
  `<svg></p><style><a id="</style>${IMAGE}">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math>${IMAGE}`,
  `<noscript><p title="</noscript>${IMAGE}">`,
  `<xmp><p title="</xmp>${IMAGE}">`,
  `<textarea></textarea>${IMAGE}`,
  `<title>${IMAGE}</title>`,
  `<select><style></select>${IMAGE}</style>`,
  `<svg><foreignObject><p><style><!--</style>${IMAGE}-->`,
  `<table><tr><td><form></table><form>${IMAGE}`,
  `<math><annotation-xml encoding="text/html"><style>${IMAGE}`,
  `<svg><desc><noscript>${IMAGE}</noscript></desc></svg>`,
  `<template><style></template>${IMAGE}`,
  `<p id="&lt;/p&gt;${IMAGE}">`,
  `<a href="https://e.org/&quot; onclick=&quot;${CALL}">a</a>`,
  `</script><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `</style>${IMAGE}`,
  `--><script>${CALL}</script><!--`,
  `<!-- --!>${IMAGE} -->`,
  `<!-->${IMAGE}-->`,
  `<![CDATA[${IMAGE}]]>`,
  `<?xml-stylesheet href="javascript:${CALL}"?>`,
  `]]>${IMAGE}`,
  `</colloquy-thread>${IMAGE}`,
  `</section></main>${IMAGE}`,
  `","x":"</script><script>${CALL}</script>`,
  `\\"}</script>${IMAGE}`,
  `" onmouseover="${CALL}" x="`,
  `' onmouseover='${CALL}' x='`,
  `{{constructor.constructor("${CALL}")()}} \${${CALL}} <%= ${CALL} %>`,
  `<iframe srcdoc="${IMAGE}"></iframe>`,
  `<meta http-equiv=refresh content="0;url=https://${FOREIGN}/">`,
  `<link rel=stylesheet href=https://${FOREIGN}/a.css><style>@import "https://${FOREIGN}/b.css";</style>`,
  `<base href="https://${FOREIGN}/">`,
  `<p style="background:url(https://${FOREIGN}/c)">a</p>`,
);

/** Links, images, references, code, tables and quotes around invalid addresses. */
const MARKDOWN = fc
  .tuple(
    SCHEME,
    QUOTE,
    fc.constantFrom(CALL, `" onclick="${CALL}`, 'a<b>', `'${IMAGE}`),
    fc.nat(15),
  )
  .map(([scheme, mark, rest, form]) => {
    const address = `${scheme}${rest}`;
    const forms = [
      `[a](${address})`,
      `[a](<${address}>)`,
      `![a](${address} ${mark}t${mark})`,
      `[a](https://e.org/${mark}${address}${mark})`,
      `[a]\n\n[a]: ${address} ${mark}b${mark}`,
      `![a${mark} onerror=${mark}${CALL}](https://${FOREIGN}/i.png)`,
      `<${address}>`,
      `https://e.org/${mark}${address}`,
      `\`\`\`${mark}>${IMAGE}\na\n\`\`\``,
      `\`${IMAGE}\` \`\` </code>${IMAGE} \`\``,
      `|${IMAGE}|\n|:-${mark} onclick=${mark}${CALL}|\n|</table>${IMAGE}|`,
      `> ${IMAGE}\n>> ${address}`,
      `1${mark} onclick=${mark}${CALL}. a`,
      `# ${IMAGE} [a](${address})`,
      `*a${IMAGE}* **[b](${address})**`,
      `[![a](${address})](${address})`,
    ];
    return forms[form];
  });

const GLUE = fc.oneof(
  fc.constantFrom('', ' ', '\n', '\n\n', '```\n', '> ', '- ', '\n|-|\n', 'a'),
  oneOf('* ** ` | \\ <!-- --> </p> </ < & [ ]( ) <http:// https://e.org/ ]]> ~~'),
);

/** Texts that try to become active content where they are shown. */
export const VECTOR: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: ELEMENT },
      { weight: 3, arbitrary: MUTATION },
      { weight: 3, arbitrary: MARKDOWN },
      { weight: 2, arbitrary: GLUE },
      { weight: 1, arbitrary: TAG.map((name) => `</${name}>`) },
      { weight: 1, arbitrary: UNSEEN },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join('').slice(0, 2_000));

/** For fields with a small limit. */
export const SHORT_VECTORS: readonly string[] = [
  IMAGE.slice(0, 40),
  `<svg/onload=${CALL}>`,
  `"><script>${CALL}</script>`,
  `</b><script>${CALL}</script>`,
  `'" onfocus=${CALL} autofocus x='`,
  `</script><script>${CALL}//`,
  `&lt;script&gt;${CALL}`,
  `<iframe src=javascript:${CALL}>`,
  `<a href=javascript:${CALL}>a`,
  `<img/src/onerror=${CALL}>`,
  `<style onload=${CALL}>`,
  `${CALL}">\u202e`,
];
