import { AnchorText, type Found, type Passage } from '@colloquy/passages';

export { readHtmlAnswer as readPage } from '../html/html-page.js';
export { renderMarkdown as render } from './markdown.js';
export { findMentions } from './mentions.js';

/** The most texts that are cached in tokenised form. Tokenising is the larger part of a search. */
const KEPT = 4;
const kept: AnchorText[] = [];

/** A worker's task: as `find` of `AnchorText`. */
export function findPassage({ text, passage }: { text: string; passage: Passage }): Found {
  const at = kept.findIndex((one) => one.text === text);
  const [known = new AnchorText(text)] = at < 0 ? [] : kept.splice(at, 1);
  kept.unshift(known);
  kept.length = Math.min(kept.length, KEPT);
  return known.find(passage);
}
