import type MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import blockquote from 'markdown-it/lib/rules_block/blockquote.mjs';
import list from 'markdown-it/lib/rules_block/list.mjs';
import table from 'markdown-it/lib/rules_block/table.mjs';

/**
 * Quotes count as one level, list items as two. Beyond the limit a marker is text: the parser's own
 * limit (`maxNesting`) would drop deeper text, and a moderator would not see it.
 */
const MAX_BLOCK_LEVEL = 12;

/** The quotes and lists that any text may have; an empty one is 2 characters, 27 of HTML. */
const LEAST_CONTAINERS = 256;
const CHARACTERS_A_CONTAINER = 10;

/**
 * Cells of all tables of one text. The parser fills short rows up to the header's width, so that
 * 2 kB of source could become 700 kB of empty cells, and 64 kB 24 MB.
 */
const MAX_CELLS = 4_096;
const LEAST_CELLS = 1_024;
const CHARACTERS_A_CELL = 4;

/** The remaining budget while one text is parsed. */
interface BlockBudget {
  containers?: number;
  cells?: number;
}

/** Limits nesting, blocks and tables, so that the output is linear in the source. */
export function boundBlocks(md: MarkdownIt): void {
  const { ruler } = md.block;
  ruler.at('blockquote', bounded(blockquoteOfItsOwnLines), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  ruler.at('list', bounded(listOfPlainNumbers), { alt: ['paragraph', 'reference', 'blockquote'] });
  ruler.at('table', boundedTable, { alt: ['paragraph', 'reference'] });
}

/** A line without a marker ends the quote, because it is the author's own text. */
const blockquoteOfItsOwnLines: RuleBlock = (state, startLine, endLine, silent) => {
  let end = startLine + 1;
  while (end < endLine && state.src[state.bMarks[end] + state.tShift[end]] === '>') end += 1;
  return blockquote(state, startLine, end, silent);
};

/** A list would show `04.` as `4.`. */
const listOfPlainNumbers: RuleBlock = (state, startLine, endLine, silent) => {
  const begin = state.bMarks[startLine] + state.tShift[startLine];
  if (/^0\d/.test(state.src.slice(begin, begin + 2))) return false;
  return list(state, startLine, endLine, silent);
};

/** Beyond the bounds a marker is text. */
function bounded(rule: RuleBlock): RuleBlock {
  return (state, startLine, endLine, silent) => {
    if (state.level >= MAX_BLOCK_LEVEL) return false;
    const budget = state.env as BlockBudget;
    budget.containers ??= LEAST_CONTAINERS + Math.floor(state.src.length / CHARACTERS_A_CONTAINER);
    if (budget.containers <= 0) return false;
    if (silent) return rule(state, startLine, endLine, true);
    // Containers within it count against the budget while it is open.
    budget.containers -= 1;
    const found = rule(state, startLine, endLine, false);
    if (!found) budget.containers += 1;
    return found;
  };
}

/** Limits the rows of a table so that its cells fit; the rest becomes a paragraph. */
function boundedTable(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (startLine + 2 > endLine) return false;
  const budget = state.env as BlockBudget;
  const cells =
    budget.cells ??
    Math.min(MAX_CELLS, LEAST_CELLS + Math.floor(state.src.length / CHARACTERS_A_CELL));
  const columns = countPipes(state, startLine + 1) + 1;
  const rows = Math.floor(cells / columns);
  if (rows < 2) return false;
  const found = table(state, startLine, Math.min(endLine, startLine + 1 + rows), silent);
  if (found && !silent) budget.cells = cells - columns * (state.line - startLine - 1);
  return found;
}

/**
 * The number of pipes in the delimiter row, where they cannot be escaped. It is at least the number
 * of columns minus one.
 */
function countPipes(state: StateBlock, line: number): number {
  let pipes = 0;
  for (let i = state.bMarks[line]; i < state.eMarks[line]; i += 1) {
    const code = state.src.charCodeAt(i);
    if (code === 0x7c) pipes += 1;
  }
  return pipes;
}
