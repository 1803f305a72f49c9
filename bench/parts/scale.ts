import type { Client } from 'pg';
import { type Figure, figure } from '../figures.js';
import { call, personOf, signInAdmin } from '../people.js';
import { median } from '../percentiles.js';
import { say } from '../say.js';
import type { Service } from '../service.js';
import { ADMIN, type Site } from '../site.js';
import { roundMark, runRounds } from '../scale/background.js';
import { loadSite, unlogged } from '../scale/load.js';
import { measureReads } from '../scale/measure-reads.js';
import { describePlans } from '../scale/plans.js';
import { type ApiPaths, assertWhole, findPlaces, type Places, readsOf } from '../scale/reads.js';
import { type Sizes, sizesOf } from '../scale/sizes.js';
import { type Seen, StatementLog } from '../scale/statement-log.js';
import type { Ground, PartResult } from './part.js';

const STARTS = 3;
const START = 'start of a node';
const MEMBER = { email: 'member@example.org', username: 'member', password: ADMIN.password };

/** Whether lists, background rounds and the start of a node slow down on a large site. */
export async function scale({ options, bodies, site }: Ground): Promise<PartResult> {
  const sizes = sizesOf(options.scale);
  const memberId = await prepare(site, sizes, bodies);
  const log = await StatementLog.open(site);
  const client = await unlogged(site);
  try {
    // Runs first, since a later node would do the rounds' pending work.
    const rounds = await runRounds(site, log, client, memberId);
    const starts = await measureStarts(site, log);
    const trial = { sizes, memberId, times: options.rounds };
    const reads = await measureLists(site, { log, client }, trial);
    const seen = await log.read();
    const slowest = rounds.map((name) => slowestOf(name, seen));
    return {
      figures: [starts, ...reads, ...slowest],
      reached: {
        lists: Math.max(...reads.map(({ ratio }) => ratio!)),
        rounds: Math.max(...slowest.map(({ p99 }) => p99!)),
        largeStart: starts.p50! / 1_000,
      },
      plans: describePlans(seen),
    };
  } finally {
    await client.end();
    await log.close();
  }
}

/** @returns the id of a member with much of everything */
async function prepare(site: Site, sizes: Sizes, bodies: Ground['bodies']): Promise<string> {
  const service = await site.serveAfresh(true);
  const admin = await signInAdmin(service);
  const member = personOf(await call(service, 'POST', '/auth/register', { body: MEMBER }));
  await service.stop();
  const loading = { end: new Date(), adminId: admin.id, memberId: member.id };
  await loadSite(site, sizes, loading, bodies);
  return member.id;
}

async function measureStarts(site: Site, log: StatementLog): Promise<Figure> {
  const took: number[] = [];
  for (let nth = 0; nth < STARTS; nth++) {
    await log.mark(START);
    const service = await site.start(site.dataDir);
    took.push(service.startedIn);
    await service.stop();
  }
  const what = `${START}, Postgres running (p99 is the slowest)`;
  return figure({
    id: 'scale-start',
    part: 'scale',
    what,
    p50: median(took),
    p99: Math.max(...took),
  });
}

async function measureLists(
  site: Site,
  { log, client }: { log: StatementLog; client: Client },
  { sizes, memberId, times }: { sizes: Sizes; memberId: string; times: number },
): Promise<Figure[]> {
  await log.mark('before the lists');
  const service = await site.serve(false);
  const notice = await giveNotice(service, client);
  const places = await findPlaces(client, sizes, { memberId, notice });
  const reads = readsOf(places);
  const api = (await (await fetch(`${service.url}/api/openapi.json`)).json()) as ApiPaths;
  assertWhole(reads, api);
  const { username: login, password } = MEMBER;
  const people = {
    staff: await signInAdmin(service),
    member: personOf(await call(service, 'POST', '/auth/login', { body: { login, password } })),
  };
  say(`${reads.length} ways to read ...`);
  const reference = reads.find(({ of }) => of === '/posts/{post}/comments')!;
  const figures = await measureReads({ service, people, times }, log, reads, reference);
  await service.stop();
  return figures;
}

async function giveNotice(service: Service, client: Client): Promise<Places['notice']> {
  const { rows } = await client.query<{ id: string }>(
    `select id from comments where status = 'published' order by id limit 1`,
  );
  const body = {
    url: rows[0].id,
    category: 'hate_speech',
    explanation: 'It is against the law of the country.',
    name: 'A reader',
    email: 'reader@example.org',
    goodFaith: true,
  };
  return call(service, 'POST', '/notices', { body });
}

/** The slowest statement of a measurement, except commits: they wait for the disk. */
function slowestOf(name: string, seen: readonly Seen[]): Figure {
  const own = seen.filter(({ during, what }) => during === roundMark(name) && what !== 'COMMIT');
  const times = own.map(({ ms }) => ms);
  const most = Math.max(0, ...times);
  const what = own.find(({ ms }) => ms === most)?.what ?? 'nothing to do';
  return figure({
    id: `scale-round-${name}`,
    part: 'scale',
    what: `round ${name}: ${what} (${own.length} statements, p99 is the slowest)`,
    p50: own.length > 0 ? median(times) : null,
    p99: most,
  });
}
