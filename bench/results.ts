import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chart } from './chart.js';
import type { Figure } from './figures.js';
import type { Verdict } from './goals.js';
import { type Options, USUAL_PARTS } from './options.js';
import { figureTable, goalTable } from './tables.js';

export interface Results {
  machine: string[];
  options: Options;
  /** Duration of the whole run. */
  seconds: number;
  figures: Figure[];
  verdicts: Verdict[];
  /** Plans of slow statements, as text. */
  plans?: string;
}

const DIRECTORY = 'bench/results';
const DOCUMENT = 'docs/performance.md';
const CHART = 'docs/pictures/performance.svg';
const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

/**
 * Stores the results as JSON; a run of the default parts also updates the document.
 * @returns the files that were written
 */
export function writeResults(results: Results, options: Options): string[] {
  const at = new Date().toISOString();
  const file = `${DIRECTORY}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
  const { only, ...rest } = options;
  const { plans, ...figures } = results;
  const record = { at, ...figures, options: { only: [...only], ...rest } };
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  const written = [file];
  if (plans !== undefined) {
    written.push(file.replace(/json$/, 'plans.txt'));
    writeFileSync(written[1], plans);
  }
  if (!USUAL_PARTS.every((part) => only.has(part)) || only.has('scale')) return written;
  writeFileSync(CHART, chart(results.verdicts, results.figures));
  publish(results, at);
  return [file, CHART, DOCUMENT];
}

function publish({ machine, seconds, figures, verdicts }: Results, at: string): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (after === undefined) throw new Error(`${DOCUMENT} has no place for the figures.`);
  const origin = `Measured on ${at.slice(0, 10)} in ${seconds} s: ${machine.join('; ')}.`;
  const parts = [BEGIN, origin, goalTable(verdicts), figureTable(figures), END];
  writeFileSync(DOCUMENT, before + parts.join('\n\n') + after);
}
