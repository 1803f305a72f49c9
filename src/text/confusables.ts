import { createRequire } from 'node:module';
import { caseFold } from './folding.js';

/**
 * Unicode's confusables.txt (the prototype of each code point, such as m -> rn, 0 -> O, 1 -> l,
 * Cyrillic а -> a), as the package `unhomoglyph` carries it: 6,311 code points of version 13.0.
 * Loaded by `require`, because importing JSON is an experiment in Node 20.
 */
const PROTOTYPES = new Map(
  Object.entries(createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>),
);

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of UTS 39, section 4: two strings look alike when their skeletons are equal. For
 * comparing only, never for showing: "main" becomes "rnain".
 */
export function skeleton(text: string): string {
  let skeleton = '';
  for (const character of text.normalize('NFD').replace(IGNORABLE, '')) {
    skeleton += PROTOTYPES.get(character) ?? character;
  }
  return skeleton.normalize('NFD');
}

/**
 * The keys by which a name is unique, one or two: names collide when they share any. Case must
 * not tell names apart, and looks must not either; but folding the case changes the looks (I
 * looks like l, i does not), so a name claims both orders: "Ivan", "IVAN" and "lvan" collide.
 */
export function nameKeys(name: string): string[] {
  const compatible = name.normalize('NFKC');
  const keys = [skeleton(caseFold(compatible)), skeleton(compatible)];
  return [...new Set(keys.map(caseFold))];
}
