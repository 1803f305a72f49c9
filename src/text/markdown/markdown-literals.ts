import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

/** Keeps the backslash of `¯\_(ツ)_/¯`, which Markdown treats as an escape. */
export function keepShrug(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith('\\_', pos) || src[pos - 1] !== '¯') return false;
  return keep(state, silent, 2);
}

/** Asterisks between two digits mean multiplication: `2*3*4` has no emphasis. */
export function keepStarsOfNumbers(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '*' || !/\d/.test(src[pos - 1] ?? '')) return false;
  let end = pos;
  while (src[end] === '*') end += 1;
  return /\d/.test(src[end] ?? '') && keep(state, silent, end - pos);
}

function keep(state: StateInline, silent: boolean, length: number): true {
  if (!silent) state.pending += state.src.slice(state.pos, state.pos + length);
  state.pos += length;
  return true;
}
