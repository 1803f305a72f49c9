/**
 * Strings that every field must survive: each is stored or refused, and never causes a 5xx. The
 * list is the same in every run.
 */

const from = (...codePoints: number[]): string => String.fromCodePoint(...codePoints);
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const each = (codePoints: number[]): string[] => codePoints.map((point) => `a${from(point)}b`);

const CONTROLS = each([...range(0x00, 0x1f), ...range(0x7f, 0x9f)]);

const ILL_FORMED = [
  '\ud800',
  '\udfff',
  'before \ud83d',
  '\ude00 after',
  '\ude00\ud83d',
  'a\udbffb',
  '\ud800\ud800',
  '👍\ud83d👍',
];

const NONCHARACTERS = each([0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x1ffff, 0x10fffe, 0x10ffff]);

const DIRECTION = [
  ...each([...range(0x202a, 0x202e), ...range(0x2066, 0x2069), 0x200e, 0x200f, 0x061c]),
  '\u2067إلى\u2069 Riga',
  '\u2066'.repeat(200),
  'user\u202Egnp.exe',
  'שלום abc עולם 123',
  'العربية English עברית',
];

const INVISIBLE = [
  ...each([0x200b, 0x200c, 0x200d, 0x2060, 0x2063, 0xfeff, 0x00ad, 0x034f, 0x180e, 0xfff9]),
  ...each([0x115f, 0x1160, 0x3164, 0xffa0, 0x2800, 0xfffc, 0xfffd, 0x1d159, 0xe0001, 0xe0041]),
  '\ufefftext after a mark of order',
  '\u200b',
  '\u200d\u200d\u200d',
  '\u3164',
  `${from(0x1f3f4)}${from(...range(0xe0061, 0xe007a), 0xe007f)}`,
  from(...[...'hidden'].map((letter) => 0xe0000 + letter.codePointAt(0)!)),
];

const SPACES = [
  ...each([0xa0, 0x1680, ...range(0x2000, 0x200a), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]),
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '  two  spaces  ',
  ' '.repeat(1_000),
  '\n'.repeat(1_000),
];

const MARKS = [
  'e\u0301',
  'a\u0323\u0302',
  'q\u0307\u0323',
  'A\u030a \u212b \u00c5',
  '\u0301 alone',
  'Z\u0335\u0322\u0321\u0327\u0328\u0316\u0317\u0318 zalgo',
  `h${'\u0312\u0357\u030b'.repeat(40)}e`,
  `a${'\u0301'.repeat(5_000)}`,
  '\u0301\u200d\u0301\u200d\u0301\u200d\u0301\u200d\u0301',
  '\u1100\u1161\u11a8',
  '\u0958\u0959',
  '\u{1d15e}',
  'ﬁ ﬃ ſt Å Ω ℌ ① ㎏',
  'ǆ Ǆ ß ẞ İ ı Σ ς',
];

const EMOJI = [
  '👩‍👩‍👧‍👦',
  '👩🏽‍🚒',
  '🏳️‍🌈🏴‍☠️',
  '🇱🇻🇺🇦🇱',
  '1️⃣#️⃣*⃣',
  '👍🏻👍🏿',
  '👩‍',
  '❤︎ ❤️',
  '😀'.repeat(500),
  '👨‍👩‍👧‍👦'.repeat(100),
];

const SCRIPTS = [
  'Ирина Ёлкина',
  'Ķēniņš Jānis Šķēle',
  'Nguyễn Thị Minh Khai',
  'ελληνικά',
  'हिन्दी में लिखना',
  'ภาษาไทยที่ไม่มีช่องว่าง',
  '漢字とカタカナ',
  'ᠮᠣᠩᠭᠣᠯ',
  'བོད་སྐད',
  '𒀀𒁀𐤀𐤁',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  'раураl',
  '\ue000\uf8ff',
  from(0xf0000, 0x10fffd),
  from(0x0378, 0xe0080, 0x2fe0),
  'ﷺ﷽',
  '꧁꧂',
];

const NUMBERS = [
  ['0', '-0', '1', '-1', '+1', '1.0', '1e1', '1e309', '-1e309', '1e-400', '0x10', '0b1', '0o7'],
  ['NaN', 'Infinity', '-Infinity', '1_000', '1,000', '00001', '1/0', '٣', '１２３', '²', '½'],
  ['2147483647', '2147483648', '4294967296', '9007199254740993', '9223372036854775808'],
  '9'.repeat(400),
  `0.${'1'.repeat(400)}`,
  '１'.repeat(36),
].flat();

const WORDS = [
  ['undefined', 'null', 'true', 'false', 'none', 'nil', '[object Object]', 'NULL', 'default'],
  ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'valueOf'],
  ['admin', 'me', 'by-page', 'counts', 'root', 'CON', 'aux.txt', '.', '..', '/', '\\', '*', '?'],
].flat();

