type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;

const FORMS: Readonly<Record<string, Forms>> = {
  en: { one: 'comment', other: 'comments' },
  lv: { zero: 'komentāru', one: 'komentārs', other: 'komentāri' },
  ru: { one: 'комментарий', few: 'комментария', many: 'комментариев' },
};

/** `3 comments` in the language, or only the number. An unknown language gets English. */
export function phraseOf(count: number, language: string, plain: boolean): string {
  const base = /[a-z]*/i.exec(language.trim())![0].toLowerCase();
  const known = Object.hasOwn(FORMS, base) ? base : 'en';
  const number = new Intl.NumberFormat(known).format(count);
  if (plain) return number;
  return `${number} ${FORMS[known]![new Intl.PluralRules(known).select(count)]}`;
}
