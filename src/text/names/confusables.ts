import { createRequire } from 'node:module';
import { caseFold } from '../plain/folding.js';

/**
 * Unicode's confusables.txt (the prototype of each code point, such as m -> rn, 0 -> O, 1 -> l,
 * Cyrillic а -> a), as the package `unhomoglyph` carries it: 6,311 code points of version 13.0.
 * Loaded by `require`, because importing JSON is an experiment in Node 20.
 */
const PROTOTYPES = new Map(
  Object.entries(createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>),
);

/** Letters that Unicode's table omits: small capitals, and circled, squared and flag letters. */
const LETTERLIKE = new Map(
  [
    ['km', 'ĸʍ'],
    ['abcdefghijklmnopqrstuvwyz', 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ'],
    ...[0x1f150, 0x1f170, 0x1f1e6].map((first) => [
      'abcdefghijklmnopqrstuvwxyz',
      String.fromCodePoint(...Array.from({ length: 26 }, (_, at) => first + at)),
    ]),
  ].flatMap(([letters, shown]) => [...shown].map((sign, at) => [sign, letters[at]] as const)),
);

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of UTS 39, section 4: two strings look alike if their skeletons are equal. Only for
 * comparison, never for display: "main" becomes "rnain".
 */
export function skeleton(text: string): string {
  let skeleton = '';
  for (const character of text.normalize('NFD').replace(IGNORABLE, '')) {
    const looks = PROTOTYPES.get(character) ?? character;
    const letter = LETTERLIKE.get(character) ?? LETTERLIKE.get(looks);
    skeleton += letter ? (PROTOTYPES.get(letter) ?? letter) : looks;
  }
  return skeleton.normalize('NFD');
}

/**
 * The keys by which a name is unique, one or two: names collide if they share any. Names must not
 * differ only in case, or only in lookalike characters. Case folding changes the looks (I looks
 * like l, i does not), so a name has a key for both orders: "Ivan", "IVAN" and "lvan" collide.
 */
export function nameKeys(name: string): string[] {
  const compatible = name.normalize('NFKC');
  const keys = [skeleton(caseFold(compatible)), skeleton(compatible)];
  return [...new Set(keys.map(caseFold))];
}
