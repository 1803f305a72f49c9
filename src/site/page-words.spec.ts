import { counted, dayOf, PAGE_WORDS, wordsFor } from './page-words.js';

describe('the words of pages', () => {
  it('are those of the post’s language, and English elsewhere', () => {
    const languages = ['en-GB', 'lv', 'ru-RU', 'de'].map((tag) => wordsFor(tag).language);
    expect(languages).toEqual(['en', 'lv', 'ru', 'en']);
  });

  it.each(PAGE_WORDS.map((words) => [words.language, words] as const))(
    'name every number in %s',
    (language, words) => {
      for (const forms of [words.comments, words.replies]) {
        for (const count of [0, 1, 2, 5, 11, 21, 22, 101, 1_000]) {
          const form = forms[new Intl.PluralRules(language).select(count)];
          expect(form).toContain('#');
        }
      }
    },
  );

  it('decline', () => {
    const [, lv, ru] = PAGE_WORDS;
    expect([1, 3, 5, 21].map((count) => counted(ru, ru.comments, count))).toEqual([
      '1 комментарий',
      '3 комментария',
      '5 комментариев',
      '21 комментарий',
    ]);
    expect(counted(lv, lv.comments, 10)).toBe('10 komentāru');
    expect(dayOf(ru, '2026-04-11T10:30:00.000Z')).toContain('11 апреля 2026');
  });
});
