import lighthouse from 'lighthouse';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../test/support/browser.js';
import { freePort } from '../test/support/free-port.js';
import { startService } from './service.js';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
] as const;

/** Lighthouse figures of the demo page, with its own phone and network: the median of five runs. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-lighthouse-'));
  const service = await startService(resolve('dist/main.js'), [], {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
  });
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const runs: Record<string, number>[] = [];
    const failed = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(`${service.url}/`, { port, onlyCategories: [...CATEGORIES] });
      const { categories, audits } = result!.lhr;
      const scores = CATEGORIES.map((name) => [name, Math.round(categories[name].score! * 100)]);
      const times = TIMES.map((name) => [name, audits[name].numericValue!]);
      runs.push(Object.fromEntries([...scores, ...times]));
      for (const name of CATEGORIES) {
        for (const { id, weight } of categories[name].auditRefs) {
          const { score } = audits[id];
          if (weight > 0 && score !== null && score < 0.9) failed.add(`${name}: ${id}`);
        }
      }
    }
    const figures = Object.fromEntries(
      [...CATEGORIES, ...TIMES].map((name) => [name, median(runs.map((run) => run[name]))]),
    );
    console.table(figures);
    console.log('Below 0.9 in some run:', [...failed].join(', ') || 'nothing');
    const at = new Date().toISOString();
    const file = `bench/results/lighthouse-${at.slice(0, 19).replaceAll(':', '-')}.json`;
    writeFileSync(file, `${JSON.stringify({ at, runs, median: figures }, null, 2)}\n`);
    console.log(file);
  } finally {
    await browser.close();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] * 1_000) / 1_000;
}

await main();
process.exit(0);
