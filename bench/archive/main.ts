import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writtenBodies } from '../discussion.js';
import { call, personOf, signInAdmin } from '../people.js';
import { say } from '../say.js';
import { loadSite } from '../scale/load.js';
import { sizesOf } from '../scale/sizes.js';
import { sessionClient } from '../session-client.js';
import { ADMIN, Site } from '../site.js';
import { command, type Ran } from './command.js';
import { enlarge } from './largest.js';

const COMMENTS = Number(process.argv[2] ?? 100_000);
/** Whether each text has the maximum size. */
const LARGEST = process.argv[3] === 'largest';
/** MiB more than the same command needs for an empty site. */
const MOST_MEMORY = 200;

const MEMBER = { email: 'member@example.org', username: 'member', password: ADMIN.password };

/**
 * Exports a large site, imports it into an empty database and exports it from there. Ends with 1 if
 * the two files differ beyond their first line, or a command needs much memory. `npm run
 * bench:export -- 5000 largest` does so with the largest texts.
 */
async function main(): Promise<void> {
  const site = await Site.open({ dataDir: null, service: 'dist/main.js', nodeFlags: [] });
  try {
    await load(site);
    if (LARGEST) await enlarge(site);
    const [nothing, small, target] = await emptyDatabases(site, ['nothing', 'small', 'target']);
    const file = (name: string) => join(site.dataDir, `${name}.ndjson`);
    const idle = {
      export: await command(nothing, ['export', file('nothing')]),
      import: await command(small, ['import', 'colloquy', file('nothing')]),
    };
    const whole = {
      export: await command(site.connection, ['export', file('first')]),
      import: await command(target, ['import', 'colloquy', file('first')]),
    };
    const again = await command(target, ['export', file('second')]);
    say(`The file has ${Math.round(statSync(file('first')).size / 1_048_576)} MiB.`);
    const within = [
      tell('export', whole.export, idle.export),
      tell('import', whole.import, idle.import),
      tell('second export', again, idle.export),
    ];
    for (const format of ['wxr', 'csv']) {
      const path = file(format);
      const ran = await command(site.connection, ['export', path, '--format', format]);
      within.push(tell(`export as ${format}`, ran, idle.export));
    }
    const [first, second] = [await digestOf(file('first')), await digestOf(file('second'))];
    say(`${first.lines} lines, ${first.digest === second.digest ? 'the same' : 'others'} again.`);
    if (first.digest !== second.digest) throw new Error('The files differ.');
    if (!within.every(Boolean)) throw new Error('A command takes too much memory.');
  } finally {
    await site.close();
  }
}

async function load(site: Site): Promise<void> {
  const service = await site.serveAfresh(true);
  const admin = await signInAdmin(service);
  const member = personOf(await call(service, 'POST', '/auth/register', { body: MEMBER }));
  await service.stop();
  const loading = { end: new Date(), adminId: admin.id, memberId: member.id };
  await loadSite(site, sizesOf(COMMENTS / 1_000_000), loading, writtenBodies());
}

/** On the site's server, without tables: the commands create them. */
async function emptyDatabases(site: Site, names: readonly string[]) {
  const client = await sessionClient(site.connection, { statement_timeout: '0' });
  for (const name of names) await client.query(`create database ${name}`);
  await client.end();
  return names.map((database) => ({ ...site.connection, database }));
}

/** @returns whether it needed little enough memory */
function tell(what: string, { seconds, memory }: Ran, idle: Ran): boolean {
  const more = memory - idle.memory;
  say(
    `${what}: ${seconds.toFixed(1)} s, ${Math.round(memory)} MiB at most, ` +
      `${Math.round(more)} more than for nothing (${Math.round(idle.memory)})`,
  );
  return more < MOST_MEMORY;
}

/** Digest of all lines but the first, which contains the time and the epoch. */
async function digestOf(path: string): Promise<{ lines: number; digest: string }> {
  const digest = createHash('sha256');
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity }))
    if (lines++ > 0) digest.update(`${line}\n`);
  return { lines, digest: digest.digest('hex') };
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
