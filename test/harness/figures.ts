import { say } from './say.js';

/** A count or measurement, and its target. */
export interface Figure {
  what: string;
  reached: number | string;
  wanted: string;
  ok: boolean;
}

export function exactly(what: string, reached: number | string, wanted: number | string): Figure {
  return { what, reached, wanted: String(wanted), ok: reached === wanted };
}

export function atLeast(what: string, reached: number, wanted: number): Figure {
  return { what, reached, wanted: `at least ${wanted}`, ok: reached >= wanted };
}

export function atMost(what: string, reached: number, wanted: number, unit = ''): Figure {
  const words = (value: number) =>
    `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${unit && ` ${unit}`}`;
  return {
    what,
    reached: words(reached),
    wanted: `at most ${words(wanted)}`,
    ok: reached <= wanted,
  };
}

/** A figure that is reported but not judged. */
export function told(what: string, reached: number | string): Figure {
  return { what, reached, wanted: '–', ok: true };
}

export function tellFigures(figures: readonly Figure[]): void {
  for (const { what, reached, wanted, ok } of figures)
    say(`  ${ok ? 'ok  ' : 'FAIL'} ${what}: ${reached} (${wanted})`);
}
