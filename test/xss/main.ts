import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Site } from '../chaos/site.js';
import { tellFigures } from '../harness/figures.js';
import { keepResults, type PartResult } from '../harness/results.js';
import { runHarness, withClosing } from '../harness/run-harness.js';
import { parseRun, type RunOptions } from '../harness/run-options.js';
import { say } from '../harness/say.js';
import { seedOf } from '../harness/seed-of.js';
import { HostSite } from '../support/browser.js';
import { Desk } from './desk.js';
import { exportOf } from './import-file.js';
import { Reading } from './parsed.js';
import { type Cast, writeRound, type Written } from './rounds.js';
import { Showing } from './shown.js';
import { VECTOR } from './vectors.js';

const PARTS = ['parsed', 'shown'] as const;
type PartName = (typeof PARTS)[number];

/** Rounds of 25 texts: all are parsed, and this many of them are shown in the browser. */
const FORMS = {
  short: { rounds: 4, shown: 1, texts: 10 },
  full: { rounds: 100, shown: 24, texts: 450 },
} as const;
const TEXTS = 25;
/** Enough texts that one of the removed comments has a reply. */
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

const USAGE = `Usage: npm run test:xss -- [options]
  --form short|full   short; 100 texts, 25 of them in a browser, or 2,500 and 600
  --only PART[,...]   ${PARTS.join(', ')}; both when left out
  --seed TEXT         of the texts; printed, and "colloquy" when left out
  --scale X           of the number of rounds; 1`;

async function main(options: RunOptions<PartName, never>): Promise<boolean> {
  const startedAt = performance.now();
  say(`XSS: form ${options.form}, seed "${options.seed}", scale ${options.scale}.`);
  const site = await Site.open({ writers: 1, unlucky: 0 });
  const host = await HostSite.start();
  const close = async () => {
    host.stop();
    await site.close();
  };
  return withClosing(close, async () => {
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
  });
}

interface XssResult extends PartResult {
  told: string[];
}

async function run(
  desk: Desk,
  site: Site,
  database: string,
  host: HostSite,
  port: number,
  { form, seed, scale, only }: RunOptions<PartName, never>,
): Promise<XssResult[]> {
  await desk.open();
  const cast: Cast = {
    admin: desk.admin,
    author: await desk.register('writer'),
    other: await desk.register('answerer'),
    judged: await desk.register('judged'),
    host,
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
  const parts: XssResult[] = [];
  if (only.has('parsed'))
    parts.push({ name: 'parsed', figures: reading.figures(rounds), told: reading.told });
  if (!only.has('shown')) return parts;
  const wanted = FORMS[form].texts * Math.min(1, scale);
  const showing = await Showing.open(`http://127.0.0.1:${port}`, cast, wanted);
  try {
    await showing.look(written.slice(0, Math.ceil(FORMS[form].shown * scale)));
  } finally {
    await showing.close();
  }
  return [...parts, { name: 'shown', figures: showing.figures(), told: showing.told }];
}

/** Where the imported comments can be read. */
async function imported(desk: Desk): Promise<Written> {
  const { text } = await desk.read('/api/v1/posts/by-page?key=imported-page');
  const { id, slug } = JSON.parse(text) as { id: string; slug: string };
  const reads = [`/posts/${id}`, `/posts/${id}/comments?limit=100`, `/posts/${id}/events?after=0`];
  return {
    postId: id,
    slug,
    isPage: true,
    pageSlugs: [],
    texts: [],
    comments: 0,
    reads: reads.map((path) => ({ path: `/api/v1${path}`, by: null })),
  };
}

/** Imports comments of another system, with authors and a page. */
async function importTexts(site: Site, database: string, texts: readonly string[]): Promise<void> {
  const file = join(site.dataDir, 'hostile.xml');
  writeFileSync(file, exportOf(texts));
  const env = { ...process.env, ...site.commandEnv(database) };
  await promisify(execFile)(process.execPath, ['dist/cli/main.js', 'import', 'disqus', file], {
    env,
  });
}

function finish(
  parts: XssResult[],
  seconds: number,
  { form, seed, scale }: RunOptions<PartName, never>,
): boolean {
  for (const { name, figures, told } of parts) {
    say(`${name}:`);
    tellFigures(figures);
    for (const line of told) say(`  ${line}`);
  }
  if (form === 'full' && scale === 1)
    say(`Written: ${keepResults('test/xss/results', { seed, seconds, parts })}`);
  const ok = parts.every(({ figures }) => figures.every((figure) => figure.ok));
  say(ok ? `Nothing got through, in ${seconds} s.` : 'FAILED');
  return ok;
}

await runHarness(
  (args) =>
    parseRun<PartName, never>(args, {
      parts: PARTS,
      mutants: [],
      usage: USAGE,
    }),
  main,
);
