import type { Figure } from './figures.js';
import type { Verdict } from './goals.js';

const WIDTH = 860;
const LABELS = 464;
const VALUES = 146;
const ROW = 30;
const TOP = 64;
const REACHED = '#5b8f76';
const MISSED = '#c0683c';
const PLAIN = '#7a73b0';
/** Bars are clipped at this multiple of their goal. */
const MOST = 2;
const SCALE = (WIDTH - LABELS - VALUES) / MOST;

/** Each goal as a bar from zero to the reached value, on one scale where 1 is the goal. */
export function chart(verdicts: readonly Verdict[], figures: readonly Figure[]): string {
  const sizes = figures.filter(({ id }) => id.endsWith(' comments'));
  const height = TOP + verdicts.length * ROW + 70 + sizes.length * ROW + 24;
  const below = TOP + verdicts.length * ROW + 70;
  const slowest = Math.max(...sizes.map(({ p50 }) => p50 ?? 0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc"
  font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" font-size="14" fill="#1f2933">
  <title id="title">What was reached, measured against the goals</title>
  <desc id="desc">${described(verdicts)}</desc>
  <rect width="${WIDTH}" height="${height}" rx="10" fill="#f7f5f0"/>
  <text x="24" y="32" font-weight="bold">Reached, where 1 is the goal</text>
${verdicts.map((verdict, at) => goalRow(verdict, TOP + at * ROW)).join('\n')}
  <path d="M${LABELS + SCALE} ${TOP - 14} V${TOP + verdicts.length * ROW - 4}" stroke="#3b4a5a" stroke-dasharray="4 4"/>
  <text x="${LABELS + SCALE}" y="${TOP - 20}" text-anchor="middle" font-size="12">goal</text>
  <text x="24" y="${below - 26}" font-weight="bold">An uncached page of equally many rows, by size of the thread: p50</text>
${sizes.map((size, at) => sizeRow(size, slowest, below + at * ROW)).join('\n')}
</svg>
`;
}

/** The degree to which a goal is reached: 1 is exact, and more is better, in either direction. */
function degree({ wanted, reached }: Verdict): number {
  const bound = Number(wanted.split(' ').at(-1));
  return wanted.startsWith('at most') ? bound / reached : reached / bound;
}

function goalRow(verdict: Verdict, y: number): string {
  const width = Math.max(2, Math.min(degree(verdict), MOST) * SCALE);
  const value = verdict.reached.toFixed(verdict.reached < 0.1 ? 3 : 2);
  return row(y, verdict.what, `${value} (${verdict.wanted})`, width, verdict.ok ? REACHED : MISSED);
}

function sizeRow({ what, p50 }: Figure, slowest: number, y: number): string {
  const time = p50 ?? 0;
  return row(y, what, `${time.toFixed(2)} ms`, (time / slowest) * SCALE * MOST, PLAIN);
}

function row(y: number, what: string, value: string, width: number, colour: string): string {
  return `  <text x="24" y="${y + 15}" font-size="12">${what}</text>
  <rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="20" rx="3" fill="${colour}"/>
  <text x="${WIDTH - 24}" y="${y + 15}" font-size="12" text-anchor="end">${value}</text>`;
}

function described(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ what, wanted, reached }) => `${what}: ${reached.toFixed(2)}, wanted ${wanted}.`)
    .join(' ');
}
