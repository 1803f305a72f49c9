export const STRONG = 1;
export const EMPHASIS = 2;
export const STRUCK = 4;

/** A run of text with the same marks. `marks` adds up STRONG, EMPHASIS and STRUCK. */
export interface InlinePiece {
  kind: 'text' | 'code' | 'address';
  text: string;
  marks: number;
  href: string | null;
}

const DELIMITERS: readonly [number, string][] = [
  [STRUCK, '~~'],
  [STRONG, '**'],
  [EMPHASIS, '*'],
];

const WHITE_SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

interface Token {
  text: string;
  /** Identifies the delimiter: its opening and closing token have the same number. */
  pair?: number;
  opens?: boolean;
}

/** Writes pieces inside or outside one link as Markdown; `escape` is applied to their texts. */
export function writeRuns(
  pieces: readonly InlinePiece[],
  escape: (text: string) => string,
): string {
  const tokens: Token[] = [];
  let open: { mark: number; delimiter: string; pair: number }[] = [];
  let pairs = 0;
  const turnTo = (marks: number) => {
    const keep = open.findIndex(({ mark }) => (marks & mark) === 0);
    if (keep >= 0) {
      const closed = open.splice(keep).reverse();
      tokens.push(...closed.map(({ delimiter, pair }) => ({ text: delimiter, pair })));
    }
    for (const [mark, delimiter] of DELIMITERS) {
      if ((marks & mark) === 0 || open.some((one) => one.mark === mark)) continue;
      pairs += 1;
      open.push({ mark, delimiter, pair: pairs });
      tokens.push({ text: delimiter, pair: pairs, opens: true });
    }
  };
  for (const { text, marks, code } of splitSpaces(pieces)) {
    turnTo(marks);
    tokens.push({ text: code ? text : escape(text) });
  }
  turnTo(0);
  return withoutIdleDelimiters(tokens)
    .map(({ text }) => text)
    .join('');
}

interface Run {
  text: string;
  marks: number;
  code: boolean;
}

/** Marks do not include spaces at their edges: `**a **b` would mark nothing. */
function splitSpaces(pieces: readonly InlinePiece[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, text, marks } of pieces) {
    if (kind !== 'text') {
      const written = kind === 'code' ? writeCode(text) : `<${text}>`;
      runs.push({ text: written, marks: 0, code: true });
      continue;
    }
    const [before, inner, after] = splitEdges(text);
    if (before) runs.push({ text: before, marks: -1, code: false });
    if (inner) runs.push({ text: inner, marks, code: false });
    if (after) runs.push({ text: after, marks: -1, code: false });
  }
  for (let i = 0; i < runs.length; i += 1) {
    if (runs[i].marks !== -1) continue;
    let next = i + 1;
    while (next < runs.length && runs[next].marks === -1) next += 1;
    const marks = (runs[i - 1]?.marks ?? 0) & (runs[next]?.marks ?? 0);
    for (; i < next; i += 1) runs[i].marks = marks;
  }
  return runs;
}

/** Drops delimiters that CommonMark would show as asterisks instead (6.2, flanking). */
function withoutIdleDelimiters(tokens: readonly Token[]): readonly Token[] {
  let kept = tokens;
  // Dropping a delimiter changes the neighbours of others. After four rounds only the text is kept.
  for (let round = 0; round < 4; round += 1) {
    const idle = idlePairs(kept);
    if (idle.size === 0) return kept;
    kept = kept.filter(({ pair }) => pair === undefined || !idle.has(pair));
  }
  return idlePairs(kept).size === 0 ? kept : kept.filter(({ pair }) => pair === undefined);
}

function idlePairs(tokens: readonly Token[]): Set<number> {
  const idle = new Set<number>();
  tokens.forEach(({ text, pair, opens }, i) => {
    if (pair === undefined) return;
    const before = tokens[i - 1];
    // A closing and an opening run would merge: `**a****b**`.
    const runsTogether =
      opens && before?.pair !== undefined && !before.opens && before.text[0] === text[0];
    const inner = neighbour(tokens, i, opens ? 1 : -1);
    const outer = neighbour(tokens, i, opens ? -1 : 1);
    const flanks =
      !WHITE_SPACE.test(inner) &&
      (!PUNCTUATION.test(inner) || WHITE_SPACE.test(outer) || PUNCTUATION.test(outer));
    if (!flanks || runsTogether) idle.add(pair);
  });
  return idle;
}

/** The character next to a run of delimiters; empty at the edge of the text. */
function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): string {
  for (let i = at + step; i >= 0 && i < tokens.length; i += step) {
    // Delimiters of the same character flank together; to asterisks, a tilde is punctuation.
    if (tokens[i].pair !== undefined && tokens[i].text[0] === tokens[at].text[0]) continue;
    const characters = Array.from(
      step === 1 ? tokens[i].text.slice(0, 2) : tokens[i].text.slice(-2),
    );
    return characters.at(step === 1 ? 0 : -1)!;
  }
  return '';
}

function writeCode(text: string): string {
  const ticks = '`'.repeat(longestTicks(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** The length of the longest run of backticks. */
export function longestTicks(text: string): number {
  const runs = Array.from(text.matchAll(/`+/g), ([run]) => run.length);
  return runs.reduce((longest, run) => Math.max(longest, run), 0);
}

/** Leading white space, the content, and trailing white space. */
export function splitEdges(text: string): [string, string, string] {
  const inner = text.trim();
  const start = text.length - text.trimStart().length;
  return [text.slice(0, start), inner, text.slice(start + inner.length)];
}
