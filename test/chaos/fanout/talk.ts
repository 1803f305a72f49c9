import { setTimeout as delay } from 'node:timers/promises';
import type { Http } from '../http.js';
import type { Person } from '../site.js';
import type { Batch } from './crowd.js';
import { monotonic } from './monotonic.js';

/** Written comments, with the arrival time of each answer. */
export type Answered = Map<string, number>;

interface Talk {
  http: Http;
  postId: string;
  writers: readonly Person[];
  comments: number;
  perSecond: number;
}

/** Writes comments at a steady rate, each without waiting for the others. */
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

/** The delay of each batch: from the answer to its first comment until its last socket got it. */
export function delaysAfter(answered: Answered, batches: readonly Batch[]): number[] {
  return batches.map(
    ({ commentIds, lastAt }) => lastAt - Math.min(...commentIds.map((id) => answered.get(id)!)),
  );
}
