import { foreignLanguageOf } from './language.js';

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
