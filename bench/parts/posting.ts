import { commentRequests, type Discussion, openDiscussion, REPLIES_OF_TEN } from '../discussion.js';
import type { Figure } from '../figures.js';
import { interleave } from '../rounds.js';
import {
  type Ground,
  loadContender,
  type PartResult,
  rawContender,
  warmUp,
  watched,
} from './part.js';

const MANY = 32;
const PARENTS = 200;

/**
 * Comments over HTTP, with sign-in, validation, screening, Markdown, idempotency key and event,
 * against single rows that the bare driver inserts into the same table.
 */
export async function posting(ground: Ground): Promise<PartResult> {
  const { options, site, bodies } = ground;
  const service = await site.serve(true);
  const { admin, writers } = await ground.people(service);
  const hot = await openDiscussion(service, admin, writers, PARENTS);
  const past = await openDiscussion(service, admin, writers, PARENTS);
  const many: Discussion[] = [];
  for (let nth = 0; nth < MANY; nth++) many.push(await openDiscussion(service, admin, writers, 8));
  const source = {
    ...past,
    authorIds: writers.map(({ id }) => id),
    bodies,
    repliesOfTen: REPLIES_OF_TEN,
  };
  const contendersWith = (connections: number) => {
    const load = (discussions: Discussion[]) => ({
      url: service.url,
      requests: commentRequests(discussions, writers, bodies),
      connections,
    });
    return [
      rawContender(ground, `raw-${connections}`, connections, { kind: 'inserts', source }),
      loadContender(ground, `hot-${connections}`, load([hot])),
      loadContender(ground, `many-${connections}`, load(many)),
    ];
  };
  const [raw, one, spread] = contendersWith(32);
  await warmUp(one, options.warmUp);
  await warmUp(spread, options.warmUp / 2);
  await warmUp(raw, options.warmUp / 2);
  await site.settle();
  const result: PartResult = { figures: [], reached: {} };
  for (const connections of [32, 8]) {
    const measured = await interleave(
      contendersWith(connections),
      { count: options.rounds, seconds: options.seconds },
      watched(ground, service),
    );
    result.figures.push(...figures(measured, connections));
    if (connections !== 32) continue;
    result.reached.posting = measured.ratio('hot-32', 'raw-32');
    result.reached.hot = measured.ratio('hot-32', 'many-32');
  }
  return result;
}

function figures(measured: Awaited<ReturnType<typeof interleave>>, writers: number): Figure[] {
  const part = 'posting';
  const raw = {
    id: `raw-${writers}`,
    part,
    what: `raw pg, single-row inserts, ${writers} clients`,
  };
  const hot = { id: `hot-${writers}`, part, what: `comments into one thread, ${writers} writers` };
  const many = {
    id: `many-${writers}`,
    part,
    what: `comments into ${MANY} threads, ${writers} writers`,
  };
  return [
    measured.figure({ ...raw, serviceMicros: null }),
    measured.figure({ ...hot, against: raw.id }),
    measured.figure({ ...many, against: raw.id }),
  ];
}
