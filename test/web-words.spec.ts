import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en as articleEn } from '../web/embed/words/article/en.js';
import { lv as articleLv } from '../web/embed/words/article/lv.js';
import { ru as articleRu } from '../web/embed/words/article/ru.js';
import { en } from '../web/embed/words/en.js';
import { lv } from '../web/embed/words/lv.js';
import { ru } from '../web/embed/words/ru.js';

type Entry = string | Partial<Record<string, string>>;

type Tables = Readonly<Record<string, Record<string, Entry>>>;

/** The words of the article are loaded apart from the others. */
const TABLES: Readonly<Record<string, Tables>> = {
  embed: { en, lv, ru },
  article: { en: articleEn, lv: articleLv, ru: articleRu },
};
const CASES = Object.entries(TABLES).flatMap(([table, languages]) =>
  Object.keys(languages).map((language) => [table, language] as const),
);
/** The client names the statuses of a watch, which are keys as well. */
const PLACES = ['web/embed', 'packages/client/src'];

const sources = PLACES.flatMap((place) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^words\/|schema|\.spec\./.test(file))
    .map((file) => readFileSync(join(place, file), 'utf8')),
).join('\n');

const formsOf = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(CASES)('the words of the %s in %s', (table, language) => {
  const words = TABLES[table][language];
  const english = TABLES[table].en;

  it('have every key, and no other', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  });

  it('have every plural form that whole numbers take in the language', () => {
    const rules = new Intl.PluralRules(language);
    const numbers = Array.from({ length: 200 }, (_, number) => rules.select(number));
    const needed = [...new Set(numbers)].sort();
    const wrong = Object.entries(words)
      .filter(([, entry]) => typeof entry !== 'string')
      .filter(([, entry]) => Object.keys(entry).sort().join() !== needed.join())
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('name the same values everywhere, and are never empty', () => {
    const wrong = Object.entries(words)
      .filter(([key, entry]) => {
        const wanted = placesIn(formsOf(english[key])[0]!).join();
        return formsOf(entry).some((text) => !text || placesIn(text).join() !== wanted);
      })
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.keys(TABLES))('the words of the %s', (table) => {
  const { en: english, ru: russian } = TABLES[table];

  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => !sources.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('are translated: hardly a text is the same in two languages', () => {
    const same = Object.keys(english).filter(
      (key) => JSON.stringify(english[key]) === JSON.stringify(russian[key]),
    );
    expect(same).toEqual([]);
  });

  it('have no key of another table', () => {
    const others = Object.entries(TABLES).filter(([name]) => name !== table);
    const keys = new Set(others.flatMap(([, { en: words }]) => Object.keys(words)));
    expect(Object.keys(english).filter((key) => keys.has(key))).toEqual([]);
  });
});
