import { setTimeout as delay } from 'node:timers/promises';
import type { Http } from '../http.js';
import type { Person } from '../site.js';
import type { Batch } from './crowd.js';
import { monotonic } from './monotonic.js';

/** Comments that were written, and when the answer to each was here. */
export type Answered = Map<string, number>;

interface Talk {
  http: Http;
  postId: string;
  writers: readonly Person[];
  comments: number;
  perSecond: number;
}

/** Writes comments at a steady pace, each on its own. */
export async function talk({
  http,
  postId,
  writers,
  comments,
  perSecond,
}: Talk): Promise<Answered> {
  const answered: Answered = new Map();
  const startedAt = monotonic();
  const write = async (nth: number) => {
    await delay(Math.max(0, startedAt + (nth * 1_000) / perSecond - monotonic()));
    const { id } = await http.json<{ id: string }>({
      method: 'POST',
      path: `/api/v1/posts/${postId}/comments`,
      token: writers[nth % writers.length].token,
      body: { body: `c-${nth} says to everybody who is here that it goes on and on.` },
    });
    answered.set(id, monotonic());
  };
  await Promise.all(Array.from({ length: comments }, (_, nth) => write(nth)));
  return answered;
}

/** Of each batch: from the answer to the first of its comments until its last socket had it. */
export function delaysAfter(answered: Answered, batches: readonly Batch[]): number[] {
  return batches.map(
    ({ commentIds, lastAt }) => lastAt - Math.min(...commentIds.map((id) => answered.get(id)!)),
  );
}