const DATES = [
  ['now', 'epoch', 'infinity', 'today', '2026-02-30T00:00:00Z', '0000-00-00', '2026-13-01'],
  ['+275760-09-13T00:00:00.001Z', '-000001-01-01T00:00:00Z', '2026-06-30T23:59:60Z'],
  ['2026-01-01T00:00:00.0000000000000001Z', '2026-01-01T00:00:00+99:99', '294277-01-01'],
].flat();

const UUIDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '01890A5D-AC96-774B-BCCE-B302099A8057',
  '{01890a5d-ac96-774b-bcce-b302099a8057}',
  '01890a5dac96774bbcceb302099a8057',
  'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057',
  '01890a5d-ac96-774b-bcce-b302099a805',
  '01890a5d-ac96-774b-bcce-b302099a80577',
  '01890a5d-ac96-774b-bcce-b302099a805g',
  '０1890a5d-ac96-774b-bcce-b302099a8057',
  '01890a5d‐ac96‐774b‐bcce‐b302099a8057',
  '01890a5d-ac96-774b-bcce-b302099a8057\n',
  ' 01890a5d-ac96-774b-bcce-b302099a8057',
];

const CODE = [
  ["'", '"', '`', "''", '";', "' OR '1'='1", "'; drop table comments; --", '1; select 1', '\\'],
  ["' union select null, version() --", '$1', '$$x$$', ':name', '?', '%', '_', "E'\\x00'"],
  ['{"$gt": ""}', '{"a": [1, {}]}', '[]', '{}', '{', '"\\ud800"', '\\u0000', '\\x00', '&#0;'],
  ['{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{% debug %}', '${jndi:ldap://x/a}', '%(x)s'],
  ['%s%n%x%p', '%00', '%ff', '%2e%2e%2f', '..%c0%af', '../../../etc/passwd', 'C:\\con\\con'],
  ['file:///etc/passwd', '/dev/null', '`id`', '$(id)', '; id', '| id', '&& id', '() { :; }; id'],
  ['a\r\nSet-Cookie: x=1', 'a\r\n\r\nHTTP/1.1 200 OK', 'a%0d%0ab', '*)(uid=*', "' or ''='"],
  ['=cmd|" /C calc"!A0', '+1+1', '@SUM(1)', '-1+1', '(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$'],
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
].flat();

const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><b>',
  '</textarea><script>1</script>',
  '<!--',
  ']]>',
  '<a href="javascript:alert(1)">',
  '[a](javascript:alert(1))',
  '[a](java&#x0a;script:1)',
  '![a](http://x/y.png "t")',
  '[[[[a]]]](((x',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```js\nunclosed',
  '> '.repeat(500),
  '['.repeat(5_000),
  '*'.repeat(5_000),
  '`'.repeat(5_000),
  '<'.repeat(5_000),
  '![](a'.repeat(1_000),
  '**a **a '.repeat(500),
  '- '.repeat(500),
  '&amp;'.repeat(500),
  'http://'.repeat(300),
  'a@'.repeat(300),
];

const ADDRESSES = [
  ['http://', 'https://x', '//x', 'http://[::1]:99999/', 'http://a b/', 'http://\u0000/', 'x:'],
  ['javascript:alert(1)', 'data:text/html,x', 'http://user:pass@reviews.example/', 'HTTP://X/'],
  ['https://reviews.example/%ff', 'https://reviews.example/\ud800', 'https://reviews.example/#'],
  ['https://reviews.example/%00', 'https://рецензии.example/', 'https://xn--/', 'a@b', '@', 'a@'],
  ['"a b"@example.org', 'a@[127.0.0.1]', 'a@b@c.example', `${'a'.repeat(300)}@example.org`],
].flat();

const SIZES = [255, 256, 257, 300, 301, 500, 501, 1_000, 2_000, 2_001, 10_000, 10_001, 65_537];
const LONG = [
  ...SIZES.map((size) => 'x'.repeat(size)),
  'ы'.repeat(10_000),
  'word '.repeat(13_000),
  'line\n'.repeat(2_000),
  'z'.repeat(100_000),
  '漢'.repeat(30_000),
];

/** Random text over all of Unicode, from a generator with a fixed seed. */
function atRandom(count: number): string[] {
  let state = 20_261_123;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const planes = [0x80, 0x250, 0x700, 0x3000, 0x10000, 0x20000, 0x110000];
  return Array.from({ length: count }, () => {
    const limit = planes[next(planes.length)];
    return from(...Array.from({ length: 1 + next(40) }, () => next(limit)));
  });
}

export const HOSTILE_STRINGS: readonly string[] = [
  ...new Set([
    ...CONTROLS,
    ...ILL_FORMED,
    ...NONCHARACTERS,
    ...DIRECTION,
    ...INVISIBLE,
    ...SPACES,
    ...MARKS,
    ...EMOJI,
    ...SCRIPTS,
    ...NUMBERS,
    ...WORDS,
    ...DATES,
    ...UUIDS,
    ...CODE,
    ...MARKUP,
    ...ADDRESSES,
    ...LONG,
    ...atRandom(60),
  ]),
];
