import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../web/embed/words/en.js';
import { lv } from '../web/embed/words/lv.js';
import { ru } from '../web/embed/words/ru.js';

type Entry = string | Partial<Record<string, string>>;

const LANGUAGES: Readonly<Record<string, Record<string, Entry>>> = { en, lv, ru };
const PLACE = 'web/embed';

const sources = readdirSync(PLACE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('words/'))
  .map((file) => readFileSync(join(PLACE, file), 'utf8'))
  .join('\n');

const formsOf = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.keys(LANGUAGES))('the words of the embed in %s', (language) => {
  const words = LANGUAGES[language];

  it('have every key, and no other', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
  });

  it('have every plural form of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const wrong = Object.entries(words)
      .filter(([, entry]) => typeof entry !== 'string')
      .filter(([, entry]) => Object.keys(entry).sort().join() !== needed.join())
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('name the same values everywhere, and are never empty', () => {
    const wrong = Object.entries(words)
      .filter(([key, entry]) => {
        const wanted = placesIn(formsOf((en as Record<string, Entry>)[key])[0]!).join();
        return formsOf(entry).some((text) => !text || placesIn(text).join() !== wanted);
      })
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });
});

describe('the words of the embed', () => {
  it('are all used', () => {
    const unused = Object.keys(en).filter((key) => !sources.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('are translated: hardly a text is the same in two languages', () => {
    const same = Object.keys(en).filter(
      (key) => JSON.stringify(en[key as 'sort']) === JSON.stringify(ru[key as 'sort']),
    );
    expect(same).toEqual([]);
  });
});
