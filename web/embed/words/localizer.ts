import type { Key, Words } from './en.js';
import type { ArticleWords } from './article/en.js';
import { loadArticleWords, loadWords } from './languages.js';
import type { Entry } from './table.js';

type Values = Readonly<Record<string, string | number>>;

/** The texts of one language, with its plurals, numbers and dates. */
export class Localizer {
  /** Whether the words of the article are there. */
  hasArticle = false;
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly daysOfYear: Intl.DateTimeFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly relative: Intl.RelativeTimeFormat;

  private constructor(
    readonly language: string,
    readonly direction: 'ltr' | 'rtl',
    private words: Words & Partial<ArticleWords>,
  ) {
    const locale = Intl.PluralRules.supportedLocalesOf(language)[0] ?? 'en';
    this.plurals = new Intl.PluralRules(locale);
    this.numbers = new Intl.NumberFormat(locale);
    this.daysOfYear = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' });
    this.days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
    this.moments = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
    this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** @param wanted languages, the one wanted most first */
  static async load(wanted: readonly string[]): Promise<Localizer> {
    const { language, direction, words } = await loadWords(wanted);
    return new Localizer(language, direction, words);
  }

  async loadArticle(): Promise<void> {
    const { language, direction } = this;
    this.words = { ...this.words, ...(await loadArticleWords(language, direction)) };
    this.hasArticle = true;
  }

  /** The text of a key; `n` chooses its plural form, other values stand for `{name}`. */
  readonly t = (key: Key, values: Values = {}): string => {
    const entry: Entry = this.words[key] ?? '';
    const text = typeof entry === 'string' ? entry : this.formOf(entry, Number(values.n));
    return text.replace(/\{(\w+)\}/g, (_, name: string) => this.valueOf(values[name]));
  };

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** The time since then, for a week; afterwards the day. */
  when(iso: string, now = Date.now()): string {
    const seconds = Math.round((Date.parse(iso) - now) / 1_000);
    for (const [unit, length, most] of STEPS)
      if (Math.abs(seconds) < most) return this.relative.format(Math.trunc(seconds / length), unit);
    return this.days.format(new Date(iso));
  }

  /** The day, with its year where that is not the present one. */
  day(iso: string, now = new Date()): string {
    const at = new Date(iso);
    const format = at.getFullYear() === now.getFullYear() ? this.daysOfYear : this.days;
    return format.format(at);
  }

  /** A length of time, such as `30 seconds` or `5 minutes`. */
  duration(seconds: number): string {
    const [unit, length] =
      seconds % 60 === 0 ? (['minute', 60] as const) : (['second', 1] as const);
    return new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(seconds / length);
  }

  moment(iso: string): string {
    return this.moments.format(new Date(iso));
  }

  /** A browser that does not know the language takes the form of the most numbers. */
  private formOf(forms: Exclude<Entry, string>, n: number): string {
    return forms[this.plurals.select(n)] ?? Object.values(forms).at(-1)!;
  }

  private valueOf(value: string | number | undefined): string {
    return typeof value === 'number' ? this.number(value) : (value ?? '');
  }
}

/** Unit, its length in seconds, and the age until which it is used. */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['second', 1, 45],
  ['minute', 60, 3_600],
  ['hour', 3_600, 86_400],
  ['day', 86_400, 7 * 86_400],
];
