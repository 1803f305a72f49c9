import type { Person } from '../../chaos/site.js';
import type { Stage } from '../stage.js';

const MOST_ATTACKERS = 8;
const COMMENTS = 40;
const SHOWN = 30;

/** What floods aim at, and what is read beside them. */
export interface Ground {
  origin: string;
  /** The post that everything is written to, and what others wrote there. */
  postId: string;
  comments: readonly string[];
  /** Signed in on the network of the flood; a comment of each in `own`. */
  attackers: readonly Person[];
  own: readonly string[];
  /** Whose password is guessed. */
  victim: Person;
  /** Of a post that nobody writes to. */
  page: { postId: string; path: string };
}

interface Made {
  id: string;
}

/** Staff make it, since the service has its limits from the beginning. */
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

/** Somebody for each flood who has nothing to do with it. */
export const honestWriter = (stage: Stage, nth: number): Person =>
  stage.writer(MOST_ATTACKERS + 1 + nth);
