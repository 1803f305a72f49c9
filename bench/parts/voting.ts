import type { LoadRequest } from '../load/load.js';
import { fetchPage } from '../pages.js';
import type { Person } from '../people.js';
import { interleave } from '../rounds.js';
import type { Service } from '../service.js';
import {
  type Ground,
  loadContender,
  type PartResult,
  rawContender,
  warmUp,
  watched,
} from './part.js';

const VOTERS = 32;
/** Comments over which votes are spread. */
const MANY = 250;
const NOTHING: PartResult = { figures: [], reached: {} };

/** Effective votes on one comment and on many, against rows of the bare driver. */
export async function voting(ground: Ground): Promise<PartResult> {
  const { options, site } = ground;
  const service = await site.serve(true);
  const { writers } = await ground.people(service);
  const { postId } = (await ground.threads()).at(-1)!;
  const commentIds = await readable(service, postId);
  if (!(await takesVotes(service, writers[0], commentIds[0]))) return NOTHING;
  const load = (ids: readonly string[]) => ({
    url: service.url,
    requests: voteRequests(ids, writers),
    connections: VOTERS,
  });
  // Separate comments: the driver updates no counts.
  const source = {
    postId,
    voterIds: writers.map(({ id }) => id),
    commentIds: commentIds.slice(MANY + 1, 2 * MANY + 1),
  };
  const contenders = [
    rawContender(ground, 'raw-votes', VOTERS, { kind: 'votes', source }),
    loadContender(ground, 'votes-one', load(commentIds.slice(0, 1))),
    loadContender(ground, 'votes-many', load(commentIds.slice(1, MANY + 1))),
  ];
  await warmUp(contenders[2], options.warmUp);
  for (const at of [0, 1]) await warmUp(contenders[at], options.warmUp / 2);
  const measured = await interleave(
    contenders,
    { count: options.rounds, seconds: options.seconds },
    watched(ground, service),
  );
  const part = 'voting';
  const rows = [
    { id: 'raw-votes', what: 'raw pg, single vote rows, 32 clients', serviceMicros: null },
    { id: 'votes-one', what: 'votes on one comment, 32 voters', against: 'votes-many' },
    { id: 'votes-many', what: `votes on ${MANY} comments, 32 voters`, against: 'raw-votes' },
  ];
  return {
    figures: rows.map((row) => measured.figure({ part, ...row })),
    reached: { votes: measured.ratio('votes-one', 'votes-many') },
  };
}

/** Published comments, twice the number that the service's votes use. */
async function readable(service: Service, postId: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null && ids.length <= 2 * MANY) {
    const from: string = cursor && `&cursor=${cursor}`;
    const path = `/api/v1/posts/${postId}/comments?sort=oldest&limit=100${from}`;
    const { items, nextCursor } = await fetchPage(service, path);
    for (const { id, status } of items) if (status === 'published') ids.push(id);
    cursor = nextCursor;
  }
  return ids;
}

async function takesVotes(service: Service, by: Person, id: string): Promise<boolean> {
  const answer = await fetch(`${service.url}/api/v1/comments/${id}/vote`, {
    method: 'PUT',
    headers: { ...by.headers, 'content-type': 'application/json' },
    body: '{"value":1}',
  });
  return answer.ok;
}

/**
 * Each voter votes on each comment, up and later down, so that every request changes a row;
 * concurrent requests have different voters and comments.
 */
function voteRequests(ids: readonly string[], voters: readonly Person[]): LoadRequest[] {
  return [1, -1].flatMap((value) =>
    Array.from({ length: ids.length * voters.length }, (_, at) => {
      const comment = at % ids.length;
      const voter = (comment + Math.floor(at / ids.length)) % voters.length;
      return {
        method: 'PUT' as const,
        path: `/api/v1/comments/${ids[comment]}/vote`,
        headers: { ...voters[voter].headers, 'content-type': 'application/json' },
        body: JSON.stringify({ value }),
      };
    }),
  );
}
