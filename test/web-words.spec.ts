import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en as accountsEn } from '../src/site/accounts/account-words-en.js';
import { lv as accountsLv } from '../src/site/accounts/account-words-lv.js';
import { ru as accountsRu } from '../src/site/accounts/account-words-ru.js';
import { FIELD_RULES } from '../src/problems/field-rules.js';
import { HOLD_RULES } from '../web/embed/thread/hold-words.js';
import { FOR_PROGRAMS, RULES, WORDS } from '../web/embed/discussion/problem-keys.js';
import { en as articleEn } from '../web/embed/words/article/en.js';
import { lv as articleLv } from '../web/embed/words/article/lv.js';
import { ru as articleRu } from '../web/embed/words/article/ru.js';
import { en } from '../web/embed/words/en.js';
import { Localizer } from '../web/embed/words/localizer.js';
import { en as bellEn } from '../web/embed/words/bell/en.js';
import { lv as bellLv } from '../web/embed/words/bell/lv.js';
import { ru as bellRu } from '../web/embed/words/bell/ru.js';
import { en as formsEn } from '../web/embed/words/forms/en.js';
import { lv as formsLv } from '../web/embed/words/forms/lv.js';
import { ru as formsRu } from '../web/embed/words/forms/ru.js';
import { lv } from '../web/embed/words/lv.js';
import { en as problemsEn } from '../web/embed/words/problems/en.js';
import { lv as problemsLv } from '../web/embed/words/problems/lv.js';
import { ru as problemsRu } from '../web/embed/words/problems/ru.js';
import { ru } from '../web/embed/words/ru.js';

type Entry = string | Partial<Record<string, string>>;

type Tables = Readonly<Record<string, Record<string, Entry>>>;

/** All but the first are loaded on demand. */
const TABLES: Readonly<Record<string, Tables>> = {
  embed: { en, lv, ru },
  article: { en: articleEn, lv: articleLv, ru: articleRu },
  bell: { en: bellEn, lv: bellLv, ru: bellRu },
  forms: { en: formsEn, lv: formsLv, ru: formsRu },
  problems: { en: problemsEn, lv: problemsLv, ru: problemsRu },
};
const CASES = Object.entries(TABLES).flatMap(([table, languages]) =>
  Object.keys(languages).map((language) => [table, language] as const),
);
/** The client defines the statuses of a watch, which are keys as well. */
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

describe('times in words', () => {
  const now = Date.parse('2026-11-29T12:00:00Z');
  const before = (seconds: number) => new Date(now - seconds * 1_000).toISOString();

  it.each([
    [0, 'now'],
    [44, '44 seconds ago'],
    [45, '1 minute ago'],
    [59, '1 minute ago'],
    [119, '1 minute ago'],
    [3_599, '59 minutes ago'],
    [3_600, '1 hour ago'],
    [86_400, 'yesterday'],
  ])('are never of this minute: %s seconds', async (seconds, words) => {
    expect((await Localizer.load(['en-US@posix'])).when(before(seconds), now)).toBe(words);
  });

  it.each([
    ['2026-11-29T12:00:00', '2026-11-29T12:00:09', 'now'],
    ['2026-11-29T12:00:00', '2026-11-28T11:00:00', 'yesterday'],
    ['2026-11-29T12:00:00', '2026-11-27T13:00:00', '2 days ago'],
    ['2026-11-29T00:10:00', '2026-11-27T23:50:00', '2 days ago'],
    ['2026-11-29T12:00:00', '2026-11-23T00:10:00', '6 days ago'],
    ['2026-11-29T12:00:00', '2026-11-22T23:50:00', 'November 22, 2026'],
  ])('count days by their nights, and are never to come: %s, %s', async (at, then, words) => {
    expect((await Localizer.load(['en'])).when(then, Date.parse(at))).toBe(words);
  });

  it('are in the language that is wanted first and there is', async () => {
    const languageOf = async (...wanted: string[]) => (await Localizer.load(wanted)).language;
    expect(await languageOf('', 'constructor', 'de-DE', 'lv_LV@euro', 'en')).toBe('lv-LV');
    expect(await languageOf('???')).toBe('en');
    expect((await Localizer.load(['lv_LV.utf8'])).duration(60)).toBe('1 minūte');
  });
});

describe('the words for what did not work', () => {
  const words: Record<string, Record<string, Entry>> = {
    en: { ...en, ...problemsEn },
    lv: { ...lv, ...problemsLv },
    ru: { ...ru, ...problemsRu },
  };
  const isWaiting = (status: string) => status === '429';
  const problems = [
    ...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([a-z-]+)` *\| (\d{3}) \|/gm),
  ];
  /** Shown by the field's rule, by the waiting time, or not at all. */
  const otherwise = (slug: string, status: string) =>
    slug === 'invalid-input' || isWaiting(status) || FOR_PROGRAMS.has(slug);

  it.each(Object.keys(words))('name every problem and every rule in %s', (language) => {
    expect(problems.length).toBeGreaterThan(80);
    const wordless = problems
      .filter(([, slug, status]) => !(WORDS[slug] in words[language]) && !otherwise(slug, status))
      .map(([, slug]) => slug);
    const ruleless = FIELD_RULES.filter((rule) => !(RULES[rule] in words[language]));
    expect({ wordless, ruleless }).toEqual({ wordless: [], ruleless: [] });
  });

  it('say why a comment waits, by every rule that holds one', () => {
    const files = [
      'screening/screening-rules',
      'moderation/flags/flags.service',
      'transfer/import/import-rows',
    ];
    const rules = files.flatMap((file) =>
      [...readFileSync(`src/${file}.ts`, 'utf8').matchAll(/rule: '([a-z-]+)'/g)].map(
        ([, rule]) => rule,
      ),
    );
    expect(Object.keys(HOLD_RULES)).toEqual(expect.arrayContaining(rules));
    expect(rules.length).toBeGreaterThanOrEqual(5);
  });

  it('are the same on the pages of accounts', () => {
    const pages = { en: accountsEn, lv: accountsLv, ru: accountsRu };
    for (const [language, { rules, problems: told }] of Object.entries(pages)) {
      const inEmbed = Object.keys(rules).map((rule) => [rule, words[language][RULES[rule]]]);
      expect(rules).toEqual(Object.fromEntries(inEmbed));
      expect(told['email-taken']).toBe(words[language].problemEmailTaken);
      expect(told.network).toBe(words[language].problemNetwork);
    }
  });

  it('are for problems and rules that there are', () => {
    const slugs = new Set(problems.map(([, slug]) => slug));
    const gone = [...Object.keys(WORDS), ...FOR_PROGRAMS].filter(
      (slug) => !slug || !slugs.has(slug),
    );
    expect(gone).toEqual([]);
    expect(Object.keys(RULES).filter((rule) => !FIELD_RULES.includes(rule))).toEqual([]);
  });

  it('are for every rule that a text, a name, an address or a password can break, and no other', () => {
    const files = [
      'src/text/names/names.ts',
      'src/text/names/reserved-names.ts',
      'src/text/plain/text-gate.ts',
      'src/users/accounts/email.ts',
      'src/auth/passwords/passwords.ts',
      'src/auth/passwords/guessable-passwords.ts',
    ].map((file) => readFileSync(file, 'utf8'));
    const named = files.flatMap((text) =>
      [...text.matchAll(/\brule: '([a-z-]+)'/g)].map(([, rule]) => rule),
    );
    expect(new Set(named)).toEqual(new Set(FIELD_RULES));
  });
});
