import { type Language, languageOf } from '../text/plain/languages.js';
import { SOMEBODY } from '../text/plain/somebody.js';

/** The texts of server-rendered pages, in one language. */
export interface PageWords {
  language: Language;
  /** The locale for dates. */
  locale: string;
  comments: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  noComments: string;
  replies: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  more: string;
  edited: string;
  authorOfReview: string;
  staff: string;
  guest: string;
  /** The name of an erased author. */
  somebody: string;
  deleted: string;
  removed: string;
  quoteGone: string;
  /** Precedes the name of the quoted author. */
  quoted: string;
  published: string;
  updated: string;
  update: string;
  by: string;
  otherPosts: string;
  toArticle: string;
}

const en: PageWords = {
  language: 'en',
  locale: 'en-GB',
  comments: { one: '# comment', other: '# comments' },
  noComments: 'No comments yet',
  replies: { one: '# more reply', other: '# more replies' },
  more: 'More comments',
  edited: 'edited',
  authorOfReview: 'author',
  staff: 'staff',
  guest: 'guest',
  somebody: SOMEBODY.en,
  deleted: 'Deleted by its author',
  removed: 'Removed by moderation',
  quoteGone: 'Quoted comment removed',
  quoted: 'Quoted from',
  published: 'Published',
  updated: 'Updated',
  update: 'Update',
  by: 'By',
  otherPosts: 'More to discuss',
  toArticle: 'Read the article',
};

const lv: PageWords = {
  language: 'lv',
  locale: 'lv',
  comments: { zero: '# komentāru', one: '# komentārs', other: '# komentāri' },
  noComments: 'Vēl nav komentāru',
  replies: { zero: 'Vēl # atbilžu', one: 'Vēl # atbilde', other: 'Vēl # atbildes' },
  more: 'Vairāk komentāru',
  edited: 'labots',
  authorOfReview: 'autors',
  staff: 'redakcija',
  guest: 'viesis',
  somebody: SOMEBODY.lv,
  deleted: 'Autors komentāru izdzēsa',
  removed: 'Moderatori komentāru noņēma',
  quoteGone: 'Citētais komentārs noņemts',
  quoted: 'Citāts:',
  published: 'Publicēts',
  updated: 'Papildināts',
  update: 'Papildinājums',
  by: 'Autors:',
  otherPosts: 'Citas sarunas',
  toArticle: 'Lasīt rakstu',
};

const ru: PageWords = {
  language: 'ru',
  locale: 'ru',
  comments: { one: '# комментарий', few: '# комментария', many: '# комментариев' },
  noComments: 'Комментариев пока нет',
  replies: { one: 'Ещё # ответ', few: 'Ещё # ответа', many: 'Ещё # ответов' },
  more: 'Ещё комментарии',
  edited: 'изменено',
  authorOfReview: 'автор',
  staff: 'редакция',
  guest: 'гость',
  somebody: SOMEBODY.ru,
  deleted: 'Удалено автором',
  removed: 'Удалено модератором',
  quoteGone: 'Цитируемый комментарий снят',
  quoted: 'Цитата:',
  published: 'Опубликовано',
  updated: 'Дополнено',
  update: 'Дополнение',
  by: 'Автор:',
  otherPosts: 'Другие обсуждения',
  toArticle: 'Читать статью',
};

export const PAGE_WORDS: readonly PageWords[] = [en, lv, ru];

/** The texts in the language of the post; English if there are none. */
export function wordsFor(tag: string): PageWords {
  const language = languageOf(tag);
  return PAGE_WORDS.find((words) => words.language === language)!;
}

/** A phrase for a number, such as `3 more replies`. */
export function counted(
  { language }: PageWords,
  forms: PageWords['comments'],
  count: number,
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? forms.many!;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}

/** A date in the language of the page; in UTC, since the page is the same for everyone. */
export function dayOf({ locale }: PageWords, instant: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return day.format(new Date(instant));
}
