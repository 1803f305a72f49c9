import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { parseRun, type RunOptions, UsageFault } from '../chaos/run-options.js';
import { say } from '../chaos/say.js';
import type { Figure } from '../chaos/scenarios/scenario.js';
import { Site } from '../chaos/site.js';
import { seedOf } from '../fuzz/seed.js';
import { HostSite } from '../support/browser.js';
import { Desk } from './desk.js';
import { exportOf } from './import-file.js';
import { Reading } from './parsed.js';
import { type Cast, writeRound, type Written } from './rounds.js';
import { Showing } from './shown.js';
import { VECTOR } from './vectors.js';

// Whatever ends this process ends what it started: `exit` is heard by node and cluster.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

const PARTS = ['parsed', 'shown'] as const;
type PartName = (typeof PARTS)[number];

/** Rounds of 25 texts each: all are parsed, and so many of them are shown in the browser. */
const FORMS = {
  short: { rounds: 4, shown: 1, texts: 10 },
  full: { rounds: 100, shown: 24, texts: 500 },
} as const;
const TEXTS = 25;
/** Enough that one of those that are removed has an answer. */
const HARMLESS = [
  'A *plain* word',
  '> a quote\n\n1. one\n2. two',
  '`code` and [a link](https://e.org/)',
  '|a|b|\n|:-|-:|\n|c|d|',
  '- - -\n\nA line',
  'A *second* word',
  'A *third* word',
  'A *fourth* word',
];
const DIRECTORY = 'test/xss/results';

const USAGE = `Usage: npm run test:xss -- [options]
  --form short|full   short; 100 texts, 25 of them in a browser, or 2,500 and 600
  --only PART[,...]   ${PARTS.join(', ')}; both when left out
  --seed TEXT         of the texts; printed, and "colloquy" when left out
  --scale X           of the number of rounds; 1
  --kept DIR          not used`;

async function main(options: RunOptions<PartName, never>): Promise<boolean> {
  const startedAt = performance.now();
  say(`XSS: form ${options.form}, seed "${options.seed}", scale ${options.scale}.`);
  const site = await Site.open({ writers: 1, unlucky: 0 });
  const host = await HostSite.start();
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= site.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    const database = await site.database('xss');
    const node = await site.node('xss', [], database, { env: { SITE_ORIGINS: host.origin } });
    await node.start();
    const desk = new Desk(node.port);
    try {
      const parts = await run(desk, site, database, host, node.port, options);
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      return finish(parts, seconds, options);
    } finally {
      desk.close();
      await node.stop();
    }
  } finally {
    host.stop();
    await close();
  }
}

interface PartResult {
  name: PartName;
  figures: Figure[];
  told: string[];
}

async function run(
  desk: Desk,
  site: Site,
  database: string,
  host: HostSite,
  port: number,
  { form, seed, scale, only }: RunOptions<PartName, never>,
): Promise<PartResult[]> {
  await desk.open();
  const cast: Cast = {
    admin: desk.admin,
    author: await desk.register('writer'),
    other: await desk.register('answerer'),
  };
  const rounds = Math.ceil(FORMS[form].rounds * scale);
  const texts = fc.sample(VECTOR, { seed: seedOf(seed), numRuns: rounds * TEXTS });
  const reading = new Reading(desk);
  await reading.learn(await writeRound(desk, cast, HARMLESS, 0));
  await importTexts(site, database, texts.slice(0, 200));
  if (only.has('parsed')) await reading.look(await imported(desk));
  const written: Written[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const round = await writeRound(
      desk,
      cast,
      texts.slice(nth * TEXTS, (nth + 1) * TEXTS),
      nth + 1,
    );
    written.push(round);
    if (only.has('parsed')) await reading.look(round);
  }
  const parts: PartResult[] = [];
  if (only.has('parsed'))
    parts.push({ name: 'parsed', figures: reading.figures(), told: reading.told });
  if (!only.has('shown')) return parts;
  const wanted = FORMS[form].texts * Math.min(1, scale);
  const showing = await Showing.open(host, `http://127.0.0.1:${port}`, cast, wanted);
  try {
    await showing.look(written.slice(0, Math.ceil(FORMS[form].shown * scale)));
  } finally {
    await showing.close();
  }
  return [...parts, { name: 'shown', figures: showing.figures(), told: showing.told }];
}

/** Where the comments of the export can be read. */
async function imported(desk: Desk): Promise<Written> {
  const { text } = await desk.read('/api/v1/posts/by-page?key=imported-page');
  const { id, slug } = JSON.parse(text) as { id: string; slug: string };
  const reads = [`/posts/${id}`, `/posts/${id}/comments?limit=100`, `/posts/${id}/events?after=0`];
  return {
    postId: id,
    slug,
    pageSlug: null,
    comments: 0,
    reads: reads.map((path) => ({ path: `/api/v1${path}`, by: null })),
  };
}

/** Comments of another system, with authors and a page of its own. */
async function importTexts(site: Site, database: string, texts: readonly string[]): Promise<void> {
  const file = join(site.dataDir, 'hostile.xml');
  writeFileSync(file, exportOf(texts));
  const env = { ...process.env, ...site.commandEnv(database) };
  await promisify(execFile)(process.execPath, ['dist/cli/main.js', 'import', 'disqus', file], {
    env,
  });
}

function finish(
  parts: PartResult[],
  seconds: number,
  { form, seed, scale }: RunOptions<PartName, never>,
): boolean {
  for (const { name, figures, told } of parts) {
    say(`${name}:`);
    for (const { what, reached, wanted, ok } of figures)
      say(`  ${ok ? 'ok  ' : 'FAIL'} ${what}: ${reached} (${wanted})`);
    for (const line of told) say(`  ${line}`);
  }
  if (form === 'full' && scale === 1) {
    const at = new Date().toISOString();
    const file = `${DIRECTORY}/${at.slice(0, 19).replaceAll(':', '-')}.json`;
    const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`;
    mkdirSync(DIRECTORY, { recursive: true });
    writeFileSync(file, `${JSON.stringify({ at, machine, seed, seconds, parts }, null, 2)}\n`);
    say(`Written: ${file}`);
  }
  const ok = parts.every(({ figures }) => figures.every((figure) => figure.ok));
  say(ok ? `Nothing got through, in ${seconds} s.` : 'FAILED');
  return ok;
}

try {
  const options = parseRun<PartName, never>(process.argv.slice(2), {
    parts: PARTS,
    mutants: [],
    placeOption: 'kept',
    usage: USAGE,
  });
  process.exit((await main(options)) ? 0 : 1);
} catch (error) {
  const told = error instanceof UsageFault;
  process.stderr.write(`${told ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
