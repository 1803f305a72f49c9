import { keepResults, type PartResult, table } from '../harness/results.js';
import type { Measured } from './measuring.js';
import type { Options } from './options.js';

export interface Results {
  options: Options;
  seconds: number;
  /** The first is the noise of the machine on an idle service. */
  requests: Measured[];
  parts: PartResult[];
}

const DIRECTORY = 'test/abuse/results';

/** Stores the results of the full form. @returns the file that was written */
export function writeResults(results: Results): string | null {
  return results.options.form === 'full' ? keepResults(DIRECTORY, results) : null;
}

export function requestTable(measured: readonly Measured[]): string {
  const head = [
    'request',
    'block p50 ms',
    'most',
    'by the clock',
    'memory peak MiB',
    'kept',
    'bytes',
    'status',
    'ok',
  ];
  const rows = measured.map(({ name, block, memory, bytes, status, ok }) => [
    name,
    block.p50.toFixed(1),
    block.most.toFixed(1),
    block.wall.toFixed(1),
    memory.peak.toFixed(0),
    memory.kept.toFixed(0),
    bytes.toLocaleString('en'),
    status.slice(0, 60),
    ok ? 'yes' : 'NO',
  ]);
  return table(head, rows);
}

export function partTable(parts: readonly PartResult[]): string {
  const rows = parts.flatMap(({ name, figures }) =>
    figures.map(({ what, wanted, reached, ok }) => [
      name,
      what,
      wanted,
      String(reached),
      ok ? 'yes' : 'NO',
    ]),
  );
  return table(['part', 'what', 'wanted', 'reached', 'ok'], rows);
}
