import type { Key, Words } from './en.js';
import { loadPart, loadWords } from './languages.js';
import type { LaterWords, Part } from './later-words.js';
import type { Entry } from './table.js';

type Values = Readonly<Record<string, string | number>>;

/** The texts of one language, with its plurals, numbers and dates. */
export class Localizer {
  private readonly parts = new Set<Part>();
  private readonly locale: string;
  private readonly formats: ReturnType<typeof formatsOf>;

  private constructor(
    readonly language: string,
    readonly direction: 'ltr' | 'rtl',
    private words: Words & Partial<LaterWords>,
  ) {
    this.locale = Intl.PluralRules.supportedLocalesOf(language)[0] ?? 'en';
    this.formats = formatsOf(this.locale);
  }

  /**
   * @param wanted languages, the most wanted first
   * @param former the current texts, so that open parts stay readable
   */
  static async load(wanted: readonly string[], former?: Localizer | null): Promise<Localizer> {
    const { language, direction, words } = await loadWords(wanted);
    const made = new Localizer(language, direction, words);
    for (const part of ['bell', 'forms'] as const) if (former?.has(part)) await made.need(part);
    return made;
  }

  has(part: Part): boolean {
    return this.parts.has(part);
  }

  /** Loads words that are not part of the first ones. */
  async need(part: Part): Promise<void> {
    if (this.parts.has(part)) return;
    const words = await loadPart(part, this);
    this.words = { ...this.words, ...words };
    this.parts.add(part);
  }

  /** The text of a key; `n` selects its plural form, other values replace `{name}`. */
  readonly t = (key: Key, values: Values = {}): string => {
    const entry: Entry = this.words[key] ?? '';
    // If the browser does not know the language, the most general form is used.
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[this.formats.plurals.select(Number(values.n))] ?? Object.values(entry).at(-1)!);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => this.valueOf(values[name]));
  };

  number(value: number): string {
    return this.formats.numbers.format(value);
  }

  /** The time since then, up to a week; later the day. A future instant gives "now". */
  when(iso: string, now = Date.now()): string {
    const { relative, days } = this.formats;
    const at = Date.parse(iso);
    const seconds = Math.min(0, Math.round((at - now) / 1_000));
    for (const [unit, length, most] of STEPS)
      if (-seconds < most)
        // Never 0 of a unit except the smallest: "0 minutes" would read "this minute".
        return relative.format(Math.trunc(seconds / length) || Math.sign(seconds), unit);
    // Even a day of 25 hours is yesterday once it is over.
    const nights = Math.round((midnight(at) - midnight(now)) / 86_400_000) || -1;
    return nights > -7 ? relative.format(nights, 'day') : days.format(at);
  }

  /** The time until then, such as `in 30 seconds`; rounded up, so that the wait suffices. */
  readonly soon = (ms: number): string => {
    const [, unit, length] = WAITS.find(([most]) => ms <= most)!;
    return this.formats.relative.format(Math.max(1, Math.ceil(ms / length)), unit);
  };

  /** The day, with its year unless that is the current one. */
  day(iso: string, now = new Date()): string {
    const at = new Date(iso);
    const format =
      at.getFullYear() === now.getFullYear() ? this.formats.daysOfYear : this.formats.days;
    return format.format(at);
  }

  /** A length of time, such as `30 seconds` or `5 minutes`. */
  duration(seconds: number): string {
    const [unit, length] =
      seconds % 60 === 0 ? (['minute', 60] as const) : (['second', 1] as const);
    return new Intl.NumberFormat(this.locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(seconds / length);
  }

  moment(iso: string): string {
    return this.formats.moments.format(new Date(iso));
  }

  private valueOf(value: string | number | undefined): string {
    return typeof value === 'number' ? this.number(value) : (value ?? '');
  }
}

function formatsOf(locale: string) {
  return {
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
    daysOfYear: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' }),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  };
}

/** The wait up to which a unit is used, the unit and its length, in milliseconds. */
const WAITS: readonly [number, Intl.RelativeTimeFormatUnit, number][] = [
  [90_000, 'second', 1_000],
  [5_400_000, 'minute', 60_000],
  [Number.POSITIVE_INFINITY, 'hour', 3_600_000],
];

/** Unit, its length in seconds, and the age until which it is used. */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['second', 1, 45],
  ['minute', 60, 3_600],
  ['hour', 3_600, 86_400],
];

/** The start of a day in the reader's time zone. */
function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
