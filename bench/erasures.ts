import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.js';

const SPECS = ['test/e2e/many-erasures.spec.ts', 'test/e2e/erasure-restore.spec.ts'];
/** Limit for one erasure, from its start. */
const MOST_SECONDS = 60;
/** Lower limit; the rate asked for is fifty. */
const LEAST_A_SECOND = 45;

/** The figures that the test of many erasures writes; in seconds, except the slowest comment. */
interface Figures {
  count: number;
  all: number;
  median: number;
  longest: number;
  comments: number;
  perSecond: number;
  slowestMs: number;
}

/**
 * Erases a thousand accounts while fifty comments a second arrive, and two hundred after a restore.
 * Ends with 1 if a test fails, an erasure takes too long, or the comments fall behind.
 */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-erasures-'));
  try {
    const path = join(folder, 'figures.json');
    const env = { ...process.env, ERASED: '1000', RESTORED: '200', ERASURE_FIGURES: path };
    const { status } = spawnSync('npm', ['run', '--silent', 'jest', '--', ...SPECS], {
      env,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('A test has failed.');
    const figures = JSON.parse(readFileSync(path, 'utf8')) as Figures;
    const { count, all, median, longest, comments, perSecond, slowestMs } = figures;
    say(`${count} erasures in ${all.toFixed(1)} s: half of them within ${median.toFixed(2)} s.`);
    say(`The longest took ${longest.toFixed(2)} s of ${MOST_SECONDS}.`);
    say(
      `${comments} comments, ${perSecond.toFixed(1)} a second, the slowest ${Math.round(slowestMs)} ms.`,
    );
    if (longest >= MOST_SECONDS) throw new Error('An erasure took too long.');
    if (perSecond <= LEAST_A_SECOND) throw new Error('The comments did not keep their pace.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
