import { en, type Words } from './en.js';
import type { Entry } from './table.js';

/** Longer, accented, and written from right to left. */
function mirrored(text: string): string {
  const parts = text.split(/(\{\w+\})/);
  const accented = parts.map((part) =>
    part.startsWith('{') ? part : part.replace(/[aeiou]/g, (vowel) => ACCENTS[vowel]!),
  );
  return `⟦${accented.join('')} ··⟧`;
}

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü' };

export function mirroredWords<T extends object>(words: T): T {
  const entries = Object.entries(words) as [string, Entry][];
  return Object.fromEntries(
    entries.map(([key, entry]) => [
      key,
      typeof entry === 'string'
        ? mirrored(entry)
        : Object.fromEntries(Object.entries(entry).map(([form, text]) => [form, mirrored(text!)])),
    ]),
  ) as T;
}

export const pseudo: Words = mirroredWords<Words>(en);
