import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Measured } from './measuring.js';
import type { Options } from './options.js';
import type { PartResult } from './parts/part.js';

export interface Results {
  options: Options;
  seconds: number;
  /** The first is what the machine does to a service that is idle. */
  requests: Measured[];
  parts: PartResult[];
}

const DIRECTORY = 'test/abuse/results';

/** Keeps those of the full form. @returns the file that was written */
export function writeResults(results: Results): string | null {
  if (results.options.form !== 'full') return null;
  const at = new Date().toISOString();
  const file = `${DIRECTORY}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${gibibytes} GiB, Node ${process.version}`;
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, machine, ...results }, null, 2)}\n`);
  return file;
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
      reached,
      ok ? 'yes' : 'NO',
    ]),
  );
  return table(['part', 'what', 'wanted', 'reached', 'ok'], rows);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
