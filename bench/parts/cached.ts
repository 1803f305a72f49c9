import { commentRequests, openDiscussion } from '../discussion.js';
import { assertAnswered, type LoadRequest } from '../load/load.js';
import { findEqualPages } from '../pages.js';
import { interleave, type Contender } from '../rounds.js';
import { type Ground, loadContender, type PartResult, warmUp, watched } from './part.js';

const CONNECTIONS = 16;
const ARRIVING = 200;

/** A cached page against a bare server with the same bytes; its 304; and under writes. */
export async function cached(ground: Ground): Promise<PartResult> {
  const { options, site, generator, paced, bare, bodies } = ground;
  const service = await site.serve(true);
  const { admin, writers } = await ground.people(service);
  const { postId } = (await ground.threads()).at(-1)!;
  const [page] = await findEqualPages(service, [postId], options.rows);
  const url = await bare.ask<string>({ base64: page.bytes.toString('base64') });
  const get: LoadRequest = { method: 'GET', path: page.path, headers: {} };
  const load = { url: service.url, requests: [get], connections: CONNECTIONS };
  const posts = commentRequests([{ postId, parentIds: [] }], writers, bodies);
  let arrived = 0;
  const contenders: Contender[] = [
    loadContender(ground, 'bare', { ...load, url }),
    loadContender(ground, 'cached', load),
    {
      id: '304',
      run: async (seconds) => {
        const headers = { 'if-none-match': await etagOf(service.url + page.path) };
        return generator.run({ ...load, requests: [{ ...get, headers }] }, seconds);
      },
    },
    {
      id: 'busy',
      run: async (seconds) => {
        const writing = { url: service.url, requests: posts, connections: 32 };
        const [outcome, written] = await Promise.all([
          generator.run(load, seconds),
          paced.runPaced(writing, seconds, ARRIVING),
        ]);
        assertAnswered(outcome, 'cached page while comments arrive');
        assertAnswered(written, 'comments that arrive');
        arrived = written.perSecond;
        return outcome;
      },
    },
  ];
  await warmUp(contenders[0], options.warmUp / 2);
  await warmUp(contenders[1], options.warmUp);
  // At 200 a second Node would compile the write path only after a minute.
  const elsewhere = [await openDiscussion(service, admin, writers, 8)];
  const writing = {
    ...load,
    requests: commentRequests(elsewhere, writers, bodies),
    connections: 32,
  };
  await warmUp(loadContender(ground, 'written', writing), options.warmUp / 2);
  await warmUp(contenders[3], options.warmUp / 2);
  const measured = await interleave(
    contenders,
    { count: options.rounds, seconds: options.seconds },
    watched(ground, service),
  );
  const part = 'cached';
  const rows = `${page.rows} rows, ${(page.bytes.length / 1_000).toFixed(1)} kB`;
  const arriving = `cached page while ${Math.round(arrived)} comments/s arrive`;
  return {
    figures: [
      measured.figure({
        id: 'bare',
        part,
        what: `bare node:http, ${rows}`,
        serviceMicros: null,
        postgresMicros: null,
      }),
      measured.figure({ id: 'cached', part, what: 'cached page', against: 'bare' }),
      measured.figure({ id: '304', part, what: '304 of the same', against: 'cached' }),
      measured.figure({ id: 'busy', part, what: arriving, against: 'bare' }),
    ],
    reached: {
      cached: measured.ratio('cached', 'bare'),
      notModified: measured.ratio('304', 'cached'),
      busy: measured.ratio('busy', 'bare'),
    },
  };
}

/** @throws Error when the service does not answer 304 */
async function etagOf(url: string): Promise<string> {
  const read = async (headers: Record<string, string>) => {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } });
    await answer.arrayBuffer();
    return answer;
  };
  const etag = (await read({})).headers.get('etag')!;
  const { status } = await read({ 'if-none-match': etag });
  if (status !== 304) throw new Error(`A page that has not changed was answered ${status}.`);
  return etag;
}
