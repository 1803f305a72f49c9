import { KEY, type LoadRequest } from './load/load.js';
import { call, type Person } from './people.js';
import { type Body, Bodies } from './seed/bodies.js';
import { Random } from './seed/random.js';
import type { Service } from './service.js';

/** A post to write to, with top-level comments to reply to. */
export interface Discussion {
  postId: string;
  parentIds: string[];
}

/** Out of ten written comments. */
export const REPLIES_OF_TEN = 7;

const BODIES = 500;

/** The texts for writes, both through the service and directly to the database. */
export function writtenBodies(): Body[] {
  const bodies = new Bodies(new Random('written'));
  return Array.from({ length: BODIES }, () => bodies.next());
}

export async function openDiscussion(
  service: Service,
  admin: Person,
  writers: readonly Person[],
  parents: number,
): Promise<Discussion> {
  const slug = `hot-${crypto.randomUUID().slice(0, 13)}`;
  const post = await call<{ id: string }>(service, 'POST', '/posts', {
    by: admin,
    body: { slug, title: 'A post that is written to' },
  });
  const parentIds: string[] = [];
  for (let nth = 0; nth < parents; nth++) {
    const by = writers[nth % writers.length];
    const body = { body: `Comment ${nth} to reply to.` };
    const path = `/posts/${post.id}/comments`;
    parentIds.push((await call<{ id: string }>(service, 'POST', path, { by, body })).id);
  }
  return { postId: post.id, parentIds };
}

/**
 * Comments that alternate between discussions and writers, each request with its own key, as a
 * client sends it.
 */
export function commentRequests(
  discussions: readonly Discussion[],
  writers: readonly Person[],
  bodies: readonly Body[],
): LoadRequest[] {
  return bodies.map(({ markdown }, at) => {
    const { postId, parentIds } = discussions[at % discussions.length];
    const reply = at % 10 < REPLIES_OF_TEN && parentIds.length > 0;
    const parentId = reply
      ? parentIds[Math.floor(at / discussions.length) % parentIds.length]
      : null;
    return {
      method: 'POST',
      path: `/api/v1/posts/${postId}/comments`,
      headers: {
        ...writers[at % writers.length].headers,
        'content-type': 'application/json',
        'idempotency-key': KEY,
      },
      body: JSON.stringify({ body: markdown, parentId }),
    };
  });
}
