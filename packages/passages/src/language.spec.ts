import { directionOf, foreignLanguageOf, usableTag } from './language.js';

describe('the language of a text', () => {
  it.each([
    ['Мой отец работал на стройке.', 'en', 'ru'],
    ['Мій батько працював на будівництві.', 'en', 'uk'],
    ['Мой бацька працаваў на будоўлі, і я таксама.', 'lv', 'be'],
    ['Mans tēvs strādāja būvlaukumā, un tas bija sen.', 'en', 'lv'],
    ['My father worked there.', 'ru', 'en'],
    ['My father worked there for more than ten years.', 'lv', 'en'],
    ['אבי עבד שם.', 'en', 'he'],
    ['كان أبي يعمل هناك.', 'en', 'ar'],
  ])('is told where it is not the page’s: %s', (text, page, language) => {
    expect(foreignLanguageOf(text, page)).toBe(language);
  });

  it.each([
    ['My grandmother, Marta Liepiņa, was on that list of the resettled.', 'en'],
    ['Мой отец работал на стройке.', 'ru-RU'],
    ['Mans tēvs strādāja būvlaukumā.', 'lv-LV'],
    ['Piekritu. Labi teikts!', 'lv'],
    ['Liepiņa was there too, they say.', 'en'],
    ['پدرم آنجا کار می‌کرد.', 'fa'],
    ['1964, 1140', 'en'],
    ['', 'en'],
  ])('is left to the page where it may be the same: %s', (text, page) => {
    expect(foreignLanguageOf(text, page)).toBeNull();
  });
});

describe('a language tag as pages and browsers write it', () => {
  it.each([
    ['lv', 'lv'],
    ['LV-lv', 'lv-LV'],
    ['ru_RU', 'ru-RU'],
    ['lv-LV@euro', 'lv-LV'],
    ['en-', 'en'],
    ['en--US', 'en-US'],
    ['en-US.utf8', 'en-US'],
    [' lv-LV\u00a0', 'lv-LV'],
    ['en-international', 'en'],
    ['en-US@posix', 'en-US'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['"ru"', 'ru'],
    ['ru, lv;q=0.5', 'ru'],
    ['lav', 'lv'],
    [`lv-${'longer-than-a-part-'.repeat(100_000)}`, 'lv-longer'],
  ])('is made usable: %#', (text, tag) => {
    expect(usableTag(text)).toBe(tag);
    expect(() => new Intl.NumberFormat(usableTag(text)!)).not.toThrow();
  });

  it.each(['', ' ', 'C', 'x-default', '*', 'русский', '_', '1', 'i-klingon'])(
    'is nothing where it says nothing: %s',
    (text) => expect(usableTag(text)).toBeNull(),
  );
});

describe('the direction of a text', () => {
  it.each([
    ['שורה', 'rtl'],
    ['1. «كان» a', 'rtl'],
    ['An English line', 'ltr'],
    ['Строка, שורה', 'ltr'],
    ['12:30', 'ltr'],
    ['', 'ltr'],
  ])('is that of its first letter: %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});
