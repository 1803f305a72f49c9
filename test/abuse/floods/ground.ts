import type { Person } from '../../chaos/site.js';
import type { Stage } from '../stage.js';

const MOST_ATTACKERS = 8;
const COMMENTS = 40;
const SHOWN = 30;

/** The targets of floods, and the addresses that readers request meanwhile. */
export interface Ground {
  origin: string;
  /** The post that receives all writes, and the existing comments of others there. */
  postId: string;
  comments: readonly string[];
  /** Accounts signed in on the flood's network; `own` has a comment of each. */
  attackers: readonly Person[];
  own: readonly string[];
  /** The account whose password is guessed. */
  victim: Person;
  /** A page of a post that nobody writes to. */
  page: { postId: string; path: string };
}

interface Made {
  id: string;
}

/** Created by staff, since the service has rate limits from the start. */
export async function prepareGround(stage: Stage, attacking: number): Promise<Ground> {
  const { asker, admin, node } = stage;
  const post = () => {
    const name = crypto.randomUUID().slice(0, 8);
    const body = { slug: `flooded-${name}`, title: `Review ${name}` };
    return asker.json<Made>({ method: 'POST', path: '/api/v1/posts', by: admin, body });
  };
  const comment = (postId: string, by: Person, nth: number) =>
    asker.json<Made>({
      method: 'POST',
      path: `/api/v1/posts/${postId}/comments`,
      by,
      body: { body: `Comment ${nth} of a discussion that others read meanwhile.` },
    });
  const [{ id: postId }, { id: quiet }] = [await post(), await post()];
  const comments: string[] = [];
  for (let nth = 0; nth < COMMENTS; nth++) comments.push((await comment(postId, admin, nth)).id);
  for (let nth = 0; nth < SHOWN; nth++) await comment(quiet, admin, nth);
  const attackers = Array.from({ length: attacking }, (_, nth) => stage.writer(nth));
  const own: string[] = [];
  for (const by of attackers) own.push((await comment(postId, by, 0)).id);
  return {
    origin: `http://127.0.0.1:${node.port}`,
    postId,
    comments,
    attackers,
    own,
    victim: stage.writer(MOST_ATTACKERS),
    page: { postId: quiet, path: `/api/v1/posts/${quiet}/comments?limit=20` },
  };
}

/** One account per flood that is not involved in it. */
export const honestWriter = (stage: Stage, nth: number): Person =>
  stage.writer(MOST_ATTACKERS + 1 + nth);
