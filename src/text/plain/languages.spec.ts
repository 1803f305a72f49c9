import { askedLanguage, languageOf, preferredLanguage } from './languages.js';

describe('the language in which somebody is written to', () => {
  it.each([
    ['lv', 'lv'],
    ['lv-LV,lv;q=0.9,en;q=0.8', 'lv'],
    ['de-DE,ru;q=0.7,en;q=0.5', 'ru'],
    ['en;q=0.1, ru;q=0.2', 'ru'],
    ['lv-LV, en', 'lv'],
    ['en-GB, ru', 'en'],
    ['de, *;q=0.5, ru;q=0.3', 'ru'],
    ['fr', 'en'],
    ['*', 'en'],
    ['ru;q=0', 'en'],
    ['\u0000;;;q=x', 'en'],
    [`${'lv,'.repeat(300)}lv`, 'en'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('is English where nothing is said, or a language that is not ours', () => {
    expect(preferredLanguage(undefined)).toBe('en');
    expect([languageOf(null), languageOf('de'), languageOf('constructor')]).toEqual([
      'en',
      'en',
      'en',
    ]);
    expect([languageOf('ru'), languageOf('lv-LV')]).toEqual(['ru', 'lv']);
  });

  it.each([
    ['lv', 'lv'],
    ['RU-ru', 'ru'],
    ['de', null],
    ['constructor', null],
    [undefined, null],
    [['en', 'ru'], null],
  ])('is for an address that asks for %j: %s', (tag, language) => {
    expect(askedLanguage(tag)).toBe(language);
  });
});
