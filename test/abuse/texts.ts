/** Comments as costly as the limits allow: 10,000 visible characters, 64 KiB. */
const CHARACTERS = 10_000;

const fill = (piece: string, length = CHARACTERS) =>
  piece.repeat(Math.max(1, Math.floor(length / piece.length)));

/** Two people in one glyph: one character to a reader, 11 bytes, and 33 in a URL. */
const PAIR = '\u{1f469}\u200d\u{1f467}';

/** 65 kB that become 260 kB of links: the largest known answer to one comment. */
export const HEAVY = `<http://a/${PAIR.repeat(60)}>`.repeat(97);

const row = (cells: number, cell: string) => `|${`${cell}|`.repeat(cells)}\n`;

/** Each costs the parser or the reader of its output more than prose, for a different reason. */
export const WORST: Readonly<Record<string, string>> = {
  images: fill('![['),
  brackets: fill('['),
  emphasis: fill('*a **b _c __d ~~e '),
  stars: fill('*a'),
  quotes: fill('> > > > > > > > > > > > a\n'),
  lists: fill('- a\n  - b\n    - c\n      - d\n        - 1. e\n'),
  autolinks: fill(`<http://a/${PAIR.repeat(3)}>`, 18_000),
  addresses: fill('http://a.b '),
  entities: fill('&#x22;&amp;"'),
  backticks: fill('`a'),
  runs: Array.from({ length: 140 }, (_, n) => '`'.repeat(n + 1))
    .join(' ')
    .slice(0, CHARACTERS),
  definitions: `${Array.from({ length: 600 }, (_, n) => `[a${n}]: /x`).join('\n')}\n\n${fill('[a1]', 2_000)}`,
  table: row(60, 'a') + row(60, '-') + row(60, 'a').repeat(65),
  rows: `a|b\n-|-\n${fill('|\n', CHARACTERS - 8)}`,
  headings: fill('# a\n'),
  breaks: fill('a\n'),
  marks: fill('a\u0301\u0302\u0303', 4 * CHARACTERS),
  heavy: HEAVY,
};

const KINDS = [HEAVY, WORST.rows, WORST.images];

/** Cycles through the largest text, the slowest table, and the slowest text. */
export function worstOf(nth: number): string {
  return KINDS[nth % KINDS.length];
}

/** A display name of maximum length, 40 look-alike characters, different for each `nth`. */
export function longName(nth: number): string {
  const word = [...nth.toString(26).padStart(6, '0')].map(
    (digit) => `${String.fromCodePoint(0x1d41a + Number.parseInt(digit, 26))}\u0301\u0302`,
  );
  return word.join('') + '\u{1d68a}\u0301\u0302'.repeat(40 - word.length);
}

/** `count` characters of four code points each, more bytes than any field needs. */
export function manyBytes(count: number, mostBytes = 60_000): string {
  const character = 'z\u0323\u0307\u0331';
  return character.repeat(Math.min(count, Math.floor(mostBytes / Buffer.byteLength(character))));
}
