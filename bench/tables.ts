import type { Figure } from './figures.js';
import type { Verdict } from './goals.js';

const NONE = '–';

/** All figures as a Markdown table, also readable on a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const head = [
    'part',
    'what',
    'per second',
    'p50 ms',
    'p99 ms',
    'against',
    'ratio',
    'service µs',
    'Postgres µs',
    'MiB',
  ];
  const rows = figures.map((row) => [
    row.part,
    row.what,
    number(row.perSecond, 0),
    number(row.p50, 2),
    number(row.p99, 1),
    [row.against, row.note].filter(Boolean).join(', ') || NONE,
    number(row.ratio, 2),
    number(row.serviceMicros, 0),
    number(row.postgresMicros, 0),
    number(row.mebibytes, 0),
  ]);
  return table(head, rows, new Set([0, 1, 5]));
}

/** The goals, and the values that were reached. */
export function goalTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, wanted, reached, ok }) => [
    what,
    wanted,
    reached.toFixed(reached < 0.1 ? 3 : 2),
    ok ? 'yes' : 'no',
  ]);
  return table(['goal', 'wanted', 'reached', 'ok'], rows, new Set([0, 1, 3]));
}

function number(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function table(head: string[], rows: string[][], texts: ReadonlySet<number>): string {
  const widths = head.map((name, at) =>
    Math.max(3, ...[name, ...rows.map((row) => row[at])].map((cell) => cell.length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => (texts.has(at) ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    texts.has(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
