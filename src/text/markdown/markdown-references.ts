import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import reference from 'markdown-it/lib/rules_block/reference.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';

/** A label, and whether it is at the start of a line, as in a definition. */
const LABEL = /(?:(^)[\t >*+\-\d.)]*|)(?<!\\)\[((?:[^[\]\\]|\\[^]){1,999})\](:?)/gm;

const LABEL_OF = /^\[((?:[^\]\\]|\\[^])*)\]/;

/** The state of one text while it is parsed. */
interface Known {
  usedLabels?: ReadonlySet<string>;
  references?: Record<string, unknown>;
}

/** Like the parser's own rule, but a definition without a reference is shown as typed. */
export const referenceOrText: RuleBlock = (state, startLine, endLine, silent) => {
  if (!reference(state, startLine, endLine, silent)) return false;
  if (silent) return true;
  const source = state.getLines(startLine, state.line, state.blkIndent, false).trim();
  const label = state.md.utils.normalizeReference(LABEL_OF.exec(source)?.[1] ?? '');
  if (!usedLabels(state).has(label)) {
    delete (state.env as Known).references?.[label];
    show(state, startLine, source);
  }
  return true;
};

function usedLabels(state: StateBlock): ReadonlySet<string> {
  const known = state.env as Known;
  known.usedLabels ??= new Set(
    [...state.src.matchAll(LABEL)]
      .filter(([, begins, , colon]) => begins === undefined || colon === '')
      .map(([, , label]) => state.md.utils.normalizeReference(label)),
  );
  return known.usedLabels;
}

/** Lines of definitions are one paragraph. */
function show(state: StateBlock, startLine: number, source: string): void {
  const before = state.tokens.at(-2);
  if (before?.meta === SHOWN && before.map![1] === startLine) {
    before.content += `\n${source}`;
    before.map![1] = state.line;
    return;
  }
  const map = (): [number, number] => [startLine, state.line];
  state.push('paragraph_open', 'p', 1).map = map();
  const inline = state.push('inline', '', 0);
  Object.assign(inline, { content: source, map: map(), children: [], meta: SHOWN });
  state.push('paragraph_close', 'p', -1);
}

const SHOWN = 'definition that is shown';
